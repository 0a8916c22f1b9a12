"""Masking as pure functions: no I/O, no clock, no log."""
