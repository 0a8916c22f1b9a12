"""How well requests are recognised whose author was left out."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from serving.training.intents.train import Logits
from serving.training.softmax import Labels, Matrix, loss

_SURE: Final = 0.8


def best_shares(logits: Sequence[Logits], labels: Sequence[Labels]) -> tuple[float, float]:
    """Return what to multiply the logits of either half with so that the labels are likeliest."""
    every = Logits(
        np.concatenate([some.of_grams for some in logits]), np.concatenate([some.of_network for some in logits])
    )
    right = np.concatenate(labels)
    candidates = [(a / 20, b / 20) for a in range(16, 50, 2) for b in range(4, 30, 2)]
    return min(candidates, key=lambda shares: loss(every.shared(shares), right))


def figures(logits: Matrix, labels: Labels) -> str:
    """Return how often the intent is right, in the first three, sure, and right where it is sure."""
    order = np.argsort(-logits, axis=1)
    right = order[:, 0] == labels
    among = (order[:, :3] == labels[:, None]).any(axis=1)
    sure = _confidence(logits) >= _SURE
    return (
        f"first {right.mean():.3f}, in the first three {among.mean():.3f}; "
        f"sure of {sure.mean():.3f}, of these right {right[sure].mean():.3f}"
    )


def thresholds(requests: Matrix, nothing: Matrix) -> str:
    """Return how many requests, and how many lines that ask for nothing, lie below each threshold."""
    shares = [
        (threshold, _below(requests, threshold), _below(nothing, threshold)) for threshold in np.arange(4, 13) / 20
    ]
    return "".join(
        f"below {threshold:.2f}: {lost:.3f} of the requests, {told:.3f} of what asks for nothing\n"
        for threshold, lost, told in shares
    )


def _below(logits: Matrix, threshold: float) -> float:
    return float((_confidence(logits) < threshold).mean())


def _confidence(logits: Matrix) -> Matrix:
    return np.asarray(1 / np.exp(logits - logits.max(axis=1, keepdims=True)).sum(axis=1))
