from pathlib import Path

import numpy as np

from core.adapters.presidio.ner.clusters import Clusters
from core.adapters.presidio.ner.crf import Crf
from core.adapters.presidio.ner.judge import BUCKETS as JUDGED
from core.adapters.presidio.ner.judge import NameJudge
from core.adapters.presidio.ner.model import Model, load, save
from core.adapters.presidio.ner.rows import Rows
from core.adapters.presidio.ner.templates import BUCKETS


def test_a_model_comes_back_from_its_file(tmp_path: Path) -> None:
    used = np.array([5, 70_000, BUCKETS - 1])
    weights = np.array([[0, 0], [0.5, -0.25], [1, 0], [-1.25, 1.25]], np.float32)
    clusters = Clusters(
        np.array([0, 7, 2**32 - 1], np.uint32), np.array([1, 1, 256], np.uint16), np.array([1, 1024, 5], np.uint16)
    )
    judge = NameJudge.blank()
    judge.weights[[3, 4, JUDGED - 1]] = 0.5, -1.25, 1.0
    judge.genre[[0, 9]] = 0.25, -1.0
    first, second = (
        Crf(("O", "S-PS"), Rows.of(used + i, BUCKETS), weights[:, None] * (1 + i), np.eye(2, dtype=np.float32)[None])
        for i in (0, -3)
    )
    save(
        Model(Crf.joined([first, second]), clusters, judge, "abc", {"place": 3, "role": 3}, ("place d1",)),
        tmp_path / "names.npz",
    )
    read = load(tmp_path / "names.npz")
    for field, saved in zip(read.fields.parted(), (first, second), strict=True):
        np.testing.assert_array_equal(field.rows.used(), saved.rows.used())
        np.testing.assert_allclose(field.weights, saved.weights, atol=1e-6)
    np.testing.assert_array_equal(read.clusters.keys, clusters.keys)
    np.testing.assert_array_equal(read.clusters.coarse, clusters.coarse)
    np.testing.assert_array_equal(read.clusters.fine, clusters.fine)
    np.testing.assert_array_equal(read.judge.weights, judge.weights)
    np.testing.assert_array_equal(read.judge.genre, judge.genre)
    assert (read.texts, read.classes, read.lists) == ("abc", {"place": 3, "role": 3}, ("place d1",))
