"""Sentences that are said again with another value, and values at the end of a clause."""

import pytest

from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS


def _background(told: str, wish: str) -> str | None:
    changes = refine({**ANSWERS, Key.BACKGROUND: Answer(MaskedText(told))}, MaskedText(wish), Locale.KO) or {}
    answer = changes.get(Key.BACKGROUND)
    return str(answer.text) if answer and set(changes) == {Key.BACKGROUND} else None


@pytest.mark.parametrize(
    ("told", "wish", "after"),
    [
        (
            "The fair moved from May to June. Tickets are free.",
            "Actually, fair moved from May to July.",
            "The fair moved from May to July. Tickets are free.",
        ),
        (
            "Members keep their lockers until March. We have 40 lockers.",
            "members keep their lockers until April",
            "Members keep their lockers until April. We have 40 lockers.",
        ),
        (
            "매주 수요일 저녁에 모여요. 다과는 제가 준비해요.",
            "매주 목요일 저녁에 모여요",
            "매주 목요일 저녁에 모여요. 다과는 제가 준비해요.",
        ),
        ("참가자는 1,200명이었습니다.", "참가자는 1,200명에서 1,300명으로 고쳐줘", "참가자는 1,300명이었습니다."),
    ],
)
def test_what_is_said_again_takes_the_place_of_what_was_said(told: str, wish: str, after: str) -> None:
    assert _background(told, wish) == after


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ("Team A ships in June.", "Team B ships in June"),
        ("이번 주에 신제품 페이지를 열었어요.", "이번 주에 휴가 갔어요"),
        ("방문자는 1,200명이었습니다.", "구매자는 120명이었습니다"),
        ("The hall opens at nine. The hall opens at noon.", "The hall opens at ten"),
    ],
)
def test_another_fact_takes_the_place_of_none(told: str, wish: str) -> None:
    assert _background(told, wish) is None


@pytest.mark.parametrize(
    "wish", ["The fair moved to September, not June", "the fair is now in September instead of in June"]
)
def test_the_new_value_is_the_end_of_its_clause(wish: str) -> None:
    assert _background("The fair moved from May to June.", wish) == "The fair moved from May to September."
