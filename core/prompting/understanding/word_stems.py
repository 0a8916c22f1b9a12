"""Stems: the words of a request without what stands behind them."""

from functools import lru_cache
from typing import Final

from core.prompting.understanding.words import words

_MARKS: Final = ".,!?~;:…ㅠㅜㅋㅎ^ \t\n"
_ENDINGS: Final = tuple(sorted(words("word_endings"), key=len, reverse=True))


@lru_cache(maxsize=4096)
def bare(token: str) -> str:
    """Return a word without the marks behind it."""
    return token.rstrip(_MARKS)


@lru_cache(maxsize=4096)
def stem(token: str) -> str:
    """Return a word without the marks and the ending behind it."""
    word = bare(token)
    return next(
        (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending) and len(word) > len(ending)), word
    )
