"""Lengths as people spell them, in digits: 이천오백 자 is 2500자, 원고지 5매 is 1000자."""

import re
from typing import Final

_DIGITS: Final = {digit: number for number, digit in enumerate("일이삼사오육칠팔구", 1)}
_SCALES: Final = {"십": 10, "백": 100, "천": 1_000, "만": 10_000}
_PART: Final = r"(?:[0-9일이삼사오육칠팔구]?\s?[백천만]|[이삼사오육칠팔구]십)"
_SPELT: Final = re.compile(rf"(?<![가-힣0-9.,])({_PART}(?:\s?{_PART}){{0,3}})\s?(?=글자|자(?![루녀식연동체문])|단어)")
_SHEETS: Final = re.compile(
    r"(?:200자\s?)?원고지\s?(?:기준\s?|로\s?|분량\s?)?(?P<sheets>[0-9]{1,3}|[한두세네]|다섯|열)\s?[매장]"
)
_NATIVE: Final = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "열": 10}
_OF_A_SHEET: Final = 200  # characters


def in_digits(text: str) -> str:
    """Return a text with its spelt numbers of characters in digits."""
    return _SPELT.sub(lambda found: str(_value(found[1])), text)


def in_characters(text: str) -> str:
    """Return a text with its spelt numbers of characters, and its sheets of manuscript paper, as characters."""
    return in_digits(_SHEETS.sub(_characters, text))


def _value(spelt: str) -> int:
    parts = re.findall(r"([0-9일이삼사오육칠팔구]?)\s?([십백천만])", spelt)
    return sum((_DIGITS.get(digit) or int(digit or 1)) * _SCALES[scale] for digit, scale in parts)


def _characters(found: re.Match[str]) -> str:
    sheets = _NATIVE.get(found["sheets"]) or int(found["sheets"])
    return f"{sheets * _OF_A_SHEET}자"
