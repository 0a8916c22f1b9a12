"""Spans: where in a text which entity type was found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from core.privacy.entities import EntityType


@dataclass(frozen=True, slots=True)
class Span:
    """One analyzer result: offsets in code points, end exclusive; score from 0 to 1; `by` names what found it."""

    start: int
    end: int
    type: EntityType
    score: float
    by: str = field(default="", compare=False)


BY_PERSON: Final = "person"
"""What found a span that a person marked."""


def clip(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """Yield the spans cut to a text of `length`, without those of which nothing is left."""
    for span in spans:
        start, end = max(span.start, 0), min(span.end, length)
        if start < end:
            yield replace(span, start=start, end=end)


def disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans sorted, none overlapping, every character covered as before.

    A span within another gives way to it. Where two overlap in part, the stronger one is kept whole and the other
    loses the shared characters, so that nothing found is left open.
    """
    outer = _outermost(spans)
    owners: list[Span | None] = [None] * max((span.end for span in outer), default=0)
    for span in sorted(outer, key=lambda span: span.score):
        owners[span.start : span.end] = [span] * (span.end - span.start)
    pieces: list[Span] = []
    start = 0
    for owner, places in groupby(owners):
        end = start + sum(1 for _ in places)
        if owner:
            pieces.append(replace(owner, start=start, end=end))
        start = end
    return tuple(pieces)


def _outermost(spans: Iterable[Span]) -> list[Span]:
    outer: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end, -span.score)):
        if not outer or span.end > outer[-1].end:
            outer.append(span)
    return outer
