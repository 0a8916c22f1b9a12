"""Both halves of the classifier: they learn classes, the same each time, and nothing of what asks for nothing."""

import numpy as np
import pytest

from serving.training.intents.network import fit_network
from serving.training.softmax import NOTHING, Labels, Matrix, Sparse, fit_grams

CLASSES = 3


def rows() -> tuple[Sparse, Labels]:
    """Return 80 rows of two features: one that tells the class (the last: that nothing is asked), and one of noise."""
    kinds = np.arange(80) % (CLASSES + 1)
    at = np.stack([kinds, CLASSES + 1 + np.arange(80) % 2], axis=1).ravel()
    sparse = Sparse(np.arange(81) * 2, at, np.full(160, 0.7, np.float32), CLASSES + 3)
    return sparse, np.where(kinds == CLASSES, NOTHING, kinds)


def of_grams(some: Sparse, labels: Labels) -> Matrix:
    """Return the logits that hashed features lead to."""
    return fit_grams(some, labels, CLASSES).logits(some)


def of_network(some: Sparse, labels: Labels) -> Matrix:
    """Return the logits that the network leads to."""
    random = np.random.default_rng(3)
    vectors = random.normal(size=(some.columns, 8)).astype(np.float32)
    encoded = random.normal(size=(len(labels), 4)).astype(np.float32)
    return fit_network(some, labels, CLASSES, vectors, encoded).logits(some)


@pytest.mark.parametrize("half", [of_grams, of_network])
def test_a_classifier_learns_classes_and_leaves_the_rest_even(half) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    some, labels = rows()
    logits = half(some, labels)
    asked = labels != NOTHING
    probabilities = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    assert (probabilities[asked].argmax(axis=1) == labels[asked]).all()
    assert probabilities[asked].max(axis=1).min() > 0.6
    assert probabilities[~asked].max() < 0.45


@pytest.mark.parametrize("half", [of_grams, of_network])
def test_training_comes_out_the_same_to_the_last_bit(half) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    some, labels = rows()
    assert half(some, labels).tobytes() == half(some, labels).tobytes()
