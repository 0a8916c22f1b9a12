import pytest

from core.choices import Form, Length, Level
from core.prompting.compose import compose
from tests.core.prompting.briefs import brief

# A line of an intent that takes up what the person has said, with the particle that fits it.


@pytest.mark.parametrize(
    ("purpose", "background", "line"),
    [
        ("토익 공부 계획 짜줘", "파트5랑 파트7이 약해요. 하루 2시간", "파트5와 파트7을 푸는 순서와 연습법"),
        ("토익 공부 계획 짜줘", "평일 1시간 반밖에 못해요", "‘평일 1시간 반’ 안에 드는지"),
        ("동아리 MT 행사 계획 짜줘", "35명, 예산 120만원", "35명을 기준으로 셈합니다"),
        ("동아리 MT 행사 계획 짜줘", "35명, 예산 120만원", "합계를 120만원 안에 둡니다"),
        ("헬스 운동 루틴 짜줘", "어깨가 아파요", "어깨에 부담이 가는 동작"),
    ],
)
def test_a_line_takes_up_what_was_said(purpose: str, background: str, line: str) -> None:
    made = compose(brief(purpose, background=background, form=Form.LIST, length=Length.LONG, level=Level.UNIVERSITY))
    assert line in made.prompt


@pytest.mark.parametrize("background", ["직장인이에요", "하루 한 시간 반 정도밖에 못 해요", "시간이 없어요"])
def test_a_line_without_words_to_take_up_does_not_stand(background: str) -> None:
    made = compose(brief("토익 공부 계획 짜줘", background=background))
    assert "푸는 순서와 연습법" not in made.prompt
    assert "{it" not in made.prompt


@pytest.mark.parametrize(
    ("purpose", "background"),
    [
        ("자기소개 써줘", "취미는 딱히 없어요"),
        ("적금 이자 알려줘", "할인 30% 쿠폰 있음"),
        ("냉장고 파먹기 레시피", "시간밖에 없어요"),
        ("동화 하나 지어줘", "저는 30살"),
    ],
)
def test_what_is_no_name_of_a_thing_is_not_taken_up(purpose: str, background: str) -> None:
    lines = compose(brief(purpose, background=background, form=Form.PROSE, length=Length.LONG)).lines
    shown = [line.text for line in lines if line.key == "purpose"]
    assert not [text for text in shown if any(junk in text for junk in ("딱히", "30%", "시간만으로", "30살 아이"))]
