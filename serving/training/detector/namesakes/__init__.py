"""Training of what tells the famous from those who bear their names."""
