"""Korean surnames, those first that most people bear."""

from importlib.resources import files
from typing import Final

FILE: Final = files(__package__).joinpath("surnames.txt")
"""The list; the detector has learnt to read it, and a test says when it has changed since."""
ALL: Final = tuple(FILE.read_text("utf-8").split())
SINGLE: Final = tuple(name for name in ALL if len(name) == 1)
DOUBLE: Final = tuple(name for name in ALL if len(name) > 1)

USUAL: Final = frozenset(SINGLE) - frozenset("라가복태목형계피두감음빈동온호범좌팽승간상시갈단견당")
"""The others begin a word far more often than a name: only a detector that reads the sentence may go by them."""
