from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adapters.presidio.names.crf import Crf, Scores
from core.adapters.presidio.names.rows import Rows

LABELS = ("B", "I", "O")


def crf(seed: int) -> tuple[Crf, Scores]:
    """A field of random weights, with the scores of four units of three features each."""
    rng = np.random.default_rng(seed)
    weights = np.concatenate((np.zeros((1, 3)), rng.normal(size=(5, 3)))).astype(np.float32)
    rows = Rows.of(np.array([1, 2, 4, 5, 6]), 32)
    field = Crf(LABELS, rows, weights, rng.normal(size=(3, 3)).astype(np.float32))
    return field, field.scores(rng.integers(0, 8, size=(4, 3)))


def weigh(field: Crf, scores: Scores, path: tuple[int, ...]) -> float:
    steps = sum(field.transitions[a, b] for a, b in pairwise(path))
    return float(sum(scores[i, label] for i, label in enumerate(path)) + steps)


@given(st.integers(0, 10_000))
def test_the_best_path_is_the_best_of_all(seed: int) -> None:
    field, scores = crf(seed)
    best = max(product(range(3), repeat=4), key=lambda path: weigh(field, scores, path))
    other = scores[::-1].copy()
    path, _ = field.best_paths(np.stack((scores, other)))
    assert weigh(field, scores, tuple(path)) == pytest.approx(weigh(field, scores, best), abs=1e-4)
    assert path == field.best_paths(scores[None])[0]


@given(st.integers(0, 10_000))
def test_marginals_are_what_counting_all_paths_gives(seed: int) -> None:
    field, scores = crf(seed)
    counted = np.zeros((4, 3))
    for path in product(range(3), repeat=4):
        for i, label in enumerate(path):
            counted[i, label] += np.exp(weigh(field, scores, path))
    counted /= counted.sum(axis=1, keepdims=True)
    assert field.marginals(scores) == pytest.approx(counted, abs=1e-4)
    assert field.marginals(scores, 1, 2) == pytest.approx(counted[1:3], abs=1e-4)


def test_a_feature_that_is_not_known_weighs_nothing() -> None:
    field, _ = crf(1)
    assert not field.scores(np.array([[0, 3, 7]])).any()


def test_a_long_text_keeps_its_numbers_finite() -> None:
    field, _ = crf(2)
    scores = field.scores(np.tile([[1, 2, 4]], (20_000, 1)))
    assert np.isfinite(field.marginals(scores)).all()


def test_no_units_no_path() -> None:
    field, _ = crf(3)
    assert field.best_paths(field.scores(np.zeros((0, 3), np.int64))[None]) == [[]]
