"""Spans: made disjoint without leaving anything open."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.privacy.entities import EntityType
from core.privacy.spans import Span, clip, disjoint

SPANS = st.lists(
    st.builds(Span, st.integers(0, 20), st.integers(0, 20), st.sampled_from(EntityType), st.floats(0, 1)), max_size=8
).map(lambda spans: [span for span in spans if span.start < span.end])


def span(start: int, end: int, score: float = 0.5) -> Span:
    return Span(start, end, EntityType.PERSON, score)


@given(SPANS)
def test_disjoint_covers_the_same_characters_once(spans: list[Span]) -> None:
    result = disjoint(spans)
    assert all(left.end <= right.start for left, right in pairwise(result))
    covered = {place for found in result for place in range(found.start, found.end)}
    assert covered == {place for found in spans for place in range(found.start, found.end)}


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([span(0, 5), span(2, 4, 1)], [(0, 5)]),
        ([span(0, 5, 0.9), span(3, 8, 0.5)], [(0, 5), (5, 8)]),
        ([span(0, 5, 0.5), span(3, 8, 0.9)], [(0, 3), (3, 8)]),
        ([span(5, 8), span(0, 5)], [(0, 5), (5, 8)]),
    ],
)
def test_who_gives_way(spans: list[Span], expected: list[tuple[int, int]]) -> None:
    assert [(found.start, found.end) for found in disjoint(spans)] == expected


def test_clip() -> None:
    assert list(clip([span(-3, 2), span(3, 99), span(7, 9), span(2, 2), span(4, 1)], 5)) == [span(0, 2), span(3, 5)]
