"""Romanisation: a syllable as it sounds alone."""

import pytest

from core.privacy.korean.romanization import romanised


@pytest.mark.parametrize(
    ("syllable", "latin"), [("늘", "neul"), ("서", "seo"), ("봄", "bom"), ("아", "a"), ("혁", "hyeok"), ("꽃", "kkot")]
)
def test_it_is_the_revised_romanisation(syllable: str, latin: str) -> None:
    assert romanised(syllable) == latin
