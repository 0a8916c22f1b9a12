"""Holding: what an answer consists of by number, and that the length grows to hold it."""

import pytest

from core.prompting.compose import compose
from core.prompting.understanding.answer_size import period_in, sentences_in
from core.values.choices import Form, Language, Length
from core.values.locale import Locale
from tests.core.prompting.briefs import brief

_MINUTES = "회의(9명)\n1) 예산 1,150만 원 확정\n2) 날짜 10월 2일\n3) 주점은 다음에\n4) 책자는 QR\n5) 다음 회의 9월 5일"


def prompt_of(purpose: str, /, **answers: object) -> str:
    return compose(brief(purpose, **answers)).prompt


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("오사카 3박4일", (4, 0)),
        ("5일치 식단", (5, 0)),
        ("일주일 식단", (7, 0)),
        ("7주 계획", (0, 7)),
        ("닷새 저녁 버틸 메뉴", (5, 0)),
        ("사흘째 비가 와요", (0, 0)),
        ("a 3-day trip", (3, 0)),
        ("5월 4일 일정", (0, 0)),
        ("3일에 만나요", (0, 0)),
    ],
)
def test_a_plan_is_for_so_many_days_or_weeks(said: str, period: tuple[int, int]) -> None:
    assert period_in(said) == period


def test_sentences_are_counted_with_lines_that_have_no_stop() -> None:
    assert sentences_in("제목\n하나다. 둘이다! 셋이 3.5개다.\n\n끝") == 5


def test_minutes_grow_with_the_matters_they_are_of() -> None:
    prompt = prompt_of("회의록 정리해줘", form=Form.REPORT, length=Length.SHORT, reference=_MINUTES)
    assert "250자(공백 포함)까지 씁니다: 7줄 안팎 × 35자쯤." in prompt


def test_a_table_of_days_grows_with_its_rows() -> None:
    prompt = prompt_of("강릉 2박3일 여행 일정 짜줘", form=Form.TABLE)
    assert "고른 길이로는 다 담기지 않아 12줄 × 65자로" in prompt


def test_a_polite_mail_may_grow_by_a_sentence() -> None:
    assert "250자 이내(공백 포함)" in prompt_of("교수님께 성적 문의 메일 써줘", length=Length.SHORT)


def test_what_fits_is_not_made_longer() -> None:
    assert "다 담기지" not in prompt_of("카페 이름 5개 지어줘", form=Form.LIST)
    assert "다 담기지" not in prompt_of("오사카 3박4일 여행 일정 짜줘", form=Form.TABLE, length=Length.LONG)


def test_a_translation_has_as_many_sentences_as_its_source() -> None:
    text = "저는 학생이었습니다. 목소리가 떨렸습니다. 그래서 매주 읽었습니다. 이제는 사회를 봅니다."
    prompt = prompt_of("이 글을 영어로 번역해줘", reference=text, language=Language.ENGLISH)
    assert "원문이 4문장이니 번역문은 4~5문장으로" in prompt


def test_a_lesson_grows_with_its_stages() -> None:
    told = "교사입니다. 40분 수업이고 도입 5분, 활동 25분, 정리 10분으로 나눠 주세요."
    prompt = prompt_of("초4 과학 수업 지도안 만들어줘", form=Form.TABLE, background=told)
    assert "3줄 × 330자로 잡음" in prompt


def test_an_english_table_grows_in_words() -> None:
    asked = {"form": Form.TABLE, "language": Language.ENGLISH}
    assert "words (12 rows of about 23" in compose(brief("Plan a 3-day trip to Busan", Locale.EN, **asked)).prompt
