"""Hangul syllables taken apart and put together, so that endings can be matched and attached."""

import re
import unicodedata
from typing import Final

from core.privacy.labels import LABEL

_FIRST: Final = 0xAC00
_LAST: Final = 0xD7A3
INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_COUNT: Final = len(FINALS)
# A consonant alone in a table of endings stands for the final of the syllable before: ㅂ니다, ㄹ게.
_AS_FINAL: Final = {ord(letter): chr(0x11A7 + index) for index, letter in enumerate(FINALS) if index and letter != "ㅇ"}


def is_syllable(character: str) -> bool:
    """Whether a character is a whole Hangul syllable."""
    return len(character) == 1 and _FIRST <= ord(character) <= _LAST


def initial(character: str) -> str:
    """Return the consonant a syllable begins with; nothing for any other character."""
    return INITIALS[(ord(character) - _FIRST) // (_COUNT * len(VOWELS))] if is_syllable(character) else ""


def final(character: str) -> str:
    """Return the final consonant of a syllable; nothing where there is none."""
    return FINALS[(ord(character) - _FIRST) % _COUNT].strip() if is_syllable(character) else ""


def vowel(character: str) -> str:
    """Return the vowel of a syllable; nothing for any other character."""
    return VOWELS[(ord(character) - _FIRST) // _COUNT % len(VOWELS)] if is_syllable(character) else ""


def syllable(initial: str, vowel: str, final: str = "") -> str:
    """Return the syllable that three letters make."""
    lead, middle, close = INITIALS.index(initial), VOWELS.index(vowel), FINALS.index(final or " ")
    return chr(_FIRST + (lead * len(VOWELS) + middle) * _COUNT + close)


def ending_in(letters: str) -> str:
    """Return all syllables that have one of these final consonants."""
    return "".join(chr(code) for code in range(_FIRST, _LAST + 1) if final(chr(code)) in set(letters))


def with_final(word: str, letter: str) -> str:
    """Return a word whose last syllable has this final consonant; nothing takes it away."""
    last = word[-1]
    return word[:-1] + chr(ord(last) - (ord(last) - _FIRST) % _COUNT + FINALS.index(letter or " "))


def with_vowel(word: str, letter: str) -> str:
    """Return a word whose last syllable has another vowel and no final."""
    return word[:-1] + syllable(initial(word[-1]), letter)


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
