"""The units a text is tagged in: one Hangul syllable, one Latin word, one run of digits, or one other character."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

SPACE: Final = 0
HANGUL: Final = 1
LATIN: Final = 2
DIGIT: Final = 3
JAMO: Final = 4
HAN: Final = 5
OTHER: Final = 6
BREAK: Final = 7

RUNS: Final = (LATIN, DIGIT, JAMO, HAN)


@dataclass(frozen=True, slots=True)
class Units:
    """Parallel arrays, one entry a unit, with a line break standing for each end of the text.

    `start` and `end` are code points of the text; `spaced` says that blank or break comes before.
    """

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    kind: NDArray[np.uint8]
    spaced: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.start)

    def first_of_words(self) -> NDArray[np.int64]:
        """Return the first unit of each word (what stands between two blanks; a break is a word)."""
        return np.flatnonzero(self._begins())

    def words(self) -> NDArray[np.int64]:
        """Return each unit's word."""
        return np.cumsum(self._begins()) - 1

    def runs(self) -> NDArray[np.bool_]:
        """Say which units may be of several characters."""
        return np.asarray(_IS_RUN[self.kind], np.bool_)

    def _begins(self) -> NDArray[np.bool_]:
        broken = self.kind == BREAK
        return np.asarray(self.spaced | broken | np.concatenate(([False], broken[:-1])), np.bool_)


def code_points(text: str) -> NDArray[np.uint32]:
    """Return the text's code points."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def split(codes: NDArray[np.uint32]) -> Units:
    """Cut code points into units; blanks become a flag on the unit that follows."""
    kind = np.concatenate(([BREAK], _KINDS[np.minimum(codes, len(_KINDS) - 1)], [BREAK])).astype(np.uint8)
    joins = _IS_RUN[kind[1:]] & (kind[1:] == kind[:-1])
    starts = np.flatnonzero(np.concatenate(([True], ~joins)))
    ends = np.append(starts[1:], len(kind))
    solid = kind[starts] != SPACE
    spaced = np.concatenate(([True], kind[starts[1:] - 1] == SPACE)) | (kind[np.maximum(starts - 1, 0)] == BREAK)
    starts, ends, spaced = starts[solid], ends[solid], spaced[solid]
    limit = len(codes)
    return Units(np.clip(starts - 1, 0, limit), np.clip(ends - 1, 0, limit), kind[starts], spaced)


def _kinds() -> NDArray[np.uint8]:
    table = np.full(0x10000, OTHER, dtype=np.uint8)
    for first, last, kind in (
        (0x00, 0x20, SPACE),
        (0x85, 0xA0, SPACE),
        (0x2000, 0x200F, SPACE),
        (0x3000, 0x3000, SPACE),
        (0xFEFF, 0xFEFF, SPACE),
        (0x0A, 0x0A, BREAK),
        (0x0D, 0x0D, BREAK),
        (0x30, 0x39, DIGIT),
        (0x41, 0x5A, LATIN),
        (0x61, 0x7A, LATIN),
        (0xC0, 0x24F, LATIN),
        (0x1100, 0x11FF, JAMO),
        (0x3130, 0x318F, JAMO),
        (0x3400, 0x4DBF, HAN),
        (0x4E00, 0x9FFF, HAN),
        (0xF900, 0xFAFF, HAN),
        (0x3040, 0x30FF, HAN),
        (0xAC00, 0xD7A3, HANGUL),
    ):
        table[first : last + 1] = kind
    return table


_KINDS: Final = _kinds()
_IS_RUN: Final = np.isin(np.arange(BREAK + 1), RUNS)
