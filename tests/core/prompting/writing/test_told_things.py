"""Things told side by side: each gets its share, people and what is refused do not."""

import re

import pytest

from core.prompting.compose import compose
from core.values.choices import Form, Length
from tests.core.prompting.briefs import brief


def lines(purpose: str, background: str, **answers: object) -> list[str]:
    return compose(brief(purpose, background=background, **answers)).prompt.splitlines()


@pytest.mark.parametrize("count", range(2, 9))
def test_what_is_told_side_by_side_shares_the_items(count: int) -> None:
    asked, told = f"축제 부스 홍보 문구 {count}개 뽑아줘", "고2예요. 우리 부스는 식혜랑 약과 팔아."
    (shares,) = [line for line in lines(asked, told, form=Form.LIST) if line.startswith("- 나누기: 식혜 ")]
    assert sum(map(int, re.findall(r" ([0-9]+)개", shares))) == count


@pytest.mark.parametrize(
    "told",
    ["고2예요. 누나랑 형이 팔아.", "고2예요. 우리 부스는 식혜 팔아.", "고2예요. 우리 부스는 식혜랑 약과는 안 팔아."],
)
def test_people_one_thing_and_what_is_refused_share_nothing(told: str) -> None:
    assert not any("나누기" in line for line in lines("축제 부스 홍보 문구 5개 뽑아줘", told, form=Form.LIST))


def test_who_is_named_beside_the_first_has_a_place_in_a_story() -> None:
    told = "아들 이름은 {이름1}, 제일 친한 친구는 {이름2}. 공룡을 좋아해요."
    asked = "우리 아들이 주인공인 잠자리 동화 써줘"
    assert "- {이름2}도 한 번 이상 나옵니다." in lines(asked, told, form=Form.PROSE, length=Length.LONG)
    alone = lines(asked, "아들 이름은 {이름1}.", form=Form.PROSE, length=Length.LONG)
    assert not any("한 번 이상" in line for line in alone)
