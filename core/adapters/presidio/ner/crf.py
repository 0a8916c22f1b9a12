"""Linear-chain conditional random fields that read: scores, marginals, the best paths."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from core.adapters.presidio.ner.rows import Rows

Scores = NDArray[np.float32]
Places = NDArray[np.intp]

OUTSIDE: Final = "O"
"""The label of what is no name."""

# So many units at a time stay in the processor's cache.
_PIECE: Final = 128


@dataclass(frozen=True, slots=True)
class Crf:
    """Weights of hashed features for one field or several that read the same; read only, so threads may share it.

    `rows` maps a feature's bucket to its row in `weights` (0: unknown, all zero), which count in steps of `step`, for
    each field and label; `transitions[field, a, b]` scores b after a.
    """

    labels: tuple[str, ...]
    rows: Rows
    weights: Scores | NDArray[np.int8]
    transitions: Scores
    step: float = 1.0

    @classmethod
    def joined(cls, fields: Sequence[Self]) -> Self:
        """Return fields of the same labels and step as one, so that a feature is looked up once for all of them."""
        used = np.unique(np.concatenate([field.rows.used() for field in fields]))
        first, rows = fields[0], Rows.of(used, fields[0].rows.buckets)
        weights = np.zeros((len(used) + 1, len(fields), len(first.labels)), first.weights.dtype)
        for i, field in enumerate(fields):
            weights[rows[field.rows.used()], i] = field.weights[1:, 0]
        return cls(first.labels, rows, weights, np.concatenate([field.transitions for field in fields]), first.step)

    def parted(self) -> list[Self]:
        """Return each field with those features alone that it knows, in steps of 1."""
        return [self._one(field) for field in range(len(self.transitions))]

    def _one(self, field: int) -> Self:
        weights = self.weights[:, field : field + 1]
        known = np.flatnonzero(weights.any(axis=(1, 2)))
        rows = Rows.of(self.rows.used()[known - 1], self.rows.buckets)
        kept = weights[np.append(0, known)] * np.float32(self.step)
        return type(self)(self.labels, rows, kept, self.transitions[field : field + 1])

    def scores(self, features: NDArray[np.integer[Any]]) -> Scores:
        """Return one score for each field, unit and label, from the buckets of the unit's features."""
        # A feature at a time over all units of a piece, which is how the processor's cache likes it; whole numbers of
        # one byte add up in two.
        whole = np.int16 if self.weights.dtype == np.int8 else np.float32
        pieces = [
            np.add.reduce(self.weights.take(self.rows[features[i : i + _PIECE].T], axis=0), axis=0, dtype=whole)
            for i in range(0, len(features), _PIECE)
        ]
        scores = np.concatenate((np.zeros((0, *self.weights.shape[1:]), np.float32), *pieces)).transpose(1, 0, 2)
        return np.asarray(scores * np.float32(self.step), np.float32)

    def best_paths(self, scores: Scores) -> NDArray[np.uint8]:
        """Return the labels of highest joint score: for each field, and each of several scores, of all units."""
        *several, units, labels = scores.shape
        if not units:
            return np.zeros((*several, 0), np.uint8)
        # Units come first, so that a step is taken for all fields and scores at once.
        best = np.ascontiguousarray(scores.transpose(2, 3, 0, 1))
        steps = np.empty((labels, *best.shape[1:]), np.float32)
        steps[:] = self.transitions.transpose(1, 2, 0)[..., None]
        ahead, most = np.empty_like(steps), np.empty_like(best[0])
        for i in range(1, units):
            np.add(best[i - 1][:, None], steps, out=ahead)
            best[i] += np.maximum.reduce(ahead, axis=0, out=most)
        back = np.empty((units - 1, *best.shape[1:]), np.uint8)
        for i in range(0, units - 1, _PIECE):
            back[i : i + _PIECE] = (best[i : i + _PIECE][: units - 1 - i, :, None] + steps).argmax(axis=1)
        ends = best[-1].argmax(axis=0).ravel().tolist()
        ways = back.reshape(units - 1, labels, -1).transpose(2, 0, 1)
        return np.array(list(map(_traced, ways, ends)), np.uint8).reshape(*several, units)

    def marginals(
        self, scores: Scores, rows: tuple[Places, Places], starts: Places, ends: Places
    ) -> NDArray[np.float64]:
        """Return how probable each label is at each unit of several stretches (forward and backward passes, scaled).

        `rows` says which field and which of its scores each is read by, as if nothing stood around the stretch. What
        comes behind the shorter ones means nothing.
        """
        units = np.arange((ends - starts).max())[:, None]
        one = np.arange(len(starts))
        # Each stretch is read from both its ends; what is reached there is said by the units before.
        places = np.stack((np.minimum(starts + units, ends - 1), np.maximum(ends - 1 - units, starts)), axis=1)
        given = scores[*rows, places].astype(np.float64)
        given = np.exp(given - given.max(axis=-1, keepdims=True))
        forward = np.exp(self.transitions.astype(np.float64))[rows[0]]
        steps = np.stack((forward, forward.transpose(0, 2, 1)))
        reached = np.ones_like(given)
        for i in range(1, len(reached)):
            ahead = ((reached[i - 1] * given[i - 1])[..., None, :] @ steps)[..., 0, :]
            reached[i] = ahead / np.add.reduce(ahead, axis=-1, keepdims=True)
        joint = reached[:, 0] * given[:, 0] * reached[np.maximum(ends - starts - 1 - units, 0), 1, one]
        return np.asarray(joint / joint.sum(axis=-1, keepdims=True)).transpose(1, 0, 2)


def _traced(back: NDArray[np.uint8], last: int) -> list[int]:
    """Return the path to its last label, from the label before each."""
    ways, path = back.tobytes(), [last]
    for start in range(back.size, 0, -back.shape[1]):
        path.append(ways[start - back.shape[1] + path[-1]])
    return path[::-1]
