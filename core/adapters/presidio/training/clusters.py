"""Word classes of morphemes, from how they are used in unlabelled text."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.engine import Morpheme
from core.adapters.presidio.names.morphology import Clusters, cluster_key

COARSE: Final = 64
FINE: Final = 320

_FEWEST: Final = 4
_CONTEXTS: Final = 1500
_STEPS: Final = (-2, -1, 1, 2)
_DIMENSIONS: Final = 50
_ROUNDS: Final = 25
_EDGE: Final = -1


def learn(sentences: Sequence[Sequence[Morpheme]]) -> Clusters:
    """Return the classes: positive mutual information with the neighbours, its singular vectors, spherical k-means."""
    keyed = [[cluster_key(morpheme) for morpheme in sentence] for sentence in sentences]
    counts = Counter(key for sentence in keyed for key in sentence)
    keys = [key for key, count in counts.items() if count >= _FEWEST]
    contexts = [key for key, _ in counts.most_common(_CONTEXTS)]
    vectors = _vectors(_information(_neighbours(keyed, keys, contexts)))
    generator = np.random.default_rng(0)
    coarse, fine = (_means(vectors, size, generator) for size in (COARSE, FINE))
    return Clusters(dict(zip(keys, coarse, strict=True)), dict(zip(keys, fine, strict=True)))


def _neighbours(sentences: list[list[int]], keys: list[int], contexts: list[int]) -> NDArray[np.float32]:
    row = {key: i for i, key in enumerate(keys)}
    column = {key: i for i, key in enumerate(contexts)}
    width = len(contexts) + 1
    table = np.zeros((len(keys), len(_STEPS) * width), np.float32)
    for sentence in sentences:
        padded = [_EDGE, _EDGE, *sentence, _EDGE, _EDGE]
        for i in range(2, len(padded) - 2):
            if padded[i] in row:
                for k, step in enumerate(_STEPS):
                    table[row[padded[i]], k * width + column.get(padded[i + step], len(contexts))] += 1
    return table


def _information(counts: NDArray[np.float32]) -> NDArray[np.float32]:
    expected = counts.sum(1, keepdims=True) * counts.sum(0, keepdims=True) / counts.sum()
    return np.asarray(np.log(np.maximum(counts / np.maximum(expected, 1e-9), 1)), np.float32)


def _vectors(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return unit vectors of the leading singular directions (randomised, one power step)."""
    start = np.random.default_rng(0).standard_normal((table.shape[1], _DIMENSIONS + 10)).astype(np.float32)
    basis = np.linalg.qr(table @ (table.T @ (table @ start)))[0]
    left, strength, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    vectors = (basis @ left[:, :_DIMENSIONS]) * np.sqrt(strength[:_DIMENSIONS])
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9), np.float32)


def _means(vectors: NDArray[np.float32], size: int, generator: np.random.Generator) -> list[int]:
    centres = vectors[generator.choice(len(vectors), min(size, len(vectors)), replace=False)]
    for _ in range(_ROUNDS):
        nearest = (vectors @ centres.T).argmax(axis=1)
        for k in range(len(centres)):
            members = vectors[nearest == k]
            if len(members):
                total = members.sum(axis=0)
                centres[k] = total / (np.linalg.norm(total) + 1e-9)
    return [int(number) + 1 for number in (vectors @ centres.T).argmax(axis=1)]
