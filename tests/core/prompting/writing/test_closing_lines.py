"""Closing lines: checks by this brief's own numbers."""

import pytest

from core.prompting.compose import compose
from core.prompting.writing.sections import Heading
from core.values.choices import Form, Length
from tests.core.prompting.briefs import brief


def lines_of(heading: Heading, purpose: str, background: str, /, **answers: object) -> list[str]:
    lines = compose(brief(purpose, background=background, **answers)).lines
    return [line.text for line in lines if line.heading is heading]


def test_a_plan_is_checked_by_its_budget() -> None:
    told = "숙소는 난바, 예산은 총 320만원이고 할머니도 가세요."
    assert "비용을 모두 더한 값이 320만원 안인지" in lines_of(
        Heading.DONE, "오사카 3박4일 가족여행 일정 짜줘", told, form=Form.TABLE, length=Length.LONG
    )


def test_of_two_sums_neither_is_the_budget() -> None:
    told = "예산은 학교에서 15만원 나오고 우리가 3만원 더 모았어요."
    assert not any("만원 안인지" in line for line in lines_of(Heading.DONE, "학교 축제 부스 기획해 줘", told))


def test_what_is_sorted_comes_out_at_the_number_there_is() -> None:
    reviews = "1. 라떼가 고소해요\n2. 자리가 좁아요\n3. 친절해요\n4. 비싸요"
    lines = lines_of(
        Heading.DONE,
        "카페 리뷰를 긍정/부정이랑 이유별로 분류해줘",
        "조별 과제예요.",
        form=Form.TABLE,
        reference=reviews,
    )
    assert "긍정 □ + 부정 □ + 섞임 □ = 4개로 맞는지" in lines


@pytest.mark.parametrize(("count", "is_checked"), [("10개", True), ("두 개", False)])
def test_many_items_are_counted(count: str, *, is_checked: bool) -> None:
    lines = lines_of(Heading.DONE, f"면접 예상 질문 {count} 뽑아줘", "간호사예요.", form=Form.LIST)
    assert any("개가 모두 있는지" in line for line in lines) == is_checked
