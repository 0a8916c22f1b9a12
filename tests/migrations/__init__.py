"""Tests of `migrations`."""
