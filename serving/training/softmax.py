"""Multinomial logistic regression over sparse features, by AdaGrad row by row; deterministic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numba
import numpy as np
from numpy.typing import NDArray

from core.prompting.understanding.request_features import DIMENSIONS, Request, features

_OF_NOTHING: Final = 3.0  # how much a row counts that asks for nothing: there are few, and short
_RATE: Final = 0.5
SMOOTHING: Final = 0.03
"""Of the labels: near misses are near."""
NOTHING: Final = -1
"""The label of what asks for nothing: every class is as likely."""
_STEADY: Final = 0.01  # where AdaGrad's sums begin: seldom features move less at first
_SEEN: Final = 2  # rows that a hashed feature must be in

Matrix = NDArray[np.float32]
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Sparse:
    """Rows of features: row `r` has the columns `at[starts[r]:starts[r + 1]]` of `columns`, with their `values`."""

    starts: NDArray[np.int64]
    at: NDArray[np.int64]
    values: Matrix
    columns: int

    def take(self, rows: NDArray[np.int64]) -> "Sparse":
        """Return some of the rows, in the order given."""
        parts = [np.arange(self.starts[row], self.starts[row + 1]) for row in rows]
        picked = np.concatenate(parts)
        starts = np.cumsum([0, *map(len, parts)]).astype(np.int64)
        return Sparse(starts, self.at[picked], self.values[picked], self.columns)


@dataclass(frozen=True)
class Fitted:
    """Weights (features × classes) and a bias a class."""

    weights: Matrix
    bias: Matrix

    def logits(self, rows: Sparse) -> Matrix:
        """Return the logits (rows × classes)."""
        result = np.empty((len(rows.starts) - 1, len(self.bias)), np.float32)
        for row in range(len(result)):
            part = slice(rows.starts[row], rows.starts[row + 1])
            result[row] = rows.values[part] @ self.weights[rows.at[part]] + self.bias
        return result


def grams(requests: Sequence[Request]) -> Sparse:
    """Return the hashed features of requests, a row each."""
    found = [features(request) for request in requests]
    return Sparse(
        np.cumsum([0, *map(len, found)]).astype(np.int64),
        np.array([at for row in found for at in row], np.int64),
        np.array([value for row in found for value in row.values()], np.float32),
        DIMENSIONS,
    )


def fit_grams(rows: Sparse, labels: Labels, classes: int) -> Fitted:
    """Fit weights of hashed features, which count by how few rows they are in; what is in one only tells nothing."""
    return fit_beside(rows, np.zeros((len(labels), 0), np.float32), labels, classes)


def fit_beside(rows: Sparse, vectors: Matrix, labels: Labels, classes: int) -> Fitted:
    """Fit weights of hashed features, and behind them of the vectors (rows × dimensions) that the rows have beside."""
    seen = np.bincount(rows.at, minlength=rows.columns)
    telling = np.where(seen < _SEEN, 0, np.log((1 + len(labels)) / (1 + seen))).astype(np.float32)
    telling /= telling[seen > 0].mean()
    weighed = Sparse(rows.starts, rows.at, rows.values * telling[rows.at], rows.columns)
    fitted = _fit(_with(weighed, vectors), labels, classes, passes=15)
    fitted.weights[: rows.columns] *= telling[:, None]
    return fitted


def _with(rows: Sparse, vectors: Matrix) -> Sparse:
    dimensions = vectors.shape[1]
    if not dimensions:
        return rows
    at = np.split(rows.at, rows.starts[1:-1])
    values = np.split(rows.values, rows.starts[1:-1])
    beside = np.arange(rows.columns, rows.columns + dimensions)
    return Sparse(
        rows.starts + dimensions * np.arange(len(rows.starts)),
        np.concatenate([part for row in at for part in (row, beside)]),
        np.concatenate([part for row in zip(values, vectors, strict=True) for part in row]).astype(np.float32),
        rows.columns + dimensions,
    )


def row_weights(labels: Labels, classes: int) -> Matrix:
    """Return how much each row counts: a class with many rows weighs more only by the square root of their number."""
    counts = np.bincount(labels[labels != NOTHING], minlength=classes)
    weight = np.where(labels == NOTHING, 0, 1 / np.sqrt(np.maximum(counts, 1))[labels])
    weight /= weight[labels != NOTHING].mean()
    return np.asarray(np.where(labels == NOTHING, _OF_NOTHING, weight), np.float32)


def _fit(rows: Sparse, labels: Labels, classes: int, passes: int) -> Fitted:
    """Fit a classifier."""
    weight = row_weights(labels, classes)
    weights, bias = np.zeros((rows.columns, classes), np.float32), np.zeros(classes, np.float32)
    sums, bias_sums = np.full_like(weights, _STEADY), np.full_like(bias, _STEADY)
    orders = np.random.default_rng(1)
    for done in range(passes):
        rate = np.float32(_RATE * (1 - done / passes) + 0.01)
        order = orders.permutation(len(labels))
        _pass(order, rows.starts, rows.at, rows.values, labels, weight, weights, bias, sums, bias_sums, rate)
    return Fitted(weights, bias)


@numba.njit(cache=True, error_model="numpy")  # unchecked divisions run side by side, to the same last bit
def _pass(order, starts, at, values, labels, weight, weights, bias, sums, bias_sums, rate) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, PLR0913, PLR0917 - compiled
    classes = len(bias)
    error = np.empty(classes, np.float32)
    for row in order:
        error[:] = bias
        for k in range(starts[row], starts[row + 1]):
            for c in range(classes):
                error[c] += weights[at[k], c] * values[k]
        error[:] = np.exp(error - error.max())
        spread = 1.0 if labels[row] == NOTHING else SMOOTHING
        error[:] = error / error.sum() - np.float32(spread / classes)
        error[labels[row]] -= np.float32(1 - spread)
        for c in range(classes):
            error[c] *= weight[row]
            bias_sums[c] += error[c] * error[c]
            bias[c] -= rate * error[c] / np.sqrt(bias_sums[c])
        for k in range(starts[row], starts[row + 1]):
            for c in range(classes):
                gradient = error[c] * values[k]
                sums[at[k], c] += gradient * gradient
                weights[at[k], c] -= rate * gradient / np.sqrt(sums[at[k], c])


def loss(logits: Matrix, labels: Labels) -> float:
    """Return the mean negative logarithm of the probability of the labels."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sums = np.log(np.exp(shifted).sum(axis=1))
    return float((log_sums - shifted[np.arange(len(labels)), labels]).mean())
