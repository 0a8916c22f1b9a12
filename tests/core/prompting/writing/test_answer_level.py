"""Reader: who reads, how hard the answer may be, and the days and hours that lines quote."""

import pytest

from core.prompting.compose import compose
from core.values.choices import Form
from tests.core.prompting.briefs import brief


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("일반인", "- 수준: 일반인도 아는 말"),
        ("중고등학생", "- 수준: 중고등학생 수준"),
        ("경찰 조사관", "- 수준: 경찰 조사관"),
        ("쉬운 한국어", "- 수준: 쉬운 한국어"),
        ("JLPT 3급", "- 수준: JLPT 3급"),
        ("할아버지도 알게", "- 수준: 할아버지도 알게"),
    ],
)
def test_a_typed_level_is_said_as_what_it_is(level: str, said: str) -> None:
    assert said in compose(brief("광합성이 뭐야?", level=level)).prompt.splitlines()


@pytest.mark.parametrize(
    ("form", "said"), [("단계", "- 번호를 매긴 단계 목록"), ("단계별 그림", "- 형식: 단계별 그림")]
)
def test_steps_are_a_numbered_list(form: str, said: str) -> None:
    assert said in compose(brief("김치찌개 끓이는 법", form=form)).prompt.splitlines()


@pytest.mark.parametrize(
    ("purpose", "told", "quoted", "other"),
    [
        (
            "현장체험학습 가정통신문",
            "10월 23일(목) 과학관, 참가비 10월 17일 출금",
            "10월 23일을 맨 위에",
            "10월 17일을 맨 위에",
        ),
        ("기말 3주 공부 계획 짜줘", "평일은 9시 반부터, 주말은 하루 6시간 가능", "", "‘하루 6시간’"),
        ("자소서 지원동기 써줘", "700자 이내 공백포함", "", "공백은 앞에서"),
        ("자소서 지원동기 써줘", "2년 공백기가 있음", "공백은 앞에서", "‘하루"),
    ],
)
def test_a_line_quotes_the_value_that_it_is_about(purpose: str, told: str, quoted: str, other: str) -> None:
    prompt = compose(brief(purpose, background=told, form=Form.PROSE)).prompt
    assert quoted in prompt
    assert other not in prompt
