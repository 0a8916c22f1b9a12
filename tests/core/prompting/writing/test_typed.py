"""Typed forms: columns that are named or laid out by, turns, scripts, boxes to tick, versions, kinds of texts."""

import pytest

from core.choices import Form
from core.prompting.compose import compose
from core.prompting.writing.typed import as_form
from tests.core.prompting.briefs import brief


def prompt_of(purpose: str, form: str) -> list[str]:
    return compose(brief(purpose, form=form)).prompt.splitlines()


@pytest.mark.parametrize(
    ("form", "head"),
    [
        ("표 (주차/목표/활동)", "| 주차 | 목표 | 활동 |"),
        ("표: 이름 / 뜻 / 걱정되는 점", "| 이름 | 뜻 | 걱정되는 점 |"),
        ("문장별로 원문/문제/수정 3칸 표", "| 원문 | 문제 | 수정 |"),
    ],
)
def test_named_columns_are_drawn(form: str, head: str) -> None:
    assert head in prompt_of("이 글 봐줘", form)


def test_a_table_is_laid_out_by_what_it_is_called() -> None:
    assert any(line.startswith("| 주차 |") for line in prompt_of("토익 공부 계획 짜줘", "주차별 표"))
    assert not any(line.startswith("|") for line in prompt_of("토익 공부 계획 짜줘", "계획이랑 밑에 규칙표"))


@pytest.mark.parametrize(
    ("purpose", "form", "said"),
    [
        ("영어 면접 연습 상대 해줘", "대화식", "한 차례에 하나만 묻거나"),
        ("사과하는 전화 대본 써줘", "전화 대본", "‘말하는 사람: 할 말’"),
        ("이사 준비할 것", "체크리스트", "‘□ 할 일"),
        ("사과 문자 써줘", "문자 3가지 버전", "버전마다 무엇이 다른지"),
    ],
)
def test_what_a_form_is_called_says_how(purpose: str, form: str, said: str) -> None:
    assert any(said in line for line in prompt_of(purpose, form))
    assert not any(said in line for line in prompt_of(purpose, "줄글"))


@pytest.mark.parametrize(("form", "kind"), [("공지문", Form.PROSE), ("기획안", Form.REPORT), ("마인드맵", "마인드맵")])
def test_a_kind_of_text_is_laid_out_as_one(form: str, kind: Form | str) -> None:
    assert as_form(form) == kind
