import pytest

from core.prompting.intents.intent import Product
from core.prompting.understanding.counts import count_in
from core.prompting.understanding.demand_kinds import demands_in, read_demand, read_requirement
from core.prompting.understanding.restated_request import instruct, restate
from core.prompting.understanding.understand import understand
from core.prompting.understanding.understanding import Demand
from core.values.locale import Locale
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("said", "demand", "values", "count"),
    [
        ("기준은 시설, 수업, 급식 세 가지", Demand.COLUMNS, ("시설", "수업", "급식"), 3),
        (
            "특정 제품명은 쓰지 말고 비용, 보안, 관리 부담 기준으로 비교해 주세요",
            Demand.COLUMNS,
            ("비용", "보안", "관리 부담"),
            3,
        ),
        ("가격이랑 칼로리도", Demand.COLUMNS, ("가격", "칼로리"), 2),
        (
            "칸은 번호 / 무거운 것 / 놓을 곳 / 다시 올지(예·아니오)",
            Demand.COLUMNS,
            ("번호", "무거운 것", "놓을 곳", "다시 올지(예·아니오)"),
            4,
        ),
        (
            "순서는 소개 - 문제 - 예산 계획 - 바라는 효과로 부탁합니다",
            Demand.SECTIONS,
            ("소개", "문제", "예산 계획", "바라는 효과"),
            4,
        ),
        ("일정이 먼저 나오고 준비물은 품목·수량·담당으로 나누되", Demand.ORDER, (), None),
        (
            "주차, 주제, 분량, 확인 방법 순서의 열로 부탁드립니다",
            Demand.COLUMNS,
            ("주차", "주제", "분량", "확인 방법"),
            4,
        ),
        ("'배경-내용-결과-한계' 순서로", Demand.COLUMNS, ("배경", "내용", "결과", "한계"), 4),
        ("각각 원인이랑 조치를 한마디로 붙여주세요", Demand.COLUMNS, ("원인", "조치"), 2),
        ("columns: date, place, cost", Demand.COLUMNS, ("date", "place", "cost"), 3),
        ("서론, 현황, 원인, 대책, 결론 5개 장으로", Demand.SECTIONS, ("서론", "현황", "원인", "대책", "결론"), 5),
        ("서론 현황 대책 결론으로 나눠서", Demand.SECTIONS, ("서론", "현황", "대책", "결론"), 4),
        ("OX 4개 객관식 4개 단답 2개. 쉬움→어려움 순", Demand.COUNT, (), 10),
        ("정한 것 / 못 정한 것 / 할일 이 세 덩어리로", Demand.SECTIONS, ("정한 것", "못 정한 것", "할일"), 3),
        ("행성 8개 다 넣어주세요", Demand.ITEMS, (), 8),
        ("아홉 가지 다 넣어주세요", Demand.ITEMS, (), 9),
        ("불량은 미성형, 플래시, 웰드라인이고", Demand.ITEMS, ("미성형", "플래시", "웰드라인"), 3),
        ("5개만 뽑아줘", Demand.COUNT, (), 5),
        ("하나만 추천해줘", Demand.COUNT, (), 1),
        ("세 줄로", Demand.LENGTH, (), None),
        ("500자 이내", Demand.LENGTH, (), None),
        ("짧게요", Demand.LENGTH, (), None),
        ("주석이랑 설명은 영어로", Demand.LANGUAGE, ("주석", "설명"), None),
        ("스페인어는 못해서 한국어 뜻도 알면 좋겠어요", Demand.LANGUAGE, ("뜻",), None),
        ("영어로 써주세요", Demand.LANGUAGE, (), None),
        ("제가 쓴 느낌이 나야 해요", Demand.TONE, (), None),
        ("주석 많이 달아줘", Demand.COMMENTS, (), None),
        ("춤은 절대 싫음", Demand.LEAVE_OUT, (), None),
        ("금액을 지어내면 안 됩니다", Demand.LEAVE_OUT, (), None),
        ("No clowns", Demand.LEAVE_OUT, (), None),
        ("가격순으로 정렬해줘", Demand.ORDER, ("가격",), None),
        ("유니버셜은 꼭 가야됨", Demand.OTHER, (), None),
    ],
)
def test_a_demand_is_about_something(said: str, demand: Demand, values: tuple[str, ...], count: int | None) -> None:
    assert read_demand(said) == (demand, values, count)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("문구 5개 뽑아줘", 5),
        ("세 가지 방법", 3),
        ("ten podcast topics", 10),
        ("three short taglines", 3),
        ("OX 10개, 객관식 5개로", 15),
        ("3월 계획", None),
        ("3학년 수업", None),
        ("3번 문제", None),
        ("3박4일 일정", None),
        ("6개월 계획", None),
        ("5개 장으로", None),
        ("두 후보 중 누구", None),
        ("남자 4명", None),
        ("10분 발표", None),
        ("각 한 문장씩", None),
        ("매출 상위 10개 거래처를 분석", None),
        ("our top 10 topics by traffic", None),
    ],
)
def test_a_count_is_of_things(text: str, count: int | None) -> None:
    assert count_in(text) == count


def test_a_requirement_keeps_what_was_said() -> None:
    requirement = read_requirement("가격이랑 칼로리도")
    assert (requirement.said, requirement.values, requirement.text) == ("가격이랑 칼로리도", ("가격", "칼로리"), "")


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ("영어 문구 5개 뽑아줘", [(Demand.COUNT, (), 5)]),
        ("설문 응답을 긍정/부정으로 나눠줘", []),
        ("보고서 써줘", []),
    ],
)
def test_demands_inside_a_request(request_: str, found: list[object]) -> None:
    assert [(one.demand, one.values, one.count) for one in demands_in(restate(request_, Locale.KO), Locale.KO)] == found


@pytest.mark.parametrize(
    ("said", "instruction"),
    [
        ("please keep it short", "Keep it short"),
        ("orders(order_id, ordered_at)", "orders(order_id, ordered_at)"),
        ("retryPolicy.max = 3", "retryPolicy.max = 3"),
    ],
)
def test_the_name_of_something_gets_no_capital(said: str, instruction: str) -> None:
    assert instruct(said) == instruction


def test_what_a_formula_finds_is_no_number_of_formulas() -> None:
    understood = understand(brief("엑셀에서 금액이 큰 거래처 10개만 뽑는 수식 알려줘"))
    assert understood.recognition.intent.product is Product.FORMULA
    assert not [each for each in understood.requirements if each.demand is Demand.COUNT]


@pytest.mark.parametrize(
    ("request_", "count"),
    [
        ("나이트 3개 뛰고 바로 데이 들어가는데 어떻게 자야 덜 죽나요", None),
        ("과목 3개 밀렸는데 계획 짜줘", None),
        ("블로그 글 5개 써야 하는데 주제 추천해줘", 5),
        ("원두 거래처 세 군데 비교", 3),
    ],
)
def test_what_is_told_of_ones_case_counts_no_items(request_: str, count: int | None) -> None:
    counts = [each.count for each in demands_in(restate(request_, Locale.KO), Locale.KO)]
    assert counts == ([] if count is None else [count])
