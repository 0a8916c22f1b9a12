"""Manner adverbs: words in -게 that say how something is done (쉽게, 웃게), told from promises and things."""

from typing import Final

from core.privacy.korean.hangul import final

_PROMISES: Final = ("할", "갈", "볼", "줄", "쓸", "올", "낼", "를", "릴", "을")


def is_manner(word: str) -> bool:
    """Whether a word in -게 says how: 웃게, 쉽게, 알게; 할게 promises, and of 만난게 and 그게 the 게 is a thing."""
    stem = word.removesuffix("게")
    return stem not in {word, "그", "이", "저", "뭐"} and final(stem[-1:]) != "ㄴ" and not stem.endswith(_PROMISES)
