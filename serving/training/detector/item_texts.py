"""The texts that the judge of items learns from, and what their candidates are."""

import hashlib
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from core.adapters.presidio.items.candidates import Place
from core.adapters.presidio.items.judge import KINDS
from core.adapters.presidio.normalization import normalise

Span = tuple[int, int, str]

_FILES: Final = tuple(Path(__file__).with_name(f"{name}.jsonl") for name in ("labelled", "texts", "identifiers"))
# The second author of `labelled.jsonl` begins there.
_FIRST: Final = 753
_AS: Final = {"ADDRESS_UNIT": "ADDRESS", "CARD_EXTRA": "CREDIT_CARD", "URL": "URL_PERSONAL"}
_NAMES: Final = frozenset(("PERSON", "SURNAME", "ORGANIZATION"))
_BANK: Final = re.compile(r"[^0-9]* (?=[0-9])")
_BORN: Final = re.compile(r"년 ?생\Z")
# What overlaps an item in part, while a candidate has its place, is the lesser one; without one, the most of it counts.
_PARTLY: Final = 0.3
_MOSTLY: Final = 0.5
_MOST: Final = 0.6


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its gold spans, and those that count neither way."""

    text: str
    author: str
    spans: tuple[Span, ...]
    neutral: tuple[Place, ...]

    @property
    def items(self) -> list[Span]:
        """The spans that are neither persons' nor organizations', without a bank's name and 생."""
        return [_bare(self.text, span) for span in self.spans if span[2] not in _NAMES]

    @property
    def names(self) -> list[Span]:
        """The spans of persons and organizations."""
        return [span for span in self.spans if span[2] in _NAMES]


def texts() -> list[LabelledText]:
    """Return all texts with their authors, in the normal form in which the judge is asked."""
    rows = [row for path in _FILES for row in _rows(path)]
    return [
        _normal(
            row["text"],
            row.get("author") or ("one" if i < _FIRST else "two"),
            tuple((start, end, kind) for start, end, kind in row["spans"]),
            tuple((start, end) for start, end, *_ in row.get("neutral", ())),
        )
        for i, row in enumerate(rows)
    ]


def _normal(written: str, author: str, spans: Iterable[Span], neutral: Iterable[Place]) -> LabelledText:
    normal = normalise(written)

    def place(start: int, end: int) -> Place:
        return bisect_right(normal.ends, start), bisect_left(normal.starts, end)

    moved = tuple((*place(start, end), kind) for start, end, kind in spans)
    return LabelledText(normal.text, author, moved, tuple(place(*one) for one in neutral))


def digest() -> str:
    """Return what stands for all the texts; the judge keeps that of those it was trained on."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in _FILES)).hexdigest()[:16]


def labels(text: LabelledText, offered: Sequence[Place]) -> list[tuple[int, float]]:
    """Return of each candidate the number of its kind, and how much it counts."""
    offered = [_unmarked(text.text, place) for place in offered]
    exact = {span[:2] for span in text.items}.intersection(offered)
    return [_label(text, place, exact) for place in offered]


def _label(text: LabelledText, place: Place, exact: set[Place]) -> tuple[int, float]:
    hit = [span for span in text.items if _overlap(place, span)]
    if not hit:
        unsaid = any(_overlap(place, other) for other in [*(span[:2] for span in text.names), *text.neutral])
        return 0, 0.0 if unsaid else 1.0
    start, end, kind = hit[0]
    kind = _AS.get(kind, kind)
    if kind not in KINDS:
        return 0, 0.0
    if place in exact:
        return KINDS.index(kind), 1.0
    if any(_overlap(place, other) for other in exact):
        return 0, _PARTLY
    common = min(place[1], end) - max(place[0], start)
    mostly = len(hit) == 1 and common >= _MOST * max(end - start, place[1] - place[0])
    return (KINDS.index(kind), _MOSTLY) if mostly else (0, 0.0)


def _bare(text: str, span: Span) -> Span:
    start, end, kind = span
    written = text[start:end]
    if kind == "BANK_ACCOUNT" and (bank := _BANK.match(written)):
        return start + bank.end(), end, kind
    if kind == "ACCOUNT_NAME":
        return *_unmarked(text, (start, end)), kind
    if kind == "DATE_OF_BIRTH":
        return start, start + len(written.rstrip(". " if _BORN.search(written) else " .생")), kind
    return span


def _unmarked(text: str, place: Place) -> Place:
    return place[0] + text.startswith("@", *place), place[1]


def _overlap(one: Place, other: Place | Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line)
