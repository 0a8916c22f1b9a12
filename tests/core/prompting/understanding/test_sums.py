"""What is worked out from the figures given, and what is left alone."""

import pytest

from core.locale import Locale
from core.prompting.understanding.sums import sums_in


@pytest.mark.parametrize(
    ("said", "sums"),
    [
        ("지난 분기 문의 80건 중 환불 문의는 12건이었음", ("12건 ÷ 80건 = 약 15%",)),
        ("신고 64건 중 오신고 48건, 48건 가운데 30건이 야간", ("48건 ÷ 64건 = 약 75%", "30건 ÷ 48건 = 약 62%")),
        ("예산 420만원 중 39만원 집행", ("39만원 ÷ 420만원 = 약 9.3%",)),
        ("컵 500개 중 20개 파손, 새 컵 25개를 보냄", ("20개 ÷ 500개 = 약 4.0%",)),
        ("재구매율이 12%에서 15%로 오름", ("12% → 15%: 3%p 늘어남",)),
        ("반품이 40건에서 30건으로 줄었음", ("40건 → 30건: 약 25% 줄어듦",)),
        ("회원을 300명에서 1,200명까지 늘림", ("300명 → 1,200명: 4.0배",)),
        ("지난달 매출 2천만원이었는데 이번 달은 1,500만원", ("2천만원 → 1,500만원: 약 25% 줄어듦",)),
        ("8명 총 120만원 안에서", ("120만원 ÷ 8명 = 한 사람에 15만원",)),
        ("납품이 12월 29일에서 1월 3일로 밀림", ("12월 29일 → 1월 3일: 5일 늦어짐",)),
        ("행사를 5월 20일에서 5월 13일로 당겨야 함", ("5월 20일 → 5월 13일: 7일 앞당겨짐",)),
        ("실내 평균 18, 실외 평균 27", ("27 − 18 = 9, 1.5배",)),
        (
            "평일엔 1시간 반, 주말은 3시간 가능하고 시험까지 70일 남음",
            ("평일 1시간 30분씩 5일과 주말 3시간씩 2일이면 한 주에 13시간 30분, 남은 70일이면 약 135시간",),
        ),
        (
            "용돈 30000원 받음. 김밥 4500원, 버스 3000원, 노트 2500원 씀",
            ("4,500 + 3,000 + 2,500 = 10,000원, 쓸 때마다 남은 돈 25,500 → 22,500 → 20,000원",),
        ),
    ],
)
def test_worked_out(said: str, sums: tuple[str, ...]) -> None:
    assert sums_in(said.split(". "), Locale.KO) == sums


@pytest.mark.parametrize(
    "said",
    [
        "남자 12명, 여자 8명이 참가",  # they stand beside each other
        "9시에서 10시로",
        "3쪽에서 5쪽까지 읽음",  # a range of pages
        "6명 중 4명이 찬성",  # so few need no percentage
        "30명 중 40명",
        "5일 중 3일",
        "커피 4,500원, 케이크 6,000원",
        "2월 30일에서 3월 2일로 밀림",
        "직원 8명, 광고 예산 500만원",
        "0개에서 5개로 늘림",
        "010-1234-5678 중 30건",
        "주말 3시간",
        "평일 1시간 반 주말 3시간이면 될지 아니다 평일은 2시간으로",
        "",
    ],
)
def test_left_alone(said: str) -> None:
    assert sums_in((said,), Locale.KO) == ()


@pytest.mark.parametrize(
    ("said", "sums"),
    [
        ("41 of 63 test cases passed", ("41 of 63 = about 65%",)),
        ("churn rose from 4% last year to 6%", ("4% → 6%: up 2 percentage points",)),
        ("tickets fell from 250 a week to 200", ("250 → 200: down about 20%",)),
        ("2 of 3 of us", ()),
        ("from 9 am to 5 pm", ()),
    ],
)
def test_english(said: str, sums: tuple[str, ...]) -> None:
    assert sums_in((said,), Locale.EN) == sums


def test_no_more_than_four() -> None:
    said = tuple(f"{whole}건 중 5건" for whole in range(20, 30))
    assert len(sums_in(said, Locale.KO)) == 4
