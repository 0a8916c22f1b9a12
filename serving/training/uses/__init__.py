"""Training of the classifier that says what is to be done with what was told."""
