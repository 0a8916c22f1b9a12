"""Word classes: what means alike is of one class."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.clusters import Clusters
from serving.training.detector.vectors import Vectors

COARSE: Final = 256
FINE: Final = 1024

_ROUNDS: Final = 20
_PIECE: Final = 8192  # rows at a time


def learn(*vocabularies: Vectors) -> Clusters:
    """Return the classes of all vocabularies by spherical k-means; each vocabulary has classes of its own."""
    keys = np.concatenate([vectors.keys for vectors in vocabularies])
    coarse, fine = (_classes(vocabularies, size) for size in (COARSE, FINE))
    # Of two morphemes with one key the first is the more frequent.
    ordered, first = np.unique(keys, return_index=True)
    return Clusters(ordered, coarse[first], fine[first])


def _classes(vocabularies: tuple[Vectors, ...], size: int) -> NDArray[np.uint16]:
    classes = (_means(vectors.rows, size) + size * i + 1 for i, vectors in enumerate(vocabularies))
    return np.concatenate(list(classes)).astype(np.uint16)


def _means(rows: NDArray[np.float32], size: int) -> NDArray[np.int64]:
    generator = np.random.default_rng(0)
    centres = rows[generator.choice(len(rows), size, replace=False)]
    for _ in range(_ROUNDS):
        nearest = _nearest(rows, centres)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, rows)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        empty = lengths[:, 0] == 0
        sums[empty] = rows[generator.choice(len(rows), int(empty.sum()))]
        centres = (sums / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return _nearest(rows, centres)


def _nearest(rows: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.int64]:
    pieces = (rows[start : start + _PIECE] for start in range(0, len(rows), _PIECE))
    return np.concatenate([(piece @ centres.T).argmax(axis=1) for piece in pieces])
