"""The recognizers: one entity type, or one close family, a file."""
