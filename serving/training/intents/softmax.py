"""Multinomial logistic regression over sparse hashed features, by AdaGrad row by row; deterministic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numba
import numpy as np
from numpy.typing import NDArray

from core.prompting.understanding.features import DIMENSIONS, Request, features

_PASSES: Final = 15
_RATE: Final = 0.5
_SMOOTHING: Final = 0.03  # of the labels: near misses are near

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Sparse:
    """Rows of features: row `r` has the columns `at[starts[r]:starts[r + 1]]` with their `values`."""

    starts: NDArray[np.int64]
    at: NDArray[np.int64]
    values: Matrix

    def take(self, rows: NDArray[np.int64]) -> "Sparse":
        """Return some of the rows, in the order given."""
        parts = [np.arange(self.starts[row], self.starts[row + 1]) for row in rows]
        picked = np.concatenate(parts) if parts else np.zeros(0, np.int64)
        starts = np.cumsum([0, *(len(part) for part in parts)])
        return Sparse(starts.astype(np.int64), self.at[picked], self.values[picked])


@dataclass(frozen=True)
class Fitted:
    """Weights (classes × features) and a bias a class, over features that are weighed by `idf`."""

    weights: Matrix
    bias: Matrix
    idf: Matrix

    def logits(self, rows: Sparse) -> Matrix:
        """Return the logits (rows × classes) of unweighed features."""
        result = np.empty((len(rows.starts) - 1, len(self.bias)), np.float32)
        for row in range(len(result)):
            part = slice(rows.starts[row], rows.starts[row + 1])
            at = rows.at[part]
            result[row] = self.weights[:, at] @ (rows.values[part] * self.idf[at]) + self.bias
        return result


def sparse_of(requests: Sequence[Request]) -> Sparse:
    """Return the features of requests, a row each."""
    found = [features(request) for request in requests]
    return Sparse(
        np.cumsum([0, *map(len, found)]).astype(np.int64),
        np.array([at for row in found for at in row], np.int64),
        np.array([value for row in found for value in row.values()], np.float32),
    )


def fit(rows: Sparse, labels: NDArray[np.int64], classes: int) -> Fitted:
    """Fit a classifier; a class with many rows weighs more only by the square root of their number."""
    seen = np.bincount(rows.at, minlength=DIMENSIONS)
    idf = np.log((1 + len(labels)) / (1 + seen)).astype(np.float32)
    idf /= idf[seen > 0].mean()
    weight = 1 / np.sqrt(np.maximum(np.bincount(labels, minlength=classes), 1))[labels]
    weight = (weight / weight.mean()).astype(np.float32)
    weights = np.zeros((DIMENSIONS, classes), np.float32)
    bias = np.zeros(classes, np.float32)
    orders = np.random.default_rng(1)
    sums, bias_sums = np.full_like(weights, 1e-4), np.full_like(bias, 1e-4)
    values = rows.values * idf[rows.at]
    for done in range(_PASSES):
        order = orders.permutation(len(labels))
        rate = np.float32(_RATE * (1 - done / _PASSES) + 0.01)
        _pass(order, rows.starts, rows.at, values, labels, weight, weights, bias, sums, bias_sums, rate, _SMOOTHING)
    return Fitted(weights.T.copy(), bias, idf)


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _pass(order, starts, at, values, labels, weight, weights, bias, sums, bias_sums, rate, smoothing) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, PLR0913 - compiled
    classes = len(bias)
    for row in order:
        first, last = starts[row], starts[row + 1]
        logits = bias.copy()
        for k in range(first, last):
            logits += weights[at[k]] * values[k]
        error = np.exp(logits - logits.max())
        error /= error.sum()
        error -= np.float32(smoothing / classes)
        error[labels[row]] -= np.float32(1 - smoothing)
        error *= weight[row]
        bias_sums += error * error
        bias -= rate * error / np.sqrt(bias_sums)
        for k in range(first, last):
            gradient = error * values[k]
            sums[at[k]] += gradient * gradient
            weights[at[k]] -= rate * gradient / np.sqrt(sums[at[k]])


def fitted_temperature(logits: Matrix, labels: NDArray[np.int64]) -> float:
    """Return the temperature under which held-out labels are likeliest."""
    candidates = np.geomspace(0.2, 4.0, 80)
    return float(min(candidates, key=lambda temperature: _loss(logits / temperature, labels)))


def _loss(logits: Matrix, labels: NDArray[np.int64]) -> float:
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_sums = np.log(np.exp(shifted).sum(axis=1))
    return float((log_sums - shifted[np.arange(len(labels)), labels]).mean())
