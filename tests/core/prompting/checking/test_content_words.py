"""Content words: what is told apart, and what a long run costs."""

import pytest

from core.prompting.checking.content_words import pieces, shared
from tests.growth import TOO_MUCH, growth


def test_endings_and_particles_make_no_difference() -> None:
    assert shared(pieces("회의록을 정리해 주세요"), pieces("회의록 정리")) >= 0.5
    assert pieces("거래처에게") == pieces("거래처는")


@pytest.mark.parametrize("unit", ["고", "으로는", "a1가"])
def test_a_long_run_costs_what_its_length_calls_for(unit: str) -> None:
    assert growth(pieces, unit, 2_000) < TOO_MUCH
