"""Training data: whether the masked prompts of a person may be examples to learn from, and which become some."""
