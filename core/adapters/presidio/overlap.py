"""Overlap resolution: one result for each character.

- Of two results, one of which lies within the other, the outer one stands. A name is the exception: it gives way to
  what is surer than it, for a key with its variable, or an account with a full stop, look like one to the tagger.
  At the very same place the surer one of the two stands, and the name where both are equally sure.
- Of two that overlap in part, the surer one is kept whole, the earlier one where both are equally sure. The other one
  keeps what is left of it, so that nothing that was found is uncovered: `사번 1234-5678 010-…` is a number and a phone.
- Two companies, or two persons, that overlap in part are two readings of one name: the surer one stands alone.
- What is left begins and ends with a letter or a digit. Of a name it has to have two letters: less is a particle, or
  the comma that the tagger took along.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import groupby
from typing import Final

from presidio_analyzer import RecognizerResult

from core.privacy.entities import EntityType

_NAMES: Final = frozenset({EntityType.PERSON.value, EntityType.ORGANIZATION.value})
_FEWEST_LETTERS: Final = 2


def resolve(results: Iterable[RecognizerResult], text: str) -> list[RecognizerResult]:
    """Return the results of a text sorted, none overlapping."""
    found = list(results)
    names = _outermost(
        name for kind in _NAMES for name in _surest(result for result in found if result.entity_type == kind)
    )
    items = _outermost(result for result in found if result.entity_type not in _NAMES)
    standing = [
        *(name for name in names if (item := _around(name, items)) is None or _is_beaten(item, name)),
        *(item for item in items if (name := _around(item, names)) is None or item.score > name.score),
    ]
    return [piece for owner, start, end in _runs(standing) if (piece := _piece(owner, start, end, text))]


def _outermost(results: Iterable[RecognizerResult]) -> list[RecognizerResult]:
    """Return those that lie within no other, in the order of their starts and of their ends."""
    outer: list[RecognizerResult] = []
    for result in sorted(results, key=lambda result: (result.start, -result.end, -result.score)):
        if not outer or result.end > outer[-1].end:
            outer.append(result)
    return outer


def _surest(results: Iterable[RecognizerResult]) -> list[RecognizerResult]:
    """Return names of one kind, none overlapping."""
    best: list[RecognizerResult] = []
    for name in _outermost(results):
        if not best or name.start >= best[-1].end:
            best.append(name)
        elif name.score > best[-1].score:
            best[-1] = name
    return best


def _around(result: RecognizerResult, outer: Sequence[RecognizerResult]) -> RecognizerResult | None:
    """Return the one that a result lies within."""
    last = bisect_right(outer, result.start, key=lambda other: other.start) - 1
    return outer[last] if last >= 0 and outer[last].end >= result.end else None


def _is_beaten(item: RecognizerResult, name: RecognizerResult) -> bool:
    """Say whether an item at a name's very place is no surer than the name; one of the two has to stand."""
    return (item.start, item.end) == (name.start, name.end) and item.score <= name.score


def _runs(results: Sequence[RecognizerResult]) -> Iterator[tuple[RecognizerResult, int, int]]:
    """Yield each stretch of characters that one result has, with the result."""
    owners: list[RecognizerResult | None] = [None] * max((result.end for result in results), default=0)
    for result in sorted(results, key=lambda result: (result.score, -result.start)):
        owners[result.start : result.end] = [result] * (result.end - result.start)
    start = 0
    for _, places in groupby(owners, key=id):
        end = start + sum(1 for _ in places)
        owner = owners[start]
        if owner is not None:
            yield owner, start, end
        start = end


def _piece(owner: RecognizerResult, start: int, end: int, text: str) -> RecognizerResult | None:
    """Return a result cut to a stretch of it, None where nothing is left that says something."""
    if (start, end) == (owner.start, owner.end):
        return owner
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    letters = sum(map(str.isalpha, text[start:end]))
    if start == end or (owner.entity_type in _NAMES and letters < _FEWEST_LETTERS):
        return None
    piece = copy(owner)
    piece.start, piece.end = start, end
    return piece
