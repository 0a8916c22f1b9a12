"""The cells of a table: how many rows, and sums that can be kept."""

import re

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Language, Length
from tests.core.prompting.briefs import brief

CLAUSES = (
    "제4조(검수) 갑은 60일 안에 검수한다.\n제7조(대금) 을에게 30일 안에 지급한다.\n제9조(해지) 갑은 언제든 해지한다."
)


def prompt_of(purpose: str, **answers: object) -> str:
    return compose(brief(purpose, background="회사원입니다.", form=Form.TABLE, **answers)).prompt


@pytest.mark.parametrize(
    "purpose", ["팀 소풍 놀이 추천해줘", "노트북이랑 태블릿 비교표 만들어줘", "사내 방탈출 기획안"]
)
@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("language", list(Language))
def test_cells_add_up_to_no_more_than_the_length(purpose: str, length: Length, language: Language) -> None:
    for found in re.findall(
        r"([0-9]+)행 × ([0-9]+)칸.* ([0-9]+)(?:자|단어)쯤, 모두 ([0-9,]+)",
        prompt_of(purpose, length=length, language=language),
    ):
        rows, cells, each, total = (int(number.replace(",", "")) for number in found)
        assert rows * cells * each == total
        assert total <= 1_500


def test_clauses_of_what_is_given_are_the_rows() -> None:
    prompt = prompt_of("이 계약서에서 불리한 조항 찾아줘", reference=CLAUSES)
    assert "- 3행 × 3칸" in prompt
    assert "| 제7조(대금) | … | … | … |" in prompt


def test_rows_of_a_source_are_left_to_it() -> None:
    assert "행 ×" not in prompt_of("이 리뷰들을 분류해줘", reference="맛있어요. 비싸요. 친절해요. 좁아요.")


def test_a_sentence_of_a_translation_has_a_row() -> None:
    assert "행 수: 3" in prompt_of("이 글을 영어로 번역해줘", reference="비가 왔다. 길이 젖었다. 버스가 늦었다.")


def test_what_is_told_of_a_purchase_has_rows() -> None:
    told = brief("노트북이랑 태블릿 중에 뭐 살까", background="예산 90. 그림이랑 필기를 해요.", form=Form.TABLE)
    assert "‘기준’ 열에는 주어진 조건마다 한 행을 둡니다(그림, 필기, 예산 90 …)." in compose(told).prompt
