"""The values by which an answer can be checked, and how its length is shared."""

import pytest

from core.choices import Form, Length
from core.prompting.compose import compose
from core.prompting.intents.intent import Product
from core.prompting.writing.values import values_in
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("facts", "values"),
    [
        (["11월 14일 8시 40분까지 등교", "참가비 18,000원"], ("11월 14일", "8시 40분", "18,000원")),
        (["물건값 8만7천원", "10월 22일 오후 3시 도착"], ("8만7천원", "10월 22일", "오후 3시")),
        (["하루 1시간 반", "교재 하나"], ()),
        (["회비 2만원씩 9월까지 걷음", "10월 3일 14시 모임"], ()),
        (["표결 27대 5로 통과", "2월 8일 19시 총회"], ()),
        (["11월 5일 아니 6일 새벽 1시에 38만원 보냄", "12명 참석"], ()),
        (["입장료는 4천원이냐 6천원이냐 아직 안 정해짐", "정원 40명"], ()),
        (["수강료 24회 96만원", "5회 들음"], ("24회", "96만원", "5회")),
        (["오출고율 0.8%에서 0.3%로 줄임"], ("0.8%", "0.3%")),
    ],
)
def test_dates_times_and_sums_are_values(facts: list[str], values: tuple[str, ...]) -> None:
    assert values_in(facts, Product.TEXT_TO_SEND) == values


def test_only_what_holds_facts_is_checked_by_them() -> None:
    assert values_in(["11월 14일", "12월 1일"], Product.EXPLANATION) == ()


def test_each_of_many_items_gets_its_share() -> None:
    prompt = compose(brief("필라테스 광고 문구 10개 써줘", form=Form.LIST, length=Length.SHORT)).prompt
    assert "10개 × 10자 안팎 = 100자" in prompt


def test_an_item_of_several_things_is_told_no_size_that_cannot_hold_them() -> None:
    prompt = compose(brief("초6 사회 시험 문제 10개 만들어줘", form=Form.LIST, length=Length.MEDIUM)).prompt
    assert "항목마다 ‘문제" in prompt
    assert "안팎 =" not in prompt


def test_no_share_is_reckoned_from_the_length_of_one_of_several() -> None:
    each = brief("필라테스 광고 문구 다섯 개 써줘", form=Form.LIST, length="각 40자")
    assert "안팎 =" not in compose(each).prompt


@pytest.mark.parametrize("said", ["모임은 3층 아니 4층에서 함", "임기 3년 아 아니다 2년으로 하기로 함"])
def test_a_figure_that_was_taken_back_does_not_hold(said: str) -> None:
    assert "나중에 말한 것을 따릅니다" in compose(brief("모임 안내문 써줘", background=said)).prompt


def test_what_was_said_later_holds() -> None:
    said = brief("중고차 추천해줘", background="예산은 천이백인데 넘어도 됨. 아니 사실 넘으면 안 됨")
    assert "나중에 말한 것을 따릅니다" in compose(said).prompt
    assert "나중에 말한 것을 따릅니다" not in compose(brief("중고차 추천해줘", background="예산은 천이백")).prompt
