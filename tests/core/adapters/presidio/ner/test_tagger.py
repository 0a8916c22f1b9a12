import numpy as np
import pytest

from core.adapters.presidio.ner import units
from core.adapters.presidio.ner.tagger import decode_bio, labels

LABELS = ("O", "B-PS", "I-PS", "E-PS", "S-PS", "B-OG", "I-OG", "I-LC")
TEXT = "박민수 과장 A 씨 가온정밀"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("O O", []),
        ("B-PS I-PS E-PS O", [(0, 2, "PS")]),
        ("S-PS S-PS", [(0, 0, "PS"), (1, 1, "PS")]),
        ("B-PS E-PS B-PS E-PS", [(0, 1, "PS"), (2, 3, "PS")]),
        ("B-OG I-OG B-OG", [(0, 1, "OG"), (2, 2, "OG")]),
        ("B-OG I-PS", [(0, 0, "OG"), (1, 1, "PS")]),
        ("I-LC O I-PS", [(0, 0, "LC"), (2, 2, "PS")]),
    ],
)
def test_a_path_falls_into_stretches(path: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(path.split()) == expected


def found(*paths: list[str]) -> list[tuple[int, int, str]]:
    numbers = np.array([[LABELS.index(label) for label in path] for path in paths], np.uint8)
    return [(one.first, one.last, one.kind) for one in decode_bio(LABELS, numbers[None])]


def test_each_path_has_its_own_stretches() -> None:
    paths = np.array([[[1, 3], [0, 4]], [[0, 0], [2, 5]]], np.uint8)
    assert decode_bio(LABELS, paths) == [
        (0, 0, 0, 1, "PS"),
        (0, 1, 1, 1, "PS"),
        (1, 1, 0, 0, "PS"),
        (1, 1, 1, 1, "OG"),
    ]


def test_spans_come_back_from_their_labels() -> None:
    split = units.split(units.code_points(TEXT))
    spans = [(0, 3, "PS"), (7, 8, "PS"), (11, 15, "OG")]
    path = labels(split, spans)
    assert [(split.start[first], split.end[last], kind) for first, last, kind in found(path)] == spans


def test_a_person_of_one_unit_has_its_own_label() -> None:
    split = units.split(units.code_points(TEXT))
    assert labels(split, [(7, 8, "PS")])[6] == "S-PS"
