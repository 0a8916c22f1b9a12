"""Alike: which lines say nearly the same in other words, so that one of them is enough."""

import re
from typing import Final

_WORD: Final = re.compile(r"[가-힣]{2}|[a-z]{3,}")
_ENDINGS: Final = "적습 둡니 합니 적고 두고 하나 나누 나눠 따로"
_FUNCTION_WORDS: Final = "the and with for each what that one state write name"
_COMMON: Final = frozenset(f"{_ENDINGS} {_FUNCTION_WORDS}".split())
"""What many lines have: it tells none of them."""
_SHARE, _LEAST = 0.4, 3
"""Of the words of the shorter line, and how many: fewer are shared by lines about the same thing."""


def words_of(text: str) -> frozenset[str]:
    """Return what tells a line: how its Korean words begin, and its English ones."""
    starts = (match.group() for word in re.split(r"[^가-힣a-zA-Z]+", text.casefold()) if (match := _WORD.match(word)))
    return frozenset(starts) - _COMMON


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lines say nearly the same, by their words."""
    common = len(one & other)
    return common >= _LEAST and common / min(len(one), len(other)) >= _SHARE
