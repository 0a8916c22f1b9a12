"""Comparing prompts and models over many briefs."""
