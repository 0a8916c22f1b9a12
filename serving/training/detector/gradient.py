"""The gradient of a conditional random field, compiled: one pass over the sentences, weights moved after each.

Some sentences say only what some of their units may be. What is made likelier is the sum of all paths that are allowed,
so a unit that may be several things is taken for what the model itself makes of it.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Arrays = tuple[NDArray[Any], ...]

# AdaGrad: a weight's step shrinks with the gradients it has seen. Units that are right by this much teach nothing.
_SETTLED = 2e-3
_TINY = 1e-6


@njit(cache=True, fastmath=True)
def ascend(corpus: Arrays, order: NDArray[np.int64], model: Arrays, settings: tuple[float, float], seed: int) -> None:
    """Change the model's arrays (weights, their squared gradients, transitions, theirs) by one pass.

    corpus: rows of weights of each unit's features (0: none), allowed labels (one bit each), first unit of each
    sentence. settings: rate, share of features dropped.
    """
    rows, allowed, offsets = corpus
    weights, _, transitions, _ = model
    rate, dropped = settings
    np.random.seed(seed)  # noqa: NPY002 - what the compiler offers
    anything = np.full(1, (1 << weights.shape[1]) - 1, np.int64)
    for sentence in order:
        held = rows[offsets[sentence] : offsets[sentence + 1]]
        kept = np.random.random(held.shape) >= dropped  # noqa: NPY002 - as above
        scores = _scores(held, kept, weights, 1 / (1 - dropped))
        steps = np.exp(transitions.astype(np.float64))
        may = allowed[offsets[sentence] : offsets[sentence + 1]]
        should, pairs = _expectation(scores, steps, may)
        does, pairs_now = _expectation(scores, steps, np.repeat(anything, len(held)))
        _move(held, kept, should - does, model, rate)
        _move_transitions(pairs - pairs_now, model, rate)


@njit(cache=True, fastmath=True)
def _scores(
    held: NDArray[np.int32], kept: NDArray[np.bool_], weights: NDArray[np.float32], scale: float
) -> NDArray[np.float64]:
    scores = np.zeros((len(held), weights.shape[1]))
    for i in range(held.shape[0]):
        for k in range(held.shape[1]):
            if kept[i, k] and held[i, k]:
                scores[i] += weights[held[i, k]]
    return scores * scale


@njit(cache=True, fastmath=True)
def _expectation(
    scores: NDArray[np.float64], steps: NDArray[np.float64], allowed: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each unit's probability of each label, and how often each pair of labels is expected."""
    size, kinds = scores.shape
    emission, forward = np.zeros((size, kinds)), np.zeros((size, kinds))
    for i in range(size):
        top = scores[i].max()
        for k in range(kinds):
            if allowed[i] >> k & 1:
                emission[i, k] = np.exp(scores[i, k] - top) + 1e-300
                ahead = 1.0 if i == 0 else (forward[i - 1] * steps[:, k]).sum()
                forward[i, k] = ahead * emission[i, k]
        forward[i] /= forward[i].sum()
    marginals, pairs = np.zeros((size, kinds)), np.zeros((kinds, kinds))
    backward = np.ones(kinds)
    for i in range(size - 1, -1, -1):
        marginals[i] = forward[i] * backward / (forward[i] * backward).sum()
        if i:
            behind = emission[i] * backward
            joint = np.zeros((kinds, kinds))
            for k in range(kinds):
                joint[k] = forward[i - 1, k] * steps[k] * behind
            pairs += joint / joint.sum()
            for k in range(kinds):
                backward[k] = (steps[k] * behind).sum()
            backward /= backward.sum()
    return marginals, pairs


@njit(cache=True, fastmath=True)
def _move(
    held: NDArray[np.int32], kept: NDArray[np.bool_], gradient: NDArray[np.float64], model: Arrays, rate: float
) -> None:
    weights, seen, _, _ = model
    for i in range(held.shape[0]):
        if np.abs(gradient[i]).max() < _SETTLED:
            continue
        for k in range(held.shape[1]):
            row = held[i, k]
            if kept[i, k] and row:
                for label in range(gradient.shape[1]):
                    by = gradient[i, label]
                    seen[row, label] += by * by
                    weights[row, label] += rate * by / (np.sqrt(seen[row, label]) + _TINY)


@njit(cache=True, fastmath=True)
def _move_transitions(gradient: NDArray[np.float64], model: Arrays, rate: float) -> None:
    _, _, transitions, seen = model
    seen += gradient * gradient
    transitions += rate * gradient / (np.sqrt(seen) + _TINY)
