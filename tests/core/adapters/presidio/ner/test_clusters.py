import numpy as np

from core.adapters.presidio.ner.clusters import LATIN_TAG, Clusters, cluster_key

CLUSTERS = Clusters(np.array([3, 5, 9], np.uint32), np.array([1, 2, 2], np.uint16), np.array([7, 8, 300], np.uint16))


def test_a_key_without_a_class_has_class_zero() -> None:
    coarse, fine = CLUSTERS.of([9, 4, 3, 10, 0])
    assert coarse.tolist() == [2, 0, 1, 0, 0]
    assert fine.tolist() == [300, 0, 7, 0, 0]


def test_no_morpheme_has_no_classes() -> None:
    coarse, fine = CLUSTERS.of([])
    assert not coarse.size
    assert not fine.size


def test_capitals_and_the_fine_part_of_a_tag_do_not_count() -> None:
    assert cluster_key("Minsu", LATIN_TAG) == cluster_key("minsu", LATIN_TAG)
    assert cluster_key("가", "VV-R") == cluster_key("가", "VV")
    assert cluster_key("가", "VV") != cluster_key("가", "JKS")
