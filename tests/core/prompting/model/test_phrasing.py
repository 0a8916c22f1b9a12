"""Phrasing: what a model says in the manner of the prompt, and whether it tells what to do."""

import pytest

from core.prompting.model.phrasing import is_instruction, phrased
from core.values.locale import Locale

KOREAN = [
    ("첫날 일정을 시간 순서로 밝히세요", "첫날 일정을 시간 순서로 밝힙니다."),
    ("첫날 일정을 적는다.", "첫날 일정을 적습니다."),
    ("기대를 전한다", "기대를 전합니다."),
    ("1. 준비물을 적습니다", "준비물을 적습니다."),
    ("- 준비물을 빠뜨리지 마십시오.", "준비물을 빠뜨리지 않습니다."),
    ("지연 사유와 새 납기", "지연 사유와 새 납기를 다룹니다."),
    ("사유를 설명하기", "사유를 설명합니다."),
    ("진심을 담아 작성할 것", "진심을 담아 작성합니다."),
    ("일정을 확인해 주세요", "일정을 확인합니다."),
    ("{이름1}가 맡을 일을 적습니다", "{이름1}이 맡을 일을 적습니다."),
    ("{이름1}을(를) 소개합니다.", "{이름1}을 소개합니다."),
    ("글자 수를 줄입니다.", "글자 수를 줄입니다."),
    ("독자가 바로 알게 합니다.", "독자가 바로 알게 합니다."),
    ("과장을 쓰지 않습니다.", "과장을 쓰지 않습니다."),
]
NO_INSTRUCTIONS = [
    "광합성은 빛을 이용하는 과정입니다",
    "동료들이 기다리고 있습니다",
    "환율이 크게 올랐습니다",
    "납기가 늦어 죄송합니다",
    "회사에 도움이 됩니다",
    "곧 보내 드리겠습니다",
    "첫날은 떨립니다. 하지만 좋습니다",
    "왜 늦었나요?",
    "사진은 밝게",
    "",
]
ENGLISH = [
    ("State the reason for the delay", "State the reason for the delay."),
    ("- the reason for the delay", "Cover the reason for the delay."),
    ("how the price is made up.", "Cover how the price is made up."),
    ("don't blame others", "Don't blame others."),
]


@pytest.mark.parametrize(("said", "expected"), KOREAN)
def test_korean_becomes_an_instruction(said: str, expected: str) -> None:
    assert phrased(said, Locale.KO) == expected
    assert phrased(expected, Locale.KO) == expected
    assert is_instruction(expected, Locale.KO)


@pytest.mark.parametrize("said", NO_INSTRUCTIONS)
def test_a_statement_is_told_from_an_instruction(said: str) -> None:
    assert not is_instruction(phrased(said, Locale.KO), Locale.KO)


@pytest.mark.parametrize(("said", "expected"), ENGLISH)
def test_english_becomes_an_imperative(said: str, expected: str) -> None:
    assert phrased(said, Locale.EN) == expected
    assert is_instruction(expected, Locale.EN)


@pytest.mark.parametrize(
    "said", ["The app is good", "I am sorry", "You should add a date", "It works well", "Is it good?"]
)
def test_an_english_statement_is_none(said: str) -> None:
    assert not is_instruction(phrased(said, Locale.EN), Locale.EN)
