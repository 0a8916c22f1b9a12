"""How a word ends when it is read aloud in Korean: in a vowel, in ㄹ, or in another consonant."""

import re
from enum import Enum
from typing import Final

from core.privacy.korean.hangul import final

READ_BACK: Final = 40
"""So many characters of a word's end are read: a long text without a blank costs no more than a short one."""


class Ending(Enum):
    """How a word ends when it is read aloud."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"


def ending(word: str) -> Ending:
    """Say how a word ends; what cannot be read aloud counts as a vowel. Closing brackets and quotes are not read."""
    tail = _READABLE.search(word[-READ_BACK:])
    if tail is None:
        return Ending.VOWEL
    read = tail.group()
    if read in _SIGNS:
        return _SIGNS[read]
    return _latin_ending(read) if read.isascii() else _FINALS.get(final(read), Ending.CONSONANT)


def _latin_ending(word: str) -> Ending:
    known = _WELL_KNOWN.get(word.casefold())
    if known:
        return known
    for pattern, end in _LETTERS if _is_spelled(word) else _WORDS:
        if pattern.search(word):
            return end
    return Ending.VOWEL


def _is_spelled(word: str) -> bool:
    """Say whether a word is read letter by letter: LG, HTML, OpenAI; but KANG and NAVER are words."""
    capitals = _LAST_CAPITALS.search(word)
    if capitals and not word.isupper():
        return True
    return (word.isupper() and len(word) <= _LONGEST_SPELLED) or not _VOWEL_LETTER.search(word)


_READABLE: Final = re.compile(r"(?:[가-힣]|[0-9%]|[A-Za-z]+)(?=[^가-힣0-9%A-Za-z]*\Z)")
_FINALS: Final = {"": Ending.VOWEL, "ㄹ": Ending.RIEUL}
_SIGNS: Final = {
    "0": Ending.CONSONANT,  # 영; 십, 백, 천 and 만 end in consonants too
    "1": Ending.RIEUL,
    "2": Ending.VOWEL,
    "3": Ending.CONSONANT,
    "4": Ending.VOWEL,
    "5": Ending.VOWEL,
    "6": Ending.CONSONANT,
    "7": Ending.RIEUL,
    "8": Ending.RIEUL,
    "9": Ending.VOWEL,
    "%": Ending.VOWEL,
}

_VOWEL_LETTER: Final = re.compile(r"[aeiouy]", re.IGNORECASE)
_LAST_CAPITALS: Final = re.compile(r"[A-Z]{2}\Z")
_LONGEST_SPELLED: Final = 3
# Letter by letter (엘, 엠, 엔, 알), then as words (구글, 챗, 슬랙, 폰); first match wins.
_LETTERS: Final = (
    (re.compile(r"[LR]\Z", re.IGNORECASE), Ending.RIEUL),
    (re.compile(r"[MN]\Z", re.IGNORECASE), Ending.CONSONANT),
)
_WORDS: Final = (
    (re.compile(r"le?\Z", re.IGNORECASE), Ending.RIEUL),
    (re.compile(r"e[ae]t\Z", re.IGNORECASE), Ending.VOWEL),
    (
        re.compile(
            r"(?:[mn]|ng|mb|nne|[aeiouy][mn]e|ck|[aeiouy]c|[aeiouy]pp?|[aeiou]b|[aeiou]k|[aeiou]tt?|tte)\Z",
            re.IGNORECASE,
        ),
        Ending.CONSONANT,
    ),
)
# Read in another way than they are written: 박, 조셉, 앱, 깃허브.
_IN_A_CONSONANT: Final = "park joseph app web lab map zip nasdaq kosdaq"
_IN_A_VOWEL: Final = "github hub set chile rene latte nestle pele"
_WELL_KNOWN: Final = {
    **dict.fromkeys(_IN_A_CONSONANT.split(), Ending.CONSONANT),
    **dict.fromkeys(_IN_A_VOWEL.split(), Ending.VOWEL),
}
