"""Operators of ours for Presidio's anonymizer engines, one a file."""
