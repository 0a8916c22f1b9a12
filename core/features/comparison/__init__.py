"""Comparing: the same brief answered in several ways, voted on before it is said which was which."""
