import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompting.length_range import LengthRange, measured, read_length_range
from core.values.choices import Length


@pytest.mark.parametrize(
    ("answer", "low", "high"),
    [
        (Length.SHORT, 80, 100),
        (Length.MEDIUM, 400, 500),
        (Length.LONG, 1_000, 1_500),
        ("300자 정도", 270, 330),
        ("500자 이내", 400, 500),
        ("~100자", 80, 100),
        ("700자 안 넘게", 560, 700),
        ("천자 이상", 1_000, 1_500),
        ("2천자", 1_800, 2_200),
        ("삼백자", 270, 330),
        ("이천오백 자 이내", 2_000, 2_500),
        ("원고지 5매", 900, 1_100),
        ("2p", 2_900, 3_500),
        ("1,500~2,000자", 1_500, 2_000),
        ("500-700자", 500, 700),
        ("2000~1500자", 1_500, 2_000),
        ("A4 한 장", 1_450, 1_750),
        ("세 문단", 680, 830),
        ("3문장 이내", 120, 150),
        ("200 words", 720, 880),
        ("at most two paragraphs", 400, 500),
        ("아주 짧게", 80, 100),
        ("최대한 자세히", 1_000, 1_500),
        ("적당히", 400, 500),
        ("짧지 않게", 400, 500),
        ("너무 긴 건 싫어요", 400, 500),
        ("항목당 2줄", 400, 500),
        ("각 40자", 400, 500),
        ("두 줄짜리 여섯 개", 400, 500),
        ("20 words each", 400, 500),
        ("A4 두 장", 2_900, 3_500),
        ("1,500바이트", 400, 500),
        ("90 bytes", 35, 45),
        ("0자", 400, 500),
        ("99999999999999자", 400, 500),
        ("", 400, 500),
    ],
)
def test_an_answer_is_a_range(answer: Length | str, low: int, high: int) -> None:
    assert read_length_range(answer) == LengthRange(low, high)


@pytest.mark.parametrize("text", ["제3장 요약", "장점 세 가지", "3분의 1", "버전 2.5", "영어로", "5가지"])
def test_numbers_that_are_no_length_are_left_alone(text: str) -> None:
    assert measured(text) is None


def test_english_words_are_longer_than_korean_ones() -> None:
    assert read_length_range("100 words", english=True) == LengthRange(540, 660)


@given(st.text())
def test_any_answer_gives_a_range(answer: str) -> None:
    length_range = read_length_range(answer)
    assert 0 < length_range.low <= length_range.high


@given(st.integers(1, 50_000), st.sampled_from(["자", "자 이내", "자 이상"]))
def test_the_number_that_was_named_is_in_the_range(number: int, unit: str) -> None:
    length_range = read_length_range(f"{number}{unit}")
    assert length_range.low <= number <= length_range.high


def test_a_long_one_is_shared_out() -> None:
    assert LengthRange(1_000, 1_500).is_split
    assert LengthRange(1_000, 1_500).share(20) == LengthRange(200, 300)
    assert not LengthRange(400, 500).is_split
