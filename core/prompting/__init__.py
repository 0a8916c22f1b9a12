"""Prompts as pure functions: same brief, same bytes."""
