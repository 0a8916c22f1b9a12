"""Rehearsals as data: whom one practises with, what was said, how it went."""
