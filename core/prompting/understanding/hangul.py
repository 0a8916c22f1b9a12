"""Hangul syllables taken apart and put together, so that endings can be matched and attached."""

import re
import unicodedata
from typing import Final

from core.privacy.labels import LABEL

_FIRST: Final = 0xAC00
_LAST: Final = 0xD7A3
_FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_COUNT: Final = len(_FINALS)
# A consonant alone in a table of endings stands for the final of the syllable before: ㅂ니다, ㄹ게.
_AS_FINAL: Final = {
    ord(letter): chr(0x11A7 + index) for index, letter in enumerate(_FINALS) if index and letter != "ㅇ"
}


def is_syllable(character: str) -> bool:
    """Whether a character is a whole Hangul syllable."""
    return len(character) == 1 and _FIRST <= ord(character) <= _LAST


def final(character: str) -> str:
    """Return the final consonant of a syllable; nothing where there is none."""
    return _FINALS[(ord(character) - _FIRST) % _COUNT].strip() if is_syllable(character) else ""


def vowel(character: str) -> str:
    """Return the vowel of a syllable; nothing for any other character."""
    return _VOWELS[(ord(character) - _FIRST) // _COUNT % len(_VOWELS)] if is_syllable(character) else ""


def with_final(word: str, letter: str) -> str:
    """Return a word whose last syllable has this final consonant; nothing takes it away."""
    last = word[-1]
    return word[:-1] + chr(ord(last) - (ord(last) - _FIRST) % _COUNT + _FINALS.index(letter or " "))


def with_vowel(word: str, letter: str) -> str:
    """Return a word whose last syllable has another vowel and no final."""
    code = ord(word[-1]) - _FIRST
    initial = code // (_COUNT * len(_VOWELS))
    return word[:-1] + chr(_FIRST + (initial * len(_VOWELS) + _VOWELS.index(letter)) * _COUNT)


def apart(text: str) -> str:
    """Return a text in letters (NFD); consonants that stand alone become finals."""
    return unicodedata.normalize("NFD", text.translate(_AS_FINAL))


def together(text: str) -> str:
    """Return the text in syllables again."""
    return unicodedata.normalize("NFC", text)


HANGUL: Final = re.compile(r"[가-힣]")


def is_korean(text: str) -> bool:
    """Whether a text has Hangul beside its labels: {이름1} may stand in an English sentence."""
    return HANGUL.search(LABEL.sub("", text)) is not None
