"""Lengths that are wished for in proportion to the chosen one."""

import pytest

from core.conversation.length_words import factor_in
from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS


@pytest.mark.parametrize(
    ("wish", "length", "after"),
    [
        ("길이를 세 배로", "600자", "1800자 정도"),
        ("지금보다 두 배 길게 써줘", "600자", "1200자 정도"),
        ("분량을 절반으로 줄여줘", "600자", "300자 정도"),
        ("반 정도로 줄여 주세요", "600자", "300자 정도"),
        ("두 배 짧게", "600자", "300자 정도"),
        ("make it twice as long", "200 words", "about 400 words"),
        ("cut it down to a third", "300 words", "about 100 words"),
        ("half the length, please", "300 words", "about 150 words"),
    ],
)
def test_a_length_in_numbers_is_multiplied(wish: str, length: str, after: str) -> None:
    answers = {**ANSWERS, Key.LENGTH: Answer(MaskedText(length))}
    assert refine(answers, MaskedText(wish), Locale.KO) == {Key.LENGTH: Answer(MaskedText(after))}


def test_a_choice_is_multiplied_as_what_it_usually_is() -> None:
    assert refine(ANSWERS, MaskedText("길이를 세 배로"), Locale.KO) == {Key.LENGTH: Answer(MaskedText("1500자 정도"))}
    english = {**ANSWERS, Key.LANGUAGE: Answer(MaskedText("영어"), "english")}
    assert refine(english, MaskedText("두 배로 늘려줘"), Locale.KO) == {
        Key.LENGTH: Answer(MaskedText("about 350 words"))
    }


@pytest.mark.parametrize(
    "wish", ["반말로 써줘", "가격을 두 배로 올려줘", "반복 줄여줘", "두 배 할인이라고 써줘", "a third option"]
)
def test_what_is_not_about_the_whole_is_no_proportion(wish: str) -> None:
    assert not factor_in(wish)
