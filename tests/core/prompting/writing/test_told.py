"""What is to be done with the facts that were told."""

import pytest

from core.choices import Language
from core.prompting.compose import compose
from core.prompting.understanding.requester import state_who
from tests.core.prompting.briefs import brief


def _prompt(purpose: str, background: str, **answers: object) -> str:
    return compose(brief(purpose, background=background, **answers)).prompt


def test_private_matters_are_kept_from_a_letter_but_not_from_a_speech() -> None:
    told = "시누이가 처음엔 무서웠는데 김장철마다 챙겨 줬어요."
    assert "속사정은 드러내지 않습니다" in _prompt("집주인에게 보낼 수리 요청 메일", told)
    assert "속사정은 드러내지 않습니다" not in _prompt("시누이 환갑잔치 축사", told)


def test_facts_are_weighed_where_something_is_decided_only() -> None:
    weighs = "어느 쪽으로 기우는지"
    assert weighs in _prompt("세탁기 살지 렌탈할지 비교", "혼자 살아요. 빨래는 주 1회.")
    assert weighs not in _prompt("아이가 친구를 때렸을 때 훈육 방법", "아이는 네 살입니다.")


def test_a_date_is_no_use() -> None:
    assert "쓰임" not in _prompt("거래처에 보낼 안내 메일", "운임은 당사 부담입니다. 성적서는 3월 4일까지 제출.")


def test_wishes_that_stand_against_each_other_are_said_to_clash() -> None:
    line = "부딪치면 먼저 밝히고"
    told = "비유는 하나도 쓰지 말아주세요. 그러면서도 시처럼 비유가 풍부하면 좋겠어요."
    assert line in _prompt("친구에게 쓸 생일 카드 글", told)
    assert line not in _prompt("친구에게 쓸 생일 카드 글", "비유는 하나도 쓰지 말아주세요. 그래도 웃기게 해 주세요.")


def test_who_does_not_know_what_to_write_asks_nothing_of_the_text() -> None:
    assert "뭐라고" not in _prompt("독후감 도와주세요. 책은 읽었는데 뭐라고 써야 될지 모르겠어요", "고1입니다.")


@pytest.mark.parametrize(
    ("told", "sender"),
    [
        ("저희 동네에서 꽃집 합니다", "동네에서 꽃집 하는 사람"),
        ("관리사무소 반장 {이름1}이요", "관리사무소 반장 {이름1}"),
        ("저 두레정밀 구매팀 대리구요", "두레정밀 구매팀 대리"),
        ("당사는 포장재 회사 {기관1}, 저는 영업 대리 {이름1}입니다", "포장재 회사 {기관1}, 영업 대리 {이름1}"),
    ],
)
def test_who_asks_is_a_phrase(told: str, sender: str) -> None:
    assert sender in state_who(told)


def test_not_all_is_wanted_where_something_is_left_out() -> None:
    told = "9월 12일 오전 10시부터 2호기가 멈춥니다. 계단을 쓰셔야 합니다."
    assert "모두 쓰되" in _prompt("엘리베이터 점검 공지 써줘", told)
    refusing = _prompt("엘리베이터 점검 공지 써줘", f"{told} 작년 사고 얘기는 빼 주세요.")
    assert "모두 쓰되" not in refusing
    assert "빼라고 한 것과 속사정은 넣지 않습니다" in refusing


def test_a_manner_is_not_set_over_an_introduction_that_was_not_read() -> None:
    told = "we run a bakery, " + "and a guest said the bread was cold, " * 40 + "so be warm and a little funny"
    register = "Courteous and factual"
    assert register in _prompt("Reply to an angry customer complaint", "We run a bakery.", language=Language.ENGLISH)
    assert register not in _prompt("Reply to an angry customer complaint", told, language=Language.ENGLISH)


@pytest.mark.parametrize(
    ("purpose", "background", "line"),
    [
        ("스프레드시트 합계 수식 알려줘", "매장 직원입니다.", "구글시트 문법"),
        ("토익 공부 계획표", "직장인입니다.", "조각 시간"),
        ("환불 거부 항의문", "미용실에서 환불을 거부했어요.", "소비자상담센터"),
        ("회귀물 웹소설 1화", "", "되돌아온 사람만"),
    ],
)
def test_a_line_that_was_ruled_out_does_not_stand(purpose: str, background: str, line: str) -> None:
    ruled_out = {
        "구글시트 문법": "스프레드시트 말고 엑셀이에요",
        "조각 시간": "밤 10시 이후에만 돼요",
        "소비자상담센터": "협박으로 읽히면 안 돼요",
        "되돌아온 사람만": "돌아왔다는 건 아직 숨기고 싶어요",
    }[line]
    assert line in _prompt(purpose, background)
    assert line not in _prompt(purpose.replace("스프레드시트", "엑셀"), f"{background} {ruled_out}".strip())
