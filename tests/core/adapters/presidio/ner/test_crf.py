from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adapters.presidio.ner.crf import Crf, Scores
from core.adapters.presidio.ner.rows import Rows

LABELS = ("B", "I", "O")
UNITS = 4


def crf(seed: int) -> tuple[Crf, Scores]:
    """Two joined fields of random weights, with the scores of four units of three features each."""
    rng = np.random.default_rng(seed)
    fields = []
    for used in ([1, 2, 4, 5, 6], [0, 2, 3, 5]):
        weights = np.concatenate((np.zeros((1, 3)), rng.normal(size=(len(used), 3)))).astype(np.float32)
        steps = rng.normal(size=(1, 3, 3)).astype(np.float32)
        fields.append(Crf(LABELS, Rows.of(np.array(used), 32), weights[:, None], steps))
    joined = Crf.joined(fields)
    return joined, joined.scores(rng.integers(0, 8, size=(UNITS, 3)))


def weigh(field: Crf, scores: Scores, path: tuple[int, ...], of: int) -> float:
    steps = sum(field.transitions[of, a, b] for a, b in pairwise(path))
    return float(sum(scores[i, label] for i, label in enumerate(path)) + steps)


def chances(field: Crf, scores: Scores, of: int) -> list[list[float]]:
    """The probability of each label at each unit, by counting all paths."""
    counted = np.zeros(scores.shape)
    for path in product(range(3), repeat=len(scores)):
        for i, label in enumerate(path):
            counted[i, label] += np.exp(weigh(field, scores, path, of))
    told: list[list[float]] = (counted / counted.sum(axis=1, keepdims=True)).tolist()
    return told


@given(st.integers(0, 10_000))
def test_the_best_path_of_each_field_and_scores_is_the_best_of_all(seed: int) -> None:
    field, scores = crf(seed)
    several = np.stack((scores, scores[:, ::-1]), axis=1)
    paths = field.best_paths(several)
    for of, row in product(range(2), repeat=2):
        best = max(product(range(3), repeat=UNITS), key=lambda path: weigh(field, several[of, row], path, of))
        found = weigh(field, several[of, row], tuple(paths[of, row].tolist()), of)
        assert found == pytest.approx(weigh(field, several[of, row], best, of), abs=1e-4)


@given(st.integers(0, 10_000))
def test_marginals_are_what_counting_all_paths_gives(seed: int) -> None:
    field, scores = crf(seed)
    stretches = [(0, 0, UNITS), (1, 1, 3), (1, 0, UNITS), (0, 3, 4)]
    of, start, end = np.array(stretches).T
    marginals = field.marginals(scores[:, None], (of, of * 0), start, end)
    for told, (i, first, last) in zip(marginals, stretches, strict=True):
        counted = chances(field, scores[i, first:last], i)
        assert told[: last - first] == pytest.approx(np.array(counted), abs=1e-4)


def test_joined_fields_score_what_each_says_alone_and_come_apart_again() -> None:
    field, _ = crf(1)
    features = np.arange(24).reshape(8, 3) % 8
    parts = field.parted()
    for i, part in enumerate(parts):
        np.testing.assert_array_equal(part.scores(features)[0], field.scores(features)[i])
    assert [part.rows.used().tolist() for part in parts] == [[1, 2, 4, 5, 6], [0, 2, 3, 5]]
    np.testing.assert_array_equal(Crf.joined(parts).weights, field.weights)


def test_a_feature_that_is_not_known_weighs_nothing() -> None:
    field, _ = crf(1)
    assert not field.scores(np.array([[7, 7, 7]])).any()


def test_a_long_text_keeps_its_numbers_finite() -> None:
    field, _ = crf(2)
    scores = field.scores(np.tile([[1, 2, 4]], (20_000, 1)))
    whole = np.array([0]), np.array([0])
    assert np.isfinite(field.marginals(scores[:, None], whole, np.array([0]), np.array([20_000]))).all()
    assert set(field.best_paths(scores[:, None])[0, 0, 1000:-1000].tolist()) <= {0, 1, 2}


def test_no_units_no_path() -> None:
    field, _ = crf(3)
    assert field.best_paths(field.scores(np.zeros((0, 3), np.int64))[:, None]).shape == (2, 1, 0)
