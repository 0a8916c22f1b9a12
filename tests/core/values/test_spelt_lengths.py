"""Lengths as people spell them."""

import pytest

from core.values.spelt_lengths import in_characters, in_digits


@pytest.mark.parametrize(
    ("spelt", "digits"),
    [
        ("삼백자", "300자"),
        ("이천 자 이내", "2000자 이내"),
        ("이천오백자", "2500자"),
        ("2천 5백자", "2500자"),
        ("삼백오십 글자", "350글자"),
        ("만오천 자", "15000자"),
        ("천자문 해설", "천자문 해설"),
        ("연필 천 자루", "연필 천 자루"),
        ("일본어 백 단어", "일본어 100단어"),
        ("300자", "300자"),
    ],
)
def test_a_spelt_number_of_characters_is_in_digits(spelt: str, digits: str) -> None:
    assert in_digits(spelt) == digits


@pytest.mark.parametrize(
    ("sheets", "characters"),
    [("원고지 5매", "1000자"), ("200자 원고지 열 장 이내", "2000자 이내"), ("A4 5장", "A4 5장")],
)
def test_sheets_of_manuscript_paper_are_characters(sheets: str, characters: str) -> None:
    assert in_characters(sheets) == characters
