import numpy as np

from serving.training.detector import clusters
from serving.training.detector.vectors import Vectors


def _around(direction: int, count: int, seed: int) -> np.ndarray:
    rows = np.random.default_rng(seed).normal(0, 0.01, (count, 8)).astype(np.float32)
    rows[:, direction] += 1
    return rows


def test_what_means_alike_is_of_one_class_and_each_vocabulary_has_its_own() -> None:
    count = clusters.FINE
    alike = np.concatenate([_around(0, count, 1), _around(1, count, 2)])
    first = Vectors(np.arange(2 * count, dtype=np.uint32), alike)
    second = Vectors(np.arange(2 * count, 4 * count, dtype=np.uint32), alike)
    learnt = clusters.learn(first, second)
    one, other, foreign = (set(learnt.coarse[i * count : (i + 1) * count].tolist()) for i in range(3))
    assert one.isdisjoint(other)
    assert (one | other).isdisjoint(foreign)
    assert min(one | other) >= 1


def test_of_two_with_one_key_the_first_gives_the_class() -> None:
    rows = np.concatenate([_around(0, clusters.FINE, 1), _around(1, clusters.FINE, 2)])
    keys = np.arange(len(rows), dtype=np.uint32)
    keys[-1] = 0
    learnt = clusters.learn(Vectors(keys, rows))
    assert learnt.coarse[0] in learnt.coarse[1 : clusters.FINE]
    assert learnt.coarse[0] not in learnt.coarse[clusters.FINE : -1]
    assert learnt.keys.tolist() == keys[:-1].tolist()
