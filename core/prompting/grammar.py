"""The grammar of a wording: a regular expression that lets a model write the brief's language alone."""

import re
from collections.abc import Iterable
from typing import Final

from core.locale import Locale
from core.privacy.labels import find_labels
from core.prompting.guard import latin_words, numbers
from core.prompting.traces import HEADS

_LETTERS: Final = {Locale.KO: "가-힣 ,.·:%()‘’“”~→-", Locale.EN: "A-Za-z ,.;:'()‘’“”%—-"}
_ENDINGS: Final = ("하십시오.", "십시오.", "합니다.", "습니다.", "입니다.", "니다.", ".", ")")
_SHORTEST: Final = 0.5
_LONGEST: Final = 2
_SPECIAL: Final = re.compile(r"([\\.^$*+?{}\[\]|()/-])")


def wording_pattern(original: str, known: str, locale: Locale) -> str:
    """Return the expression that a wording of `original` has to match, line by line.

    Letters are those of the locale. Numbers, foreign words and labels stand in it as whole words, and only those that
    were known before: a model cannot spell another. Each line keeps its beginning, its
    ending and, within bounds, its length.
    """
    words = {*find_labels(original), *numbers(known), *(latin_words(known) if locale is Locale.KO else ())}
    unit = "|".join([f"[{_LETTERS[locale]}]", *map(_literal, sorted(words, key=lambda word: (-len(word), word)))])
    return "\\n".join(_line(line, unit) for line in _lines(original))


def longest_answer(original: str) -> int:
    """Return how many characters a wording may have at most."""
    return sum(_LONGEST * len(line) for line in _lines(original))


def _line(line: str, unit: str) -> str:
    head = next(filter(line.startswith, HEADS), "")
    ending = next(filter(line.endswith, _ENDINGS), "")
    body = len(line) - len(head) - len(ending)
    return f"{head}(?:{unit}){{{max(1, int(_SHORTEST * body))},{_LONGEST * body}}}{_literal(ending)}"


def _lines(text: str) -> Iterable[str]:
    return (line.strip() for line in text.strip().splitlines())


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
