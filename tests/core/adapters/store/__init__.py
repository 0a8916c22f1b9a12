"""Tests of `core.adapters.store`, on SQLite and on PostgreSQL."""
