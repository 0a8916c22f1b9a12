"""Clusters: the word classes of morphemes, by what they mean."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

LATIN_TAG: Final = "SL"
"""Kiwi's tag of a word in Latin letters."""

CONTENT: Final = ("NNG", "NNP", "VV", "VA", "SL", "MAG", "XR")
"""The tags of morphemes that have word classes."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Word classes of morphemes by what they mean: keys in ascending order, the coarse and the fine class of each.

    Classes count from 1.
    """

    keys: NDArray[np.uint32]
    coarse: NDArray[np.uint16]
    fine: NDArray[np.uint16]

    def of(self, keys: Sequence[int]) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
        """Return the coarse and the fine class of each key, 0 where it has none."""
        wanted = np.array(keys, np.uint32)
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        known = self.keys[place] == wanted
        return self.coarse[place] * known, self.fine[place] * known


@lru_cache(maxsize=1 << 14)
def number(word: str) -> int:
    """Return the number that stands for a word, the same in every process."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) + 1


@lru_cache(maxsize=1 << 14)
def cluster_key(form: str, tag: str) -> int:
    """Return a morpheme's key in `Clusters`: its form with the coarse part of its tag; capitals do not count."""
    return (number(form.lower() if tag == LATIN_TAG else form) ^ number(tag[:2])) & 0xFFFFFFFF
