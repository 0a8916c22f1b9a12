"""Runs: what a run of Hangul tells, words of the lists in it, shapes of names, its word's stem and tail."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.names import units
from core.adapters.presidio.names.lexicon import Lexicon
from core.adapters.presidio.names.morphology import Morphology, number
from core.adapters.presidio.names.tails import is_tail
from core.adapters.presidio.names.units import Units

Column = NDArray[np.int64]

_PATTERNS: Final = {"name3": 3, "name2": 2, "name4": 4}
_MARKS: Final = ("listed", "inner", "given", *_PATTERNS)


def runs(text: str, split: Units, morphology: Morphology, lexicon: Lexicon) -> dict[str, Column]:
    """Return the columns that the runs of Hangul give."""
    table = {name: np.zeros(len(split), np.int64) for name in _MARKS}
    stems = _Stems(split, morphology, lexicon)
    for first, run in _hangul(text, split):
        stems.see(first, run)
        _mark_run(run, lexicon, {name: column[first : first + len(run)] for name, column in table.items()})
    return table | stems.columns()


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


def _mark_run(run: str, lexicon: Lexicon, marks: dict[str, Column]) -> None:
    _mark_listed(run, lexicon, marks["listed"])
    _mark_inner(run, lexicon, marks["inner"])
    if run[0] in lexicon.surnames:
        for name, length in _PATTERNS.items():
            _mark_name(run, length, 1, lexicon, marks[name])
    _mark_name(run, 2, 0, lexicon, marks["given"])


def _hangul(text: str, split: Units) -> Iterator[tuple[int, str]]:
    """Yield each run of Hangul without a blank, with its first unit."""
    hangul = split.kind == units.HANGUL
    joined = hangul[1:] & hangul[:-1] & ~split.spaced[1:]
    first = np.flatnonzero(hangul & ~np.concatenate(([False], joined)))
    last = np.flatnonzero(hangul & ~np.append(joined, False))
    for i, start, end in zip(first.tolist(), split.start[first].tolist(), split.end[last].tolist(), strict=True):
        yield i, text[start:end]


def _mark_listed(run: str, lexicon: Lexicon, marks: Column) -> None:
    for length in range(min(len(run), 8), 0, -1):
        if kind := lexicon.classes.get(run[:length]):
            _mark(marks[:length], kind * 16 + _ending(run[length:]))
            return


def _mark_inner(run: str, lexicon: Lexicon, marks: Column) -> None:
    for start in range(1, len(run) - 1):
        for length in range(min(len(run) - start, 6), 1, -1):
            if kind := lexicon.classes.get(run[start : start + length]):
                _mark(marks[start : start + length], kind * 16 + _ending(run[start + length :]))
                return


def _ending(rest: str) -> int:
    return 0 if not rest else 1 if is_tail(rest) else 2


def _mark(marks: Column, value: int) -> None:
    marks[:] = value + 4
    marks[0] = value
    marks[-1] = value + 8 if len(marks) > 1 else value


def _mark_name(run: str, length: int, given: int, lexicon: Lexicon, marks: Column) -> None:
    """Mark a run's beginning that has the shape of a name: what follows it, how usual its syllables are."""
    if length > len(run):
        return
    rest = run[length:]
    end = 1 if not rest else 2 if is_tail(rest) else 3 if rest in lexicon.titles else 0
    if end:
        usual = (run[given] in lexicon.syllables) + (run[length - 1] in lexicon.syllables)
        marks[:length] = np.arange(1, length + 1) + 4 * end + 32 * usual
