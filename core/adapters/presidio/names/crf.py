"""A linear-chain conditional random field that reads: scores, marginals, the best path."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.names.rows import Rows

Scores = NDArray[np.float32]

OUTSIDE: Final = "O"
"""The label of what is no name."""


@dataclass(frozen=True, slots=True)
class Crf:
    """Weights of hashed features; every array is read only, so threads may share it.

    `rows` maps a feature's bucket to its row in `weights` (0: unknown, all zero), which count in steps of `step`;
    `transitions[a, b]` scores b after a.
    """

    labels: tuple[str, ...]
    rows: Rows
    weights: Scores | NDArray[np.int8]
    transitions: Scores
    step: float = 1.0

    def scores(self, features: NDArray[np.integer[Any]]) -> Scores:
        """Return one score for each unit and label, from the buckets of the unit's features."""
        # A feature at a time over all units of a chunk, which is how the processor's cache likes it; whole numbers of
        # one byte add up in two.
        whole = np.int16 if self.weights.dtype == np.int8 else np.float32
        chunks = [
            np.add.reduce(self.weights.take(self.rows[features[i : i + 128].T], axis=0), axis=0, dtype=whole)
            for i in range(0, len(features), 128)
        ]
        return np.concatenate((np.zeros((0, len(self.labels)), np.float32), *chunks)) * np.float32(self.step)

    def marginals(self, scores: Scores, first: int = 0, last: int | None = None) -> Scores:
        """Return the probability of each label, of all units or of some (forward and backward passes, scaled)."""
        last = len(scores) - 1 if last is None else last
        step = np.exp(self.transitions.astype(np.float64))
        emission = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64))
        forward, backward = emission[: last + 1].copy(), np.ones_like(emission)
        for i in range(last + 1):
            ahead = (forward[i - 1] @ step) * emission[i] if i else emission[i]
            forward[i] = ahead / np.add.reduce(ahead)
        for i in range(len(emission) - 2, first - 1, -1):
            behind = step @ (backward[i + 1] * emission[i + 1])
            backward[i] = behind / np.add.reduce(behind)
        joint = forward[first:] * backward[first : last + 1]
        return np.asarray(joint / joint.sum(axis=1, keepdims=True), dtype=np.float32)

    def best_paths(self, scores: Scores) -> list[list[int]]:
        """Return the labels of highest joint score, for each of several scores of the same units (Viterbi)."""
        if not scores.shape[1]:
            return [[] for _ in scores]
        best = scores.transpose(1, 0, 2).copy()
        back = np.empty((len(best) - 1, *best.shape[1:]), np.uint8)
        for i in range(1, len(best)):
            ways = best[i - 1][:, :, None] + self.transitions
            back[i - 1] = ways.argmax(axis=1)
            best[i] += np.maximum.reduce(ways, axis=1)
        return [_traced(back[:, k], int(last)) for k, last in enumerate(best[-1].argmax(axis=1))]


def _traced(back: NDArray[np.uint8], last: int) -> list[int]:
    """Return the path to its last label, from the label before each."""
    ways, path = back.tobytes(), [last]
    for start in range(back.size, 0, -back.shape[1]):
        path.append(ways[start - back.shape[1] + path[-1]])
    return path[::-1]
