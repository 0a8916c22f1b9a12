"""Training of the intent classifier: `python -m serving.training.intents` writes its weights."""
