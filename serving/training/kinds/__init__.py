"""The classifier of facts in training."""
