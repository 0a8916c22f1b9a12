"""How the detector's models are trained: not needed when it runs."""
