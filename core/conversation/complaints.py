"""Complaints about a prompt, as the wishes that they are: 너무 길어요 is 더 짧게."""

import re
from typing import Final

from core.privacy.text import MaskedText

_OF_ALL: Final = r"^(?:(?:좀|조금|전체적으로|글이|내용이|말투가|문장이|it'?s|this is|a bit|still)\s){0,2}"
_WISHES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), MaskedText(wish))
    for pattern, wish in (
        (rf"{_OF_ALL}너무\s?(?:길|장황|많)\S{{0,6}}$", "더 짧게"),
        (rf"{_OF_ALL}너무\s?(?:짧|부족|간단)\S{{0,6}}$", "더 길게"),
        (rf"{_OF_ALL}너무\s?(?:어렵|어려[워웠운]|복잡)\S{{0,6}}$", "더 쉽게"),
        (rf"{_OF_ALL}너무\s?(?:쉽|쉬[워웠운]|유치)\S{{0,6}}$", "더 어렵게"),
        (rf"{_OF_ALL}너무\s?(?:딱딱|차갑|차가|사무적|무뚝뚝)\S{{0,6}}$", "더 부드러운 말투로"),
        (rf"{_OF_ALL}너무\s?(?:가볍|가벼|친근|격의)\S{{0,6}}$", "더 격식 있는 말투로"),
        (rf"{_OF_ALL}too (?:long|wordy)\W*$", "shorter"),
        (rf"{_OF_ALL}too short\W*$", "longer"),
        (rf"{_OF_ALL}too (?:hard|difficult|complicated)\W*$", "easier"),
        (rf"{_OF_ALL}too (?:easy|simple)\W*$", "harder"),
        (rf"{_OF_ALL}too (?:stiff|formal|cold)\W*$", "a warmer tone"),
        (rf"{_OF_ALL}too (?:casual|informal)\W*$", "a more formal tone"),
    )
)


def wish_of(text: MaskedText) -> MaskedText:
    """Return what somebody wishes who complains of the whole; any other text as it is."""
    said = " ".join(text.split()).strip(" .!~ㅠㅜ")
    return next((wish for pattern, wish in _WISHES if pattern.search(said)), text)
