"""Tests of `core.adapters`."""
