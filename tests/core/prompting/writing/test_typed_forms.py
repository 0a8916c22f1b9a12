"""Typed forms: columns that are named or laid out by, turns, scripts, boxes to tick, versions, kinds of texts."""

import pytest

from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.prompting.writing.typed_forms import as_form
from core.values.choices import Form
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
        ("칠순 축하 인사말 써줘", "대본", "소리 내어 읽을 말"),
        ("인스타 릴스 영상 대본", "대본", "화면 — 말·자막"),
        ("헬스장 환불 되나요", "Q&A", "‘Q. 질문’"),
        ("신제품 제안서", "PPT 개요", "장마다 ‘번호. 제목"),
        ("콜센터 응대 연습 대본", "상황별 대본", "상황마다 이름을 소제목으로"),
        ("사과 문자 써줘", "문자 3가지 버전", "버전마다 무엇이 다른지"),
    ],
)
def test_what_a_form_is_called_says_how(purpose: str, form: str, said: str) -> None:
    assert any(said in line for line in prompt_of(purpose, form))
    assert not any(said in line for line in prompt_of(purpose, "줄글"))


@pytest.mark.parametrize(("form", "kind"), [("공지문", Form.PROSE), ("기획안", Form.REPORT), ("마인드맵", "마인드맵")])
def test_a_kind_of_text_is_laid_out_as_one(form: str, kind: Form | str) -> None:
    assert as_form(form) == kind


def test_boxes_to_tick_say_whose_it_is_where_that_is_spoken_of() -> None:
    told = MaskedText("담당자 없는 건 미정이라고 적어줘.")
    assert "‘□ 할 일 — 담당, 기한’" in compose(brief("할 일 정리해줘", form="체크리스트", background=told)).prompt


def test_answers_that_are_refused_are_not_laid_out() -> None:
    told = MaskedText("꼬리질문까지, 답변은 내가 쓸 거니까 빼고.")
    made = compose(brief("면접 예상 질문 뽑아줘", form="Q&A", background=told)).prompt
    assert "A. 답" not in made
    assert "좋은 답" not in made
