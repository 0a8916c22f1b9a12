"""Rows of buckets: the same as a number for each bucket would give."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adapters.presidio.ner.crf import Crf
from core.adapters.presidio.ner.model import load, save, shipped
from core.adapters.presidio.ner.rows import Rows

BUCKETS = 128


@given(st.sets(st.integers(0, BUCKETS - 1)))
def test_a_used_bucket_has_its_number_and_any_other_has_none(used: set[int]) -> None:
    rows = Rows.of(np.array(sorted(used), np.int64), BUCKETS)
    told = dict(zip(sorted(used), range(1, len(used) + 1), strict=True))
    assert rows[np.arange(BUCKETS)].tolist() == [told.get(bucket, 0) for bucket in range(BUCKETS)]
    assert rows.used().tolist() == sorted(used)


def test_the_shape_of_what_is_asked_is_kept() -> None:
    rows = Rows.of(np.array([0, 31, 32, 127]), BUCKETS)
    assert rows[np.array([[0, 1], [127, 32]])].tolist() == [[1, 0], [4, 3]]


def test_weights_in_steps_score_what_they_stand_for() -> None:
    rows, transitions = Rows.of(np.array([3, 64]), BUCKETS), np.zeros((1, 2, 2), np.float32)
    steps = np.array([[[0, 0]], [[50, -127]], [[25, 100]]], np.int8)
    kept = Crf(("A", "O"), rows, steps, transitions, 0.01)
    told = Crf(("A", "O"), rows, steps.astype(np.float32) * np.float32(0.01), transitions)
    features = np.array([[3, 64, 5], [3, 3, 3], [5, 6, 7]])
    assert np.allclose(kept.scores(features), told.scores(features))
    assert kept.scores(features)[0, 1].tolist() == pytest.approx([1.5, -3.81])
    assert kept.scores(features[:0]).shape == (1, 0, 2)


def test_a_model_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    model = shipped()
    save(model, tmp_path / "names.npz")
    again = load(tmp_path / "names.npz")
    assert np.array_equal(again.fields.weights, model.fields.weights)
    assert np.array_equal(again.fields.rows.bits, model.fields.rows.bits)
    assert (again.fields.labels, again.fields.step) == (model.fields.labels, model.fields.step)
