"""The numbers of each choice of the length question: they grow with it, and agree with each other."""

from itertools import pairwise

import pytest

from core.values.choices import Length
from core.values.length_choices import LENGTHS


def test_each_choice_has_its_numbers_the_shortest_first() -> None:
    assert list(LENGTHS) == list(Length)
    for shorter, longer in pairwise(LENGTHS.values()):
        assert shorter.asked < longer.asked
        assert shorter.words < longer.words
        assert shorter.prompt < longer.prompt


@pytest.mark.parametrize("length", Length)
def test_what_a_choice_usually_is_is_what_a_prompt_asks_for(length: Length) -> None:
    numbers = LENGTHS[length]
    for usual, (low, high) in zip(numbers.usual, (numbers.asked, numbers.words), strict=True):
        assert low <= usual <= high
