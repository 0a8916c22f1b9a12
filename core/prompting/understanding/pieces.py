"""Meaning of a request: the mean of the vectors of its word pieces, in which words that mean alike lie near each other.

The pieces and their vectors are a file beside this one, made by `python -m serving.training.intents.pieces` from those
of Google's Universal Sentence Encoder (multilingual, version 3).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

FILE: Final = "pieces.npz"
_START: Final = "▁"  # before a piece that begins a word


@dataclass(frozen=True)
class Pieces:
    """Word pieces with a vector each, weighed by how telling the piece is; `longest` is a piece's in characters."""

    at: dict[str, int]
    vectors: NDArray[np.float32]
    longest: int

    def meaning(self, text: str) -> NDArray[np.float32]:
        """Return the sum of the vectors of a text's pieces, of about the same length for every text."""
        found = self.vectors[[self.at[piece] for piece in split(text, self.at, self.longest)]]
        length = np.sqrt((found * found).sum())
        return np.asarray(found.sum(axis=0) / length if length else np.zeros(self.vectors.shape[1]), np.float32)


@cache
def pieces() -> Pieces:
    """Return the pieces, read once."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as stored:
        names = str(stored["names"]).split("\n")
        return Pieces(
            {name: at for at, name in enumerate(names)}, stored["vectors"].astype(np.float32), max(map(len, names))
        )


def split(text: str, known: dict[str, int], longest: int) -> Iterator[str]:
    """Yield the longest known pieces of each word from its beginning; characters that begin none are left out."""
    for word in islice(text.split(" "), 60):
        rest = _START + word
        while rest:
            size = next((size for size in range(min(len(rest), longest), 0, -1) if rest[:size] in known), 0)
            if size:
                yield rest[:size]
            rest = rest[size or 1 :]
