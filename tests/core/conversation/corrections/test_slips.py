"""What an answer sets right itself."""

import pytest

from core.conversation.corrections.slips import without_slips
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.sessions.briefing import brief_of
from core.values.locale import Locale
from tests.core.conversation.sessions import ANSWERS


def _settled(text: str) -> str:
    return str(without_slips({Key.BACKGROUND: Answer(MaskedText(text))})[Key.BACKGROUND].text)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("12월 5일에 해요 아 날짜는 12월 5일이 아니라 12월 12일이야", "12월 12일에 해요"),
        ("12월 5일에 해요. 아, 5일이 아니라 6일이에요. 장소는 강당", "12월 6일에 해요. 장소는 강당"),
        ("회비는 3만원\n참, 3만원 말고 5만원\n장소는 정문", "회비는 5만원\n장소는 정문"),
        ("회의는 3시 아니 3시 말고 4시예요 장소는 2층", "회의는 4시. 장소는 2층"),
        ("201동이랑 205동 아니 204동 배관", "201동이랑 204동 배관"),
        ("월세가 두 달 아니 석 달 밀렸고요", "월세가 석 달 밀렸고요"),
        ("약은 하루 두번 아니 솔직히 세번 먹어요", "약은 하루 세번 먹어요"),
        ("12월 5일에 아니 6일에 모여요", "12월 6일에 모여요"),
        ("we meet at 3 pm no wait 4 pm", "we meet at 4 pm"),
        ("소감문 다듬... 아니 처음부터 써줘요", "소감문 처음부터 써줘요"),
        ("인사말은 아예 빼 아니 맨 앞에 한번만 넣고", "인사말은 맨 앞에 한번만 넣고"),
        ("강아지 이름은 보리 아니 그냥 강아지라고 해주세요", "강아지 이름은 그냥 강아지라고 해주세요"),
        ("비용은 전체 80 아니 교통비 빼고 60만원 정도", "비용은 교통비 빼고 60만원 정도"),
        ("문은 아침 9시 아니 9시반부터 열고", "문은 아침 9시반부터 열고"),
        ("떡을 구워서 아니 떡이면 이상하지 고구마를 구워서 나눠 준 얘기", "고구마를 구워서 나눠 준 얘기"),
        ("주차비는 따로고 소음 조심하라는 건 아니 그건 나중에 말할게요 빼주세요", "주차비는 따로고"),
        ("put a note under every row, actually no, only under the long ones", "put a note only under the long ones"),
        ("I start on May 3 — sorry, May 4", "I start on May 4"),
    ],
)
def test_a_slip_that_is_set_right_at_once_is_gone(said: str, meant: str) -> None:
    assert _settled(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "올해는 3만원이 아니라 5만원이에요",
        "작년엔 3만원이었어요. 올해는 3만원이 아니라 5만원이에요",
        "아 12시 말고 1시",
        "3시에 봐요. 참 좋은 곳이에요. 4시예요",
        "3일 아니면 4일쯤",
        "5명 정도는 아니고 8명",
        "사과하라는 건 아니고 그냥 알아 달라는 거예요",
        "회비는 3만원 아니 근데 2주 뒤에 내도 돼요",
        "제목은 짧게 아니면 빼 주세요",
        "in May, no wait for June",
    ],
)
def test_what_may_be_no_slip_stays(said: str) -> None:
    assert _settled(said) == said


def test_the_prompt_says_what_was_meant_alone() -> None:
    told = Answer(MaskedText("12월 5일에 모여요. 아 12월 5일이 아니라 12월 12일이에요"))
    prompt = compose(brief_of({**ANSWERS, Key.BACKGROUND: told}, Locale.KO)).prompt
    assert "12월 12일" in prompt
    assert "12월 5일" not in prompt
