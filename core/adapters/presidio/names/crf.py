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
        # A feature at a time over all units of a chunk, which is how the processor's cache likes it.
        chunks = [
            np.add.reduce(self.weights[self.rows[features[i : i + 128]].T], axis=0, dtype=np.float32)
            for i in range(0, len(features), 128)
        ]
        return np.concatenate((np.zeros((0, len(self.labels)), np.float32), *chunks)) * np.float32(self.step)

    def marginals(self, scores: Scores) -> Scores:
        """Return each unit's probability of each label (forward and backward passes, scaled)."""
        step = np.exp(self.transitions.astype(np.float64))
        emission = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64))
        forward = np.empty_like(emission)
        backward = np.ones_like(emission)
        for i, here in enumerate(emission):
            ahead = here if i == 0 else (forward[i - 1] @ step) * here
            forward[i] = ahead / ahead.sum()
        for i in range(len(emission) - 2, -1, -1):
            behind = step @ (backward[i + 1] * emission[i + 1])
            backward[i] = behind / behind.sum()
        joint = forward * backward
        return np.asarray(joint / joint.sum(axis=1, keepdims=True), dtype=np.float32)

    def best_path(self, scores: Scores) -> list[int]:
        """Return the labels of highest joint score (Viterbi, between units that are no name whatever stands beside)."""
        outside = self.labels.index(OUTSIDE)
        path = np.full(len(scores), outside)
        for start, end in _stretches(~self._surely(outside, scores)):
            head = self.transitions[outside] if start else np.zeros(len(self.labels), np.float32)
            tail = self.transitions[:, outside] if end < len(scores) else np.zeros(len(self.labels), np.float32)
            path[start:end] = self._between(scores[start:end], head, tail)
        return [int(label) for label in path]

    def _surely(self, outside: int, scores: Scores) -> NDArray[np.bool_]:
        """Say which units have a label on the best path, because no other makes up for its score by transitions."""
        gain = self.transitions - self.transitions[:, outside, None]
        gain_behind = self.transitions - self.transitions[outside]
        # At an end there is only one of the two transitions, so neither may make up for the other.
        most = np.maximum(gain.max(axis=0), 0) + np.maximum(gain_behind.max(axis=1), 0)
        sure = scores[:, outside, None] - scores > most
        sure[:, outside] = True
        return np.asarray(sure.all(axis=1), np.bool_)

    def _between(self, scores: Scores, head: Scores, tail: Scores) -> list[int]:
        labels = np.arange(len(self.labels))
        best, back = scores[0] + head, np.zeros(scores.shape, np.int64)
        for i in range(1, len(scores)):
            ways = best[:, None] + self.transitions
            back[i] = ways.argmax(axis=0)
            best = ways[back[i], labels] + scores[i]
        path = [int((best + tail).argmax())]
        for i in range(len(scores) - 1, 0, -1):
            path.append(int(back[i, path[-1]]))
        return path[::-1]


def _stretches(held: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return start and end of each run of True."""
    borders = np.flatnonzero(np.diff(np.concatenate(([False], held, [False]))))
    return [(int(start), int(end)) for start, end in borders.reshape(-1, 2)]
