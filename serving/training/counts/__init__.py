"""Training of the classifier that says what a number in a request counts."""
