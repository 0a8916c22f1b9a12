"""Rows: which row of the weights a feature's bucket has, kept as one bit for each bucket."""

from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

_WORD: Final = 32
_SHIFT: Final = 5
_BITS: Final = np.uint32(1) << np.arange(_WORD, dtype=np.uint32)


@dataclass(frozen=True, slots=True)
class Rows:
    """The used buckets, numbered in their order from 1: a bit for each bucket, and the number at each word of bits.

    A number for each bucket would take sixteen times the memory, and most are 0.
    """

    bits: NDArray[np.uint32]
    before: NDArray[np.int32]

    @classmethod
    def of(cls, used: NDArray[np.integer[Any]], buckets: int) -> Self:
        """Return the rows of the used buckets, in ascending order."""
        bits = np.zeros(buckets // _WORD, np.uint32)
        np.bitwise_or.at(bits, used // _WORD, _BITS[used % _WORD])
        counts = np.bitwise_count(bits).astype(np.int32)
        return cls(bits, np.cumsum(counts, dtype=np.int32) - counts + 1)

    @property
    def buckets(self) -> int:
        """How many buckets there are, used or not."""
        return len(self.bits) * _WORD

    def __getitem__(self, buckets: NDArray[np.integer[Any]]) -> NDArray[np.int32]:
        """Return the row of each bucket, 0 for one that is not used."""
        words = buckets >> _SHIFT  # twice as fast as division
        bit = _BITS.take(buckets & (_WORD - 1))
        held = self.bits.take(words)
        lower = np.bitwise_count(held & (bit - np.uint32(1)))
        return np.where(held & bit, self.before.take(words) + lower, 0).astype(np.int32)

    def used(self) -> NDArray[np.int32]:
        """Return the used buckets in ascending order."""
        bits = np.unpackbits(self.bits.astype("<u4", copy=False).view(np.uint8), bitorder="little")
        return np.flatnonzero(bits).astype(np.int32)
