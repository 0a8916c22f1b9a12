"""Meaning of a request: the sum of the vectors of its word pieces, in which words that mean alike lie near each other.

The pieces are those of Google's Universal Sentence Encoder (multilingual, version 3). Its vectors of them were trained
further with the classifier (`python -m serving.training.intents`) and are kept in its file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

_START: Final = "▁"  # before a piece that begins a word


@dataclass(frozen=True)
class Pieces:
    """Word pieces with a vector each; `longest` is a piece's in characters."""

    at: dict[str, int]
    vectors: NDArray[np.float32]
    longest: int

    def meaning(self, text: str) -> NDArray[np.float32]:
        """Return the sum of the vectors of a text's pieces, over the root of their number; 0 where there are none."""
        found = self.vectors[[self.at[piece] for piece in split(text, self.at, self.longest)]]
        return np.asarray(found.sum(axis=0) / max(len(found), 1) ** 0.5, np.float32)


def split(text: str, known: dict[str, int], longest: int) -> Iterator[str]:
    """Yield the longest known pieces of each word from its beginning; characters that begin none are left out."""
    for word in islice(text.split(" "), 60):
        rest = _START + word
        while rest:
            size = next((size for size in range(min(len(rest), longest), 0, -1) if rest[:size] in known), 0)
            if size:
                yield rest[:size]
            rest = rest[size or 1 :]
