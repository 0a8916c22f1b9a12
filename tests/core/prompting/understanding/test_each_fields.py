"""Fields of each item: they are its format, and its size is worked out from them."""

import pytest

from core.prompting.compose import compose
from core.prompting.understanding.each_fields import each_fields
from core.values.choices import Form, Length
from tests.core.prompting.briefs import brief


def prompt_of(purpose: str, background: str, form: Form = Form.LIST, length: Length = Length.MEDIUM) -> str:
    return compose(brief(purpose, background=background, form=form, length=length)).prompt


@pytest.mark.parametrize(
    ("purpose", "said", "fields"),
    [
        ("면접 질문 7개", "각각 의도, 모범답안, 주의점도", "질문 의도 모범답안 주의점"),
        ("면접 질문 7개", "질문마다 평가 포인트, 좋은 답변, 나쁜 답변도 같이", "질문 평가 포인트 좋은 답변 나쁜 답변"),
        ("단어 15개 정리", "각 단어마다 뜻, 예문, 예문 해석", "단어 뜻 예문 예문 해석"),
        ("퀴즈 12문제", "문제마다 보기 4개, 정답, 해설 붙여 주세요", "문제 보기 4개 정답 해설"),
        (
            "5 questions",
            "For each: what it checks, a good answer, a red flag",
            "question what it checks good answer red flag",
        ),
    ],
)
def test_each_item_holds_what_is_named(purpose: str, said: str, fields: str) -> None:
    (found,) = each_fields(purpose, said, Form.LIST)
    assert " ".join(found.values) == fields


@pytest.mark.parametrize(
    "said", ["지점마다 매출, 비용이 다릅니다", "반마다 남학생 12명, 여학생 13명", "각자 준비해 오세요"]
)
def test_what_is_told_of_each_is_no_field(said: str) -> None:
    assert not each_fields("안내 3개", said, Form.LIST)


def test_the_size_is_worked_out_from_the_fields() -> None:
    prompt = prompt_of("유치원 교사 면접 질문 7개 만들어줘", "각각 의도, 모범답안, 주의점도 넣어주세요")
    assert "항목 형식: 질문 → 의도: … → 모범답안: … → 주의점: …" in prompt
    assert "7개 × 120자로 잡음" in prompt


def test_meals_that_are_named_are_columns() -> None:
    prompt = prompt_of("일주일 식단 짜줘", "아침 점심 저녁 다 있어야 하고 칼로리도", Form.TABLE)
    assert "| 요일 | 아침 | 점심 | 저녁 | 칼로리 |" in prompt
