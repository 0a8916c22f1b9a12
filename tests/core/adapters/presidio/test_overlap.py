"""Overlap resolution: one result for each character."""

import pytest
from presidio_analyzer import RecognizerResult

from core.adapters.presidio.overlap import resolve


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([(0, 5, 0.5), (6, 9, 0.5)], [(0, 5), (6, 9)]),
        ([(6, 9, 0.5), (0, 5, 0.5)], [(0, 5), (6, 9)]),
        ([(0, 9, 0.5), (2, 4, 0.9)], [(0, 9)]),
        ([(0, 5, 0.5), (0, 5, 0.9)], [(0, 5)]),
        ([(0, 5, 0.5), (3, 8, 0.9)], [(3, 8)]),
        ([(0, 5, 0.9), (3, 8, 0.5)], [(0, 5)]),
        ([(0, 5, 0.5), (5, 8, 0.9)], [(0, 5), (5, 8)]),
        ([], []),
    ],
)
def test_resolve(results: list[tuple[int, int, float]], expected: list[tuple[int, int]]) -> None:
    found = resolve([RecognizerResult("PERSON", *result) for result in results])
    assert [(result.start, result.end) for result in found] == expected


def test_the_surer_of_two_with_one_place() -> None:
    found = resolve([RecognizerResult("PHONE", 0, 5, 0.6), RecognizerResult("BANK_ACCOUNT", 0, 5, 0.8)])
    assert [result.entity_type for result in found] == ["BANK_ACCOUNT"]
