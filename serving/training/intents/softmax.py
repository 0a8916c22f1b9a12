"""Multinomial logistic regression over hashed features, by full-batch Adam; deterministic."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.prompting.understanding.features import DIMENSIONS, Request, features

_STEPS: Final = 300
_RATE: Final = 0.05
_DECAY: Final = 2e-6  # L2 on the weights, chosen by cross-validation
_SMOOTHING: Final = 0.05  # of the labels: near misses are near

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Fitted:
    """Weights (classes × features) and a bias a class, over features that are weighed by `idf`."""

    weights: Matrix
    bias: Matrix
    idf: Matrix

    def logits(self, matrix: Matrix) -> Matrix:
        """Return the logits (rows × classes) of unweighed features."""
        return (matrix * self.idf) @ self.weights.T + self.bias


def matrix_of(requests: list[Request]) -> Matrix:
    """Return the features of requests, a row each."""
    matrix = np.zeros((len(requests), DIMENSIONS), np.float32)
    for row, request in enumerate(requests):
        for at, value in features(request).items():
            matrix[row, at] = value
    return matrix


def fit(matrix: Matrix, labels: NDArray[np.int64], classes: int, steps: int = _STEPS) -> Fitted:
    """Fit a classifier; every class weighs the same however many rows it has, up to a square root."""
    seen = (matrix > 0).sum(axis=0)
    idf = np.log((1 + len(matrix)) / (1 + seen)).astype(np.float32)
    idf /= idf.mean()
    weighed = matrix * idf
    target = np.full((len(labels), classes), _SMOOTHING / classes, np.float32)
    target[np.arange(len(labels)), labels] += 1 - _SMOOTHING
    counts = np.bincount(labels, minlength=classes)
    share = (1 / np.sqrt(np.maximum(counts, 1)))[labels]
    share = (share / share.sum()).astype(np.float32)[:, None]
    weights, bias = np.zeros((classes, DIMENSIONS), np.float32), np.zeros(classes, np.float32)
    moments = [np.zeros_like(weights), np.zeros_like(weights), np.zeros_like(bias), np.zeros_like(bias)]
    for step in range(1, steps + 1):
        error = (_softmax(weighed @ weights.T + bias) - target) * share
        gradients = (error.T @ weighed + _DECAY * weights, error.sum(axis=0))
        rate = _RATE * (1 - step / (steps + 1))
        for at, (values, gradient) in enumerate(zip((weights, bias), gradients, strict=True)):
            first, second = moments[2 * at], moments[2 * at + 1]
            first += 0.1 * (gradient - first)
            second += 0.01 * (gradient**2 - second)
            corrected = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
            values -= rate * corrected
    return Fitted(weights, bias, idf)


def fitted_temperature(logits: Matrix, labels: NDArray[np.int64]) -> float:
    """Return the temperature under which held-out labels are likeliest."""
    candidates = np.geomspace(0.2, 3.0, 60)
    losses = [
        -np.log(np.maximum(_softmax(logits / t)[np.arange(len(labels)), labels], 1e-12)).mean() for t in candidates
    ]
    return float(candidates[int(np.argmin(losses))])


def _softmax(logits: Matrix) -> Matrix:
    exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: Matrix = exponents / exponents.sum(axis=1, keepdims=True)
    return result
