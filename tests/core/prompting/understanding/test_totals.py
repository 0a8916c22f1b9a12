"""Totals: what follows from figures where the words say how they belong together."""

import pytest

from core.locale import Locale
from core.prompting.understanding.sums import sums_in


@pytest.mark.parametrize(
    ("told", "total"),
    [
        (
            "총 1,150만 원 중 무대 520만, 안전 180만, 홍보 90만 확정. 남은 금액은 예비비",
            "1,150 − (520 + 180 + 90) = 남은 360만원",
        ),
        ("주문 120건 중 30건은 취소, 8건은 반품이고 나머지는 정상", "120 − (30 + 8) = 남은 82건"),
        ("일주일 동안 아침 저녁으로 베란다랑 놀이터에서 쟀음", "7일 × 2번 × 2곳 = 28번"),
        ("5일 동안 하루 세 번씩 쟀음", "5일 × 3번 = 15번"),
        ("고객사 100개를 옮기는 계획, 고객사 70%는 금융권", "고객사 100개의 70% = 70개(나머지 30개)"),
        ("9월 30일에 강원도에서 1박 2일 관측함", "9월 30일부터 1박 2일 = 10월 1일까지"),
        ("고객사 100개를 12개월에, 한 달에 최대 12곳", "100 ÷ 12 → 한 달에 12곳이면 적어도 9달(12개월에서 3달 여유)"),
        ("책 320쪽을 하루 20쪽씩", "320 ÷ 20 → 하루에 20쪽이면 적어도 16일"),
        (
            "시급: 유나 10500 14시간, 태오 11000 9시간",
            "유나 10,500 × 14 = 147,000원, 태오 11,000 × 9 = 99,000원, 모두 246,000원",
        ),
        ("예산 총 320만원, 3박4일", "320만원 ÷ 4일 = 하루 평균 80만원"),
    ],
)
def test_a_total_is_worked_out(told: str, total: str) -> None:
    assert total in sums_in([told], Locale.KO)


def test_what_is_left_may_be_said_in_the_next_breath() -> None:
    told = ["회비 총 66만원 중 숙소 30만원 버스 18만원 냄", "나머지로 간식"]
    assert "66 − (30 + 18) = 남은 18만원" in sums_in(told, Locale.KO)


@pytest.mark.parametrize(
    "told",
    [
        "총 1,150만 원 중 무대 520만 확정",  # no word of a rest
        "50명 중 3명은 10시에, 나머지는 11시에 옵니다",  # one part: a glance
        "3일 동안 베란다랑 놀이터에서 쟀음",
        "고객사 100개, 직원 70%는 재택",
        "9월 21일에 만나고 10월에 2박 4일",
        "사과 3000원 배 5000원",
        "320쪽짜리 책",
    ],
)
def test_figures_beside_each_other_are_not_set_against_each_other(told: str) -> None:
    assert not any("=" in each or "→" in each for each in sums_in([told], Locale.KO) if "÷ 50명" not in each)
