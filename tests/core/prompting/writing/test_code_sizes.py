"""Comments of code and the lines behind it: sums that can be kept."""

import re

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Language, Length
from tests.core.prompting.briefs import brief


def prompt_of(purpose: str, background: str = "학생이에요.", **answers: object) -> str:
    return compose(brief(purpose, background=background, form=Form.CODE, **answers)).prompt


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("language", list(Language))
def test_comments_and_explanation_are_the_length(length: Length, language: Language) -> None:
    prompt = prompt_of("파이썬으로 CSV 합치는 코드 짜줘", length=length, language=language)
    (found,) = re.findall(r"주석 (\d+)개 × (\d+)\S+ \+ 코드 뒤 설명 (\d+)줄 × (\d+)\S+ = ([\d,]+)", prompt)
    comments, comment, lines, line, total = (int(number.replace(",", "")) for number in found)
    assert comments * comment + lines * line == total
    bounds = {Language.KOREAN: (120, 550, 1_500), Language.ENGLISH: (50, 200, 600)}[language]
    assert total <= bounds[list(Length).index(length)]


def test_who_wants_the_code_alone_is_told_of_no_comments() -> None:
    counted = re.compile("주석 [0-9]")
    assert counted.search(prompt_of("파이썬으로 CSV 합치는 코드 짜줘"))
    assert not counted.search(prompt_of("파이썬으로 CSV 합치는 코드 짜줘", "설명 없이 코드만 주세요."))
    assert not counted.search(prompt_of("결재 절차 순서도 그려줘"))
