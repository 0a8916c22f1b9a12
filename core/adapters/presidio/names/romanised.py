"""Romanised Korean names by their syllables: Kim Min-jun, LEE SEO YEON, Minjun Park."""

import re
from collections.abc import Iterable
from typing import Final

from core.adapters.presidio.names.lexicon import words
from core.adapters.presidio.recognizers.pattern import LIKELY, Form, PatternRecognizer
from core.privacy.entities import EntityType

# The list has the surnames first, the syllables of given names after them.
_SURNAMES: Final = 70
_SYLLABLES: Final = 78


def _any_of(syllables: Iterable[str]) -> str:
    """Match one of them, in capitals or with the first letter as one."""
    forms = {form for word in syllables for form in (word.capitalize(), word.upper())}
    return rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


_SURNAME: Final = _any_of(words("romanised")[:_SURNAMES])
_FIRST: Final = _any_of(words("romanised")[_SYLLABLES:])
_SECOND: Final = rf"(?:{_FIRST}|(?:{'|'.join(sorted(words('romanised')[_SYLLABLES:], key=len, reverse=True))}))"
_GIVEN: Final = rf"{_FIRST}[ -]?{_SECOND}"
_START: Final = r"(?<![0-9A-Za-z_@.\-])"
_END: Final = r"(?![0-9A-Za-z_@\-])(?!\.[0-9A-Za-z])"


class RomanisedNameRecognizer(PatternRecognizer):
    """Finds a surname with two syllables of given names, in either order."""

    def __init__(self) -> None:
        super().__init__(
            EntityType.PERSON,
            Form(re.compile(rf"{_START}{_SURNAME},?[ ]{_GIVEN}{_END}"), LIKELY),
            Form(re.compile(rf"{_START}{_GIVEN}[ ]{_SURNAME}{_END}"), LIKELY),
        )
