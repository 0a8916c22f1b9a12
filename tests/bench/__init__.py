"""Measurements of speed and memory; they assert nothing."""
