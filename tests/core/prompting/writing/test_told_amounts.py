"""Figures: the amounts that were told, and what is to be done with them."""

import pytest

from core.prompting.compose import compose
from core.prompting.writing.told_amounts import amounts
from core.values.choices import Form
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("잔반은 하루 87kg, 수요일은 52kg입니다.", ("87kg", "52kg")),
        ("예산 1,200만원에 인원 14명, 공실률 3.5%", ("1,200만원", "14명", "3.5%")),
        ("92kg도 되지만 이건 쓰지 말아 주세요", ()),
        ("고2이고 3학년 형이 있어요. 5년차 3번째 이사", ()),
        ("문의는 {전화번호1}, 12월 1일까지", ()),
        ("5월 7일 이사, 사다리 12만원", ("12만원",)),
        ("하루 2시간 반, 관리비 8 통신비 5, 월세 61만원", ("61만원",)),
        ("3분기에 18% 늘고 4분기는 6% 줆", ("18%", "6%")),
        ("2분기보다 35% 늘어 9명 충원, 4분기말 6%, 올해 3분기", ("35%", "9명", "6%")),
        ("'12시 10분에 떨어진다'(71건), 5점 만점에 2.9점", ("71건", "2.9점")),
        ("직원 9명짜리 회사이고 4g씩 12팩", ("4g",)),
        ("We have 3 hours and 40 people", ("3 hours", "40 people")),
    ],
)
def test_amounts_are_those_with_a_unit_that_are_not_kept_back(told: str, found: tuple[str, ...]) -> None:
    assert amounts([told]) == found


def test_a_report_says_what_its_figures_mean_and_a_letter_does_not() -> None:
    told = "지난달 잔반은 하루 87kg였어요. 수요일은 52kg였어요. 전교생은 640명이에요."
    line = "주어진 수(87kg, 52kg, 640명)는"
    assert line in compose(brief("급식 잔반 조사 보고서", background=told, form=Form.REPORT)).prompt
    assert line not in compose(brief("영양사님께 감사 편지", background=told, form=Form.PROSE)).prompt
    assert "주어진 수" not in compose(brief("급식 잔반 조사 보고서", background=told[:18], form=Form.REPORT)).prompt


def test_times_alone_are_not_weighed() -> None:
    told = "탐조는 21일에 해요. 2일 동안이고 한 번에 40분이에요. 회원은 14명이에요."
    assert "주어진 수" not in compose(brief("동아리 탐조 활동 보고서", background=told, form=Form.REPORT)).prompt
