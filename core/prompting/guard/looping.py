"""Looping: a model that says the same again and again, or nothing but white space."""

import re
from typing import Final

_TAIL: Final = 1_200
_EMPTY: Final = re.compile(r"\s{200,}\Z|[^\w]{500,}\Z")
_REPEATED: Final = re.compile(r"(.{1,60}?)\1{11,}\Z", re.DOTALL)
_LONG: Final = 240  # characters: a row of zeros or a line of dashes is shorter


def loops(text: str) -> bool:
    """Say whether an answer that is being written has got stuck at its end."""
    tail = text[-_TAIL:]
    if _EMPTY.search(tail):
        return True
    repeated = _REPEATED.search(tail)
    return repeated is not None and len(repeated[0]) >= _LONG and any(char.isalnum() for char in repeated[1])
