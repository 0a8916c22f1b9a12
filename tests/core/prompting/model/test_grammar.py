import re

import pytest

from core.prompting.model.grammar import LONGEST, name_pattern, sentence_pattern
from core.values.locale import Locale

KNOWN = "신입사원 {이름1}에게 보낼 메일. Notion에 붙일 거야. 8월 3일 입사."

FITTING = [
    "첫날 일정과 만날 사람을 시간 순서로 적습니다.",
    "8월에 오는 {이름1}의 자리를 Notion에 적습니다.",
    "‘환영’이라는 말은 한 번만 씁니다.",
]
UNFITTING = [
    "Name whom to meet.",
    "{이름2}의 자리를 적습니다.",
    "7월의 일정을 적습니다.",
    "첫날 일정을 Slack에 적습니다.",
    "첫날 일정을 적으세요.",
    "첫날 일정을\n적습니다.",
    "첫날 日程을 적습니다.",
    "**첫날**을 적습니다.",
    '"첫날"을 적습니다.',
    "씁니다.",
    "가" * LONGEST[Locale.KO] + "니다.",
]


@pytest.mark.parametrize("text", FITTING)
def test_a_sentence_of_the_language_fits(text: str) -> None:
    assert re.search(sentence_pattern(KNOWN, Locale.KO), text)


@pytest.mark.parametrize("text", UNFITTING)
def test_nothing_else_does(text: str) -> None:
    assert not re.search(sentence_pattern(KNOWN, Locale.KO), text)


def test_english_has_its_own_letters() -> None:
    pattern = sentence_pattern("Write to {NAME1} about 3 offers.", Locale.EN)
    assert re.search(pattern, "Name the 3 offers to {NAME1} first.")
    assert not re.search(pattern, "Name the 4 offers first.")
    assert not re.search(pattern, "이유를 적습니다.")


def test_a_name_is_short() -> None:
    pattern = name_pattern(KNOWN, Locale.KO)
    assert re.search(pattern, "첫날 안내")
    assert not re.search(pattern, "가" * 21)
    assert not re.search(pattern, "First day")
