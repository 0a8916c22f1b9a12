"""Backups of the database: made while a bot goes on, read without changing them, put back."""
