"""How the model was trained: not needed when the detector runs."""
