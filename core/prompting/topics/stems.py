"""Stems: how the words of a line begin, by which lines are compared with each other and with what was said."""

import re
from typing import Final

_WORD: Final = re.compile(r"[가-힣]{2}|[a-z]{3,}")
_ENDINGS: Final = (
    "적습 둡니 합니 적고 두고 하나 나누 나눠 따로 하고 하는 하지 해서 가지 안에 말은 빼고 어떻 받습 며칠 좋아 있는 없는"
    " 이런 그런 정도 같이 제가 우리 처음 보낼 쉬는 보이 붙이 들어 그거 이거"
)
_FUNCTION_WORDS: Final = "the and with for each what that one state write name"
_COMMON: Final = frozenset(f"{_ENDINGS} {_FUNCTION_WORDS}".split())
"""What many lines have: it tells none of them."""
_SHARE, _LEAST = 0.4, 3
"""Of the words of the shorter line, and how many: fewer are shared by lines about the same thing."""


def stems(text: str) -> frozenset[str]:
    """Return what tells a line: how its Korean words begin, and its English ones."""
    starts = (match.group() for word in re.split(r"[^가-힣a-zA-Z]+", text.casefold()) if (match := _WORD.match(word)))
    return frozenset(starts) - _COMMON


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lines say nearly the same, by their words."""
    common = len(one & other)
    return common >= _LEAST and common / min(len(one), len(other)) >= _SHARE
