"""The canonical form: equal for two writings of the same item, with the way back into the text."""

import unicodedata
from dataclasses import dataclass
from typing import Final

SMALL: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
"""Capitals to small letters, one by one, so that every character keeps its place."""
_SPOKEN: Final = str.maketrans("공영일이삼사오육륙칠팔구", "001234566789")
_FEWEST_SPOKEN: Final = 7
_BLANKS: Final = " \t\r\n\u00a0\u3000"
_WIDEST_BLANK: Final = 2


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text without what differs between two writings; its character i is character `places[i]` of the text.

    Blanks and characters without width are gone, and so are dashes and dots between digits; full-width forms are plain.
    """

    text: str
    places: tuple[int, ...]


def canonical(text: str) -> Canonical:
    """Return the canonical form: 010-1234-5678 and ０１０ 1234 5678 are one, and so are 김 민준 and 김민준."""
    places = [place for place, character in enumerate(text) if not _is_nothing(text, place, character)]
    return Canonical("".join(_plain(text[place]) for place in places), tuple(places))


def identity(value: str) -> str:
    """Return a key that is equal for two writings of the same item: case and spoken digits do not count."""
    key = canonical(value).text.casefold()
    spoken = key.translate(_SPOKEN)
    return spoken if spoken.isdigit() and len(spoken) >= _FEWEST_SPOKEN else key


def _is_nothing(text: str, place: int, character: str) -> bool:
    if character in _BLANKS:
        return True
    if character in "-.‐‑–—－":
        return _is_digit(text, place - 1, -1) and _is_digit(text, place + 1, 1)
    return not character.isascii() and unicodedata.category(character) == "Cf"


def _is_digit(text: str, place: int, step: int) -> bool:
    for _ in range(_WIDEST_BLANK):
        if 0 <= place < len(text) and text[place] in _BLANKS:
            place += step
    return 0 <= place < len(text) and text[place].isdigit()


def _plain(character: str) -> str:
    if "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0)
    return character
