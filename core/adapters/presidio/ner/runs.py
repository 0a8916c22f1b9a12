"""Runs: what a run of Hangul tells, words of the lists in it, shapes of names, its word's stem and tail."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner import units
from core.adapters.presidio.ner.clusters import number
from core.adapters.presidio.ner.lexicon import Lexicon
from core.adapters.presidio.ner.morphology import Morphology
from core.adapters.presidio.ner.tails import is_tail
from core.adapters.presidio.ner.units import Units

Column = NDArray[np.int64]

_PATTERNS: Final = {"name3": 3, "name2": 2, "name4": 4}
_COLUMNS: Final = ("listed", "inner", "given", *_PATTERNS)


def runs(text: str, split: Units, morphology: Morphology, lexicon: Lexicon) -> dict[str, Column]:
    """Return the columns that the runs of Hangul give."""
    marks = {name: [0] * len(split) for name in _COLUMNS}
    stems = _Stems(split, morphology, lexicon)
    for first, run in _hangul(text, split):
        stems.see(first, run)
        for name, start, values in _marks(run, lexicon):
            marks[name][first + start : first + start + len(values)] = values
    return {name: np.array(column, np.int64) for name, column in marks.items()} | stems.columns()


class _Stems:
    """Stem and tail of each word, by its first run, with two empty words at each end."""

    def __init__(self, split: Units, morphology: Morphology, lexicon: Lexicon) -> None:
        self._split = split
        self._morphology = morphology
        self._lexicon = lexicon
        self._word = split.words()
        size = len(split.first_of_words()) + 4
        self._stems, self._tails, self._classes, self._signatures = np.zeros((4, size), np.int64)

    def see(self, first: int, run: str) -> None:
        """Take note of a run, if it is its word's first."""
        word, start = int(self._word[first]) + 2, int(self._split.start[first])
        if self._stems[word]:
            return
        end = self._morphology.stem_end(start, start + len(run))
        stem, tail = run[: end - start], run[end - start :]
        self._stems[word], self._tails[word] = number(stem), number(tail)
        self._classes[word] = self._lexicon.classes.get(stem, 0)
        self._signatures[word] = self._morphology.signature(start, end)

    def columns(self) -> dict[str, Column]:
        """Return what is known of each unit's word and of those around it."""
        here = self._word + 2
        return {
            "stem": self._stems[here],
            "tail": self._tails[here],
            "signature": self._signatures[here],
            "next_stem": self._stems[here + 1],
            "next2_stem": self._stems[here + 2],
            "previous_stem": self._stems[here - 1],
            "previous2_stem": self._stems[here - 2],
            "next_tail": self._tails[here + 1],
            "previous_tail": self._tails[here - 1],
            "next_class": self._classes[here + 1],
            "previous_class": self._classes[here - 1],
        }


def _marks(run: str, lexicon: Lexicon) -> Iterator[tuple[str, int, Sequence[int]]]:
    """Yield what a run tells of its units: the column, the first unit, and a mark for it and those behind it."""
    yield "listed", 0, _listed(run, lexicon)
    yield "inner", *_inner(run, lexicon)
    if run[0] in lexicon.surnames:
        for name, length in _PATTERNS.items():
            yield name, 0, _named(run, length, 1, lexicon)
    yield "given", 0, _named(run, 2, 0, lexicon)


def _hangul(text: str, split: Units) -> Iterator[tuple[int, str]]:
    """Yield each run of Hangul without a blank, with its first unit."""
    hangul = split.kind == units.HANGUL
    joined = hangul[1:] & hangul[:-1] & ~split.spaced[1:]
    first = np.flatnonzero(hangul & ~np.concatenate(([False], joined)))
    last = np.flatnonzero(hangul & ~np.append(joined, False))
    for i, start, end in zip(first.tolist(), split.start[first].tolist(), split.end[last].tolist(), strict=True):
        yield i, text[start:end]


def _listed(run: str, lexicon: Lexicon) -> Sequence[int]:
    for length in range(min(len(run), 8), 0, -1):
        if kind := lexicon.classes.get(run[:length]):
            return _word(length, kind * 16 + _ending(run[length:]))
    return ()


def _inner(run: str, lexicon: Lexicon) -> tuple[int, Sequence[int]]:
    for start in range(1, len(run) - 1):
        for length in range(min(len(run) - start, 6), 1, -1):
            if kind := lexicon.classes.get(run[start : start + length]):
                return start, _word(length, kind * 16 + _ending(run[start + length :]))
    return 0, ()


def _ending(rest: str) -> int:
    return 0 if not rest else 1 if is_tail(rest) else 2


def _word(length: int, value: int) -> Sequence[int]:
    return (value, *[value + 4] * (length - 2), value + 8) if length > 1 else (value,)


def _named(run: str, length: int, given: int, lexicon: Lexicon) -> Sequence[int]:
    """Return marks for a beginning that has the shape of a name: what follows it, how usual its syllables are."""
    if length > len(run):
        return ()
    rest = run[length:]
    end = 1 if not rest else 2 if is_tail(rest) else 3 if rest in lexicon.titles else 0
    if not end:
        return ()
    usual = (run[given] in lexicon.syllables) + (run[length - 1] in lexicon.syllables)
    return range(4 * end + 32 * usual + 1, 4 * end + 32 * usual + length + 1)
