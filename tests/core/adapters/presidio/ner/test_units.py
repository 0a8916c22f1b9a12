import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adapters.presidio.ner import units


def pieces(text: str) -> list[str]:
    split = units.split(units.code_points(text))
    return [text[start:end] for start, end in zip(split.start, split.end, strict=True)][1:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("민준이가", ["민", "준", "이", "가"]),
        ("John Smith에게", ["John", "Smith", "에", "게"]),
        ("Chul-soo", ["Chul", "-", "soo"]),
        ("010-12", ["010", "-", "12"]),
        ("ㅋㅋㅋ 굿!!", ["ㅋㅋㅋ", "굿", "!", "!"]),
        ("胡錦濤 주석", ["胡錦濤", "주", "석"]),
        ("김\n이", ["김", "\n", "이"]),
        ("A\u200bB", ["A", "B"]),
        ("😀씨", ["😀", "씨"]),
    ],
)
def test_a_text_falls_into_syllables_words_numbers_and_single_marks(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_blank_is_a_flag_on_what_follows() -> None:
    split = units.split(units.code_points("김 민수 씨"))
    assert split.spaced.tolist() == [True, True, True, False, True, False]


def test_words_stand_between_blanks_and_breaks() -> None:
    split = units.split(units.code_points("김민 수\n박"))
    assert split.words().tolist() == [0, 1, 1, 2, 3, 4, 5]
    assert split.first_of_words().tolist() == [0, 1, 3, 4, 5, 6]


@given(st.text())
def test_units_are_in_order_and_hold_every_letter(text: str) -> None:
    split = units.split(units.code_points(text))
    assert (split.start[1:] >= split.end[:-1]).all()
    held = {place for start, end in zip(split.start, split.end, strict=True) for place in range(start, end)}
    assert {place for place, character in enumerate(text) if character.isalpha()} <= held
