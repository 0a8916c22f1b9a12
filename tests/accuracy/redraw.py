"""The same texts with names drawn anew: as frequent and of the same shape, in the same places.

Surnames are drawn as often as people bear them, given names from the syllables of all given names in the texts, so that
most stand nowhere else. Any other name gives way to one of these texts that is written alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from core.adapters.presidio.ner.shapes import DOUBLE, SINGLE
from core.privacy.entities import EntityType
from core.privacy.korean.hangul import final, is_syllable
from core.privacy.spans import Span
from serving.training.detector import name_generator
from tests.accuracy.measure import Row

_SEED: Final = 7
_FULL: Final = 3
_TRIES: Final = 100
_RUNS: Final = re.compile(r"(?P<upper>[A-Z]+)|(?P<lower>[a-z]+)|(?P<hangul>[가-힣])")


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of all texts by their looks, and the two syllables of the given names among them."""

    alike: Mapping[str, Sequence[str]]
    first: Sequence[str]
    second: Sequence[str]


def redrawn(rows: Sequence[Row], seed: int = _SEED) -> list[Row]:
    """Return the rows with other persons; in a text somebody stays one, and a given name follows the full one."""
    rng = Random(seed)  # noqa: S311 - no secret
    alike = defaultdict[str, list[str]](list)
    for name in (name for row in rows for name in _written(row)):
        alike[_look(name)].append(name)
    given = [name[1:] for same in alike.values() for name in same if _is_full(name)]
    names = _Names(alike, [name[0] for name in given], [name[1] for name in given])
    return [_with(row, _others(_written(row), names, rng)) for row in rows]


def _persons(row: Row) -> list[Span]:
    return sorted((span for span in row.gold if span.type is EntityType.PERSON), key=lambda span: span.start)


def _written(row: Row) -> list[str]:
    """Return a text's names, the longest first."""
    written = {row.text[span.start : span.end] for span in _persons(row)}
    return sorted(written, key=lambda name: (-len(name), name))


def _others(written: Iterable[str], names: _Names, rng: Random) -> dict[str, str]:
    others: dict[str, str] = {}
    for name in written:
        full = next((full for full in others if _is_full(full) and full.endswith(name)), None)
        others[name] = others[full][-len(name) :] if full else _other(name, names, rng)
    return others


def _other(name: str, names: _Names, rng: Random) -> str:
    """Return another name; it ends as this one does, so that the particles behind it stay right."""
    if not _is_full(name):
        return rng.choice(names.alike[_look(name)])
    drawn = (name_generator.surname(rng) + rng.choice(names.first) + rng.choice(names.second) for _ in range(_TRIES))
    return next((other for other in drawn if _look(other) == _look(name)), name)


def _is_full(name: str) -> bool:
    """Say whether it is a surname and a given name of one and two syllables, as most names are."""
    return len(name) == _FULL and all(map(is_syllable, name)) and name[0] in SINGLE and not name.startswith(DOUBLE)


def _look(name: str) -> str:
    """Return what names that are written alike share: syllables, capitals and signs, and whether the end is closed."""
    closed = is_syllable(name[-1]) and bool(final(name[-1]))
    return _RUNS.sub(lambda run: str(run.lastgroup), name) + str(closed)


def _with(row: Row, others: Mapping[str, str]) -> Row:
    """Return a row with other names in the place of its own, and all spans moved along."""
    text, reached, moves = "", 0, list[tuple[int, int]]()
    for span in _persons(row):
        other = others[row.text[span.start : span.end]]
        text += row.text[reached : span.start] + other
        reached = span.end
        moves.append((span.end, len(other) - (span.end - span.start)))
    text += row.text[reached:]

    def moved(spans: Iterable[Span]) -> list[Span]:
        return [
            replace(
                span,
                start=span.start + sum(by for place, by in moves if place <= span.start),
                end=span.end + sum(by for place, by in moves if place <= span.end),
            )
            for span in spans
        ]

    return replace(row, text=text, gold=moved(row.gold), neutral=moved(row.neutral))
