"""The operator's own model, beside our recognizers."""
