"""Headings: names of sections and columns stand in the language of the answer, or it is said that they shall."""

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Language
from core.values.locale import Locale
from tests.core.prompting.briefs import brief


def lines_of(purpose: str, background: str, locale: Locale = Locale.KO, **answers: object) -> list[str]:
    return compose(brief(purpose, locale, background=background, **answers)).prompt.splitlines()


def test_our_headings_are_those_of_an_english_answer() -> None:
    lines = lines_of("동아리 활동 보고서 써줘", "부장입니다.", form=Form.REPORT, language=Language.ENGLISH)
    assert any(line.startswith("  1. Overview") for line in lines)
    assert not any("소제목은" in line for line in lines)


def test_our_headings_are_those_of_a_korean_answer() -> None:
    told = "I lead the club."
    lines = lines_of("Write a club activity report", told, Locale.EN, form=Form.REPORT, language=Language.KOREAN)
    assert any(line.startswith("  1. 개요") for line in lines)


def test_our_columns_are_those_of_an_english_answer_and_the_persons_stay() -> None:
    told = "대학생입니다. 예산 100만원."
    lines = lines_of("갤럭시랑 아이폰 중에 뭐 살까", told, form=Form.TABLE, language=Language.ENGLISH)
    (head,) = [line for line in lines if line.startswith("| ") and "갤럭시" in line]
    assert head.startswith("| Criterion | 갤럭시 | 아이폰 |")
    assert "- 열 이름은 영어로 옮겨 적습니다." in lines


@pytest.mark.parametrize(("language", "said"), [("일본어", True), ("한국어", False), ("영어", True)])
def test_headings_that_were_typed_are_to_be_translated_once(language: str, *, said: bool) -> None:
    told = "총무예요. 지난달 결산/건의/다음 달 계획 세 덩어리로요."
    lines = lines_of("동아리 활동 보고", told, form=Form.REPORT, language=language)
    assert any(line.startswith("  1. 지난달 결산") for line in lines)
    assert lines.count(f"- 소제목은 {language}로 옮겨 적습니다.") == said


def test_labels_of_an_item_are_those_of_the_answer() -> None:
    lines = lines_of("면접 예상 질문 뽑아줘", "간호사예요.", form=Form.LIST, language=Language.ENGLISH)
    assert any("what it checks: …" in line for line in lines)
    assert not any("보려는 것: …" in line for line in lines)
