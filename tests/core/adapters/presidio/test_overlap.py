"""Overlap resolution: one result for each character."""

import pytest
from presidio_analyzer import RecognizerResult

from core.adapters.presidio.overlap import resolve

TEXT = "abcdefghij"


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([(0, 5, 0.5), (6, 9, 0.5)], [(0, 5), (6, 9)]),
        ([(6, 9, 0.5), (0, 5, 0.5)], [(0, 5), (6, 9)]),
        ([(0, 9, 0.5), (2, 4, 0.9)], [(0, 9)]),
        ([(0, 5, 0.5), (0, 5, 0.9)], [(0, 5)]),
        ([(0, 5, 0.5), (3, 8, 0.9)], [(0, 3), (3, 8)]),
        ([(0, 5, 0.9), (3, 8, 0.5)], [(0, 5), (5, 8)]),
        ([(0, 5, 0.5), (5, 8, 0.9)], [(0, 5), (5, 8)]),
        ([(0, 5, 0.5), (3, 8, 0.9), (7, 10, 0.6)], [(0, 3), (3, 8), (8, 10)]),
        ([(0, 4, 0.7), (3, 8, 0.7)], [(0, 4), (4, 8)]),
        ([(0, 9, 0.5), (4, 9, 0.5)], [(0, 9)]),
        ([], []),
    ],
)
def test_resolve(results: list[tuple[int, int, float]], expected: list[tuple[int, int]]) -> None:
    found = resolve([RecognizerResult("PHONE", *result) for result in results], TEXT)
    assert [(result.start, result.end) for result in found] == expected


def test_the_surer_of_two_with_one_place() -> None:
    found = resolve([RecognizerResult("PHONE", 0, 5, 0.6), RecognizerResult("BANK_ACCOUNT", 0, 5, 0.8)], TEXT)
    assert [result.entity_type for result in found] == ["BANK_ACCOUNT"]


@pytest.mark.parametrize(
    ("text", "item", "name", "expected"),
    [
        ("김민준 a@b.kr", (4, 10), (0, 10), [("PERSON", 0, 3), ("EMAIL", 4, 10)]),
        ("a@b.kr, 입니", (0, 6), (0, 7), [("EMAIL", 0, 6)]),
        ("김민준a@b.kr", (3, 9), (0, 5), [("PERSON", 0, 3), ("EMAIL", 3, 9)]),
        ("민준a@b.kr", (2, 8), (0, 4), [("PERSON", 0, 2), ("EMAIL", 2, 8)]),
        ("a@b.kr은", (0, 6), (0, 7), [("EMAIL", 0, 6)]),
    ],
)
def test_what_is_left_of_a_name_beside_a_surer_item_stays_masked_if_it_is_a_word(
    text: str, item: tuple[int, int], name: tuple[int, int], expected: list[tuple[str, int, int]]
) -> None:
    found = resolve([RecognizerResult("EMAIL", *item, 0.9), RecognizerResult("PERSON", *name, 0.6)], text)
    assert [(result.entity_type, result.start, result.end) for result in found] == expected


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([(0, 5, 0.6), (3, 8, 0.9)], [(3, 8)]),
        ([(0, 5, 0.9), (3, 8, 0.6)], [(0, 5)]),
        ([(0, 5, 0.7), (3, 8, 0.7)], [(0, 5)]),
        ([(0, 5, 0.6), (5, 8, 0.9)], [(0, 5), (5, 8)]),
        ([(0, 4, 0.6), (3, 7, 0.7), (6, 10, 0.9)], [(6, 10)]),
    ],
)
def test_of_two_readings_of_one_name_the_surer_one_stands_alone(
    results: list[tuple[int, int, float]], expected: list[tuple[int, int]]
) -> None:
    found = resolve([RecognizerResult("PERSON", *result) for result in results], TEXT)
    assert [(result.start, result.end) for result in found] == expected


def test_an_item_within_a_name_that_is_as_sure_gives_way() -> None:
    found = resolve([RecognizerResult("PERSON", 0, 6, 0.7), RecognizerResult("CUSTOM", 2, 4, 0.7)], TEXT)
    assert [(result.entity_type, result.start, result.end) for result in found] == [("PERSON", 0, 6)]


def test_a_surer_name_covers_what_lies_within_it() -> None:
    found = resolve([RecognizerResult("PERSON", 0, 6, 0.9), RecognizerResult("CUSTOM", 2, 4, 0.6)], TEXT)
    assert [(result.entity_type, result.start, result.end) for result in found] == [("PERSON", 0, 6)]


def test_what_is_left_ends_with_a_letter_or_a_digit() -> None:
    found = resolve([RecognizerResult("ID_NUMBER", 0, 7, 0.6), RecognizerResult("PHONE", 5, 10, 0.9)], "1234 567890")
    assert [(result.start, result.end) for result in found] == [(0, 4), (5, 10)]


@pytest.mark.parametrize(
    ("name", "item", "expected"), [(0.9, 0.7, "PERSON"), (0.7, 0.7, "PERSON"), (0.7, 0.9, "ACCOUNT_NAME")]
)
def test_of_a_name_and_an_item_at_one_place_one_stands(name: float, item: float, expected: str) -> None:
    found = resolve([RecognizerResult("PERSON", 0, 5, name), RecognizerResult("ACCOUNT_NAME", 0, 5, item)], TEXT)
    assert [result.entity_type for result in found] == [expected]
