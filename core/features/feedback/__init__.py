"""Feedback on a finished prompt: a rating, its reason, and what is counted of it."""
