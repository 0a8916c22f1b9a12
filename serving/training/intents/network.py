"""A network over word pieces: their vectors are summed, and what the sum means is read by one hidden layer.

It learns two things at once: the intents of the requests, and what a sentence encoder makes of them, which keeps words
that no request of an intent had where the encoder has them. By Adam in small batches; deterministic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numba
import numpy as np

from core.prompting.understanding.piece_vectors import split
from core.prompting.understanding.request_features import Request, normal
from serving.training.softmax import NOTHING, SMOOTHING, Labels, Matrix, Sparse, row_weights

_HIDDEN: Final = 512
_PASSES: Final = 25
_BATCH: Final = 128
_RATE: Final = 0.003
_DECAY: Final = 0.01
_DROPPED: Final = 0.4  # of the pieces of a request in each pass: none may decide alone
_ENCODER: Final = 16 / 512  # how much a dimension of the encoder's vector counts beside the intent
_FIRST, _SECOND = 0.9, 0.999  # Adam's memory of gradients and of their squares


@dataclass(frozen=True)
class Network:
    """Vectors of pieces (pieces × dimensions), the hidden layer, and weights (hidden × classes) with a bias each."""

    vectors: Matrix
    hidden: Matrix
    hidden_bias: Matrix
    output: Matrix
    bias: Matrix

    def logits(self, rows: Sparse) -> Matrix:
        """Return the logits (rows × classes)."""
        pooled = _pool(rows.starts, rows.at, rows.values, self.vectors)
        read: Matrix = np.maximum(pooled @ self.hidden + self.hidden_bias, 0) @ self.output + self.bias
        return read


def piece_rows(requests: Sequence[Request], known: dict[str, int]) -> Sparse:
    """Return the pieces of requests, a row each; a row's values are as large together for few pieces as for many."""
    longest = max(map(len, known))
    found = [[known[piece] for piece in split(normal(request.purpose), known, longest)] for request in requests]
    return Sparse(
        np.cumsum([0, *map(len, found)]).astype(np.int64),
        np.array([at for row in found for at in row], np.int64),
        np.array([len(row) ** -0.5 for row in found for _ in row], np.float32),
        len(known),
    )


def fit_network(rows: Sparse, labels: Labels, classes: int, vectors: Matrix, encoded: Matrix) -> Network:
    """Fit a network that starts from `vectors`; `encoded` are the encoder's vectors of the rows."""
    random = np.random.default_rng(1)
    dimensions = vectors.shape[1]
    target = ((encoded - encoded.mean(axis=0)) / encoded.std()).astype(np.float32)
    weight = row_weights(labels, classes)
    hidden = random.normal(size=(dimensions, _HIDDEN)) * np.sqrt(2 / dimensions)
    shapes = (_HIDDEN, classes), classes, (_HIDDEN, target.shape[1])
    vectors, hidden, hidden_bias = vectors.copy(), hidden.astype(np.float32), np.zeros(_HIDDEN, np.float32)
    output, bias, to_encoder = (np.zeros(shape, np.float32) for shape in shapes)
    fitted = [_Fitted(part) for part in (vectors, hidden, hidden_bias, output, bias, to_encoder)]
    for done in range(_PASSES):
        order = random.permutation(len(labels))
        for begin in range(0, len(order), _BATCH):
            picked = order[begin : begin + _BATCH]
            some = rows.take(picked)
            kept = (random.random(len(some.values)) >= _DROPPED).astype(np.float32) / np.float32(1 - _DROPPED)
            pooled = _pool(some.starts, some.at, some.values * kept, vectors)
            read = np.maximum(pooled @ hidden + hidden_bias, 0)
            wrong = _error(read @ output + bias, labels[picked]) * weight[picked, None] / np.float32(len(picked))
            apart = (read @ to_encoder - target[picked]) * np.float32(_ENCODER / len(picked))
            back = (wrong @ output.T + apart @ to_encoder.T) * (read > 0)
            moved = _spread(some.starts, some.at, some.values * kept, back @ hidden.T, len(vectors))
            gradients = moved, pooled.T @ back, back.sum(axis=0), read.T @ wrong, wrong.sum(axis=0), read.T @ apart
            for part, gradient in zip(fitted, gradients, strict=True):
                part.step(gradient, 1 - done / _PASSES)
    return Network(vectors, hidden, hidden_bias, output, bias)


class _Fitted:
    """An array that Adam changes in place."""

    def __init__(self, values: Matrix) -> None:
        self._values = values.reshape(-1)
        self._decay = _DECAY if values.ndim > 1 else 0.0
        self._first, self._second = np.zeros_like(self._values), np.zeros_like(self._values)
        self._steps = 0

    def step(self, gradient: Matrix, share: float) -> None:
        """Move it against a gradient, by a share of the rate."""
        self._steps += 1
        rate = _RATE * share
        scale = rate * np.sqrt(1 - _SECOND**self._steps) / (1 - _FIRST**self._steps)
        _move(
            self._values,
            np.ascontiguousarray(gradient, np.float32).reshape(-1),
            self._first,
            self._second,
            np.float32(scale),
            np.float32(1 - rate * self._decay),
        )


def _error(logits: Matrix, labels: Labels) -> Matrix:
    """Return the gradient of the loss by the logits."""
    exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
    spread = np.where(labels == NOTHING, 1, SMOOTHING).astype(np.float32)
    error: Matrix = exponents / exponents.sum(axis=1, keepdims=True) - spread[:, None] / np.float32(logits.shape[1])
    error[np.arange(len(labels)), labels] -= 1 - spread
    return error


@numba.njit(cache=True)
def _pool(starts, at, values, vectors):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - compiled
    pooled = np.zeros((len(starts) - 1, vectors.shape[1]), np.float32)
    for row in range(len(pooled)):
        for k in range(starts[row], starts[row + 1]):
            pooled[row] += vectors[at[k]] * values[k]
    return pooled


@numba.njit(cache=True)
def _spread(starts, at, values, gradients, pieces):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - compiled
    spread = np.zeros((pieces, gradients.shape[1]), np.float32)
    for row in range(len(gradients)):
        for k in range(starts[row], starts[row + 1]):
            spread[at[k]] += gradients[row] * values[k]
    return spread


@numba.njit(cache=True, error_model="numpy")
def _move(values, gradient, first, second, scale, kept) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, PLR0913, PLR0917 - compiled
    for k in range(len(values)):
        first[k] += np.float32(1 - _FIRST) * (gradient[k] - first[k])
        second[k] += np.float32(1 - _SECOND) * (gradient[k] * gradient[k] - second[k])
        values[k] = (values[k] - scale * first[k] / (np.sqrt(second[k]) + np.float32(1e-8))) * kept
