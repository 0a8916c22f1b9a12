"""Features of a request for the intent classifier: hashed pieces of its words, in three blocks of fixed weight.

Characters rather than words: Korean glues endings to its words, and people type without spaces and with mistakes.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final
from zlib import crc32

DIMENSIONS: Final = 65536
_LONGEST: Final = 300  # characters of a text that are looked at: what is asked stands at its beginning or its end
_GRAMS: Final = (2, 3, 4)
_PURPOSE, _BACKGROUND, _CHOICES = 1.0, 0.2, 0.2  # how much each block weighs: the purpose line tells most
_NOISE: Final = re.compile(r"[ㅋㅎㅠㅜ]+|[~!.…]+|[\U0001F300-\U0001FAFF☀-➿]")
_LABEL: Final = re.compile(r"\{[^{}\n]{1,40}\}")
_NUMBER: Final = re.compile(r"[0-9]+")
_BLANKS: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Request:
    """What the classifier looks at: two texts, and choices by their ids (empty where one was typed)."""

    purpose: str
    background: str = ""
    form: str = ""
    language: str = ""
    has_reference: bool = False


def features(request: Request) -> dict[int, float]:
    """Return the weight of each hashed feature that a request has; each block has the same length for every text."""
    weights: dict[int, float] = {}
    for piece, weight in weighed(request):
        at = place_of(piece)
        weights[at] = weights.get(at, 0.0) + weight
    return weights


def weighed(request: Request) -> Iterator[tuple[str, float]]:
    """Yield each piece of a request with its weight."""
    for pieces, weight in (
        (dict.fromkeys(_pieces(normal(request.purpose))), _PURPOSE),  # a set has another order in each process, and
        (dict.fromkeys(_words(normal(request.background))), _BACKGROUND),  # sums of floats depend on it
        (dict.fromkeys(_choices(request)), _CHOICES),
    ):
        each = weight / max(len(pieces), 1) ** 0.5
        yield from ((piece, each) for piece in pieces)


def place_of(piece: str) -> int:
    """Return the feature that a piece is hashed to."""
    return crc32(piece.encode()) % DIMENSIONS


def normal(text: str) -> str:
    """Return a text without what tells nothing of its intent: case, width, numbers' values, emoticons."""
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST * 2 // 3]} {text[-_LONGEST // 3 :]}"
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _BLANKS.sub(" ", _NOISE.sub(" ", _NUMBER.sub("0", _LABEL.sub("□", folded)))).strip()


def _pieces(text: str) -> Iterator[str]:
    """Yield the words of a purpose, their beginnings, and its character n-grams."""
    yield from _words(text)
    framed = f"^{text}$"
    for size in _GRAMS:
        yield from (framed[at : at + size] for at in range(len(framed) - size + 1))


def _words(text: str) -> Iterator[str]:
    for word in islice(text.split(" "), 60):
        for size in (2, 3, 4, len(word)):
            if 0 < size <= len(word):
                yield f"w:{word[:size]}"


def _choices(request: Request) -> Iterator[str]:
    """Yield the choices that speak of what is made; length, level and language go with anything."""
    if request.form == "code":
        yield "form:code"
    if request.has_reference:
        yield "reference"
