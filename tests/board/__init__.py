"""Blind judging of prompts: `python -m tests.board prepare` lays out pairs, `count` reads what the judges wrote."""
