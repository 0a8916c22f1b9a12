"""Amount: the length as a number, in the unit of the answer's script."""

import pytest

from core.prompting.compose import compose
from core.prompting.length_range import LengthRange
from core.prompting.writing.answer_length import Amount, item_count
from core.prompting.writing.sections import Heading
from core.values.choices import Form, Language, Length
from tests.core.prompting.briefs import brief

_MAIL = "거래처에 납기 지연을 사과하는 메일을 써 주세요"


@pytest.mark.parametrize(
    ("purpose", "answers", "said"),
    [
        ("광합성이 뭐야?", {"length": Length.MEDIUM}, "450~550자(공백 포함), 한국어"),
        ("광합성이 뭐야?", {"length": Length.LONG}, "1,000자 이상(공백 포함, 1,000~1,500자 권장), 한국어"),
        ("광합성이 뭐야?", {"length": "300자"}, "300자, 한국어"),
        ("광합성이 뭐야?", {"length": "세 문단"}, "세 문단, 한국어"),
        ("광합성이 뭐야?", {"length": "몇 마디"}, "몇 마디, 한국어"),
        ("광합성이 뭐야?", {"length": "짧게 부탁해요"}, "짧게 부탁해요, 한국어"),
        (_MAIL, {"language": Language.ENGLISH}, "150~200단어, 영어"),
        (_MAIL, {"language": Language.ENGLISH, "length": Length.LONG}, "400단어 이상, 영어"),
        (_MAIL, {"language": "일본어"}, "8~12문장, 일본어"),
        ("카페 이름 10개 지어줘", {"language": "일본어", "form": Form.LIST}, "칸이나 항목마다 한 문장, 일본어"),
    ],
)
def test_the_length_is_a_number_in_the_unit_of_the_answer(purpose: str, answers: dict[str, object], said: str) -> None:
    lines = compose(brief(purpose, **answers)).lines
    assert said in [line.text for line in lines if line.heading is Heading.LENGTH]


@pytest.mark.parametrize("told", ["해시태그 5개까지만", "이모지는 세 개 이내로"])
def test_what_stands_within_a_text_does_not_make_several_of_it(told: str) -> None:
    post = brief("꽃집 인스타 글 써줘", background=told, form=Form.PROSE, length=Length.SHORT)
    assert "750자" not in compose(post).prompt
    assert "450자" not in compose(post).prompt


def test_a_length_in_minutes_says_how_much_is_read_in_one() -> None:
    lines = compose(brief("송년회 사회 대본", length="4분")).lines
    assert "4분(1분에 300자쯤, 모두 1,200자쯤), 한국어" in [line.text for line in lines]


def test_code_needs_no_least_of_explanation() -> None:
    code = compose(brief("두 칸을 비교하는 엑셀 수식", form="수식만", length=Length.SHORT)).prompt
    assert "120자(공백 포함) 이내" in code
    assert "80~120자" not in code


@pytest.mark.parametrize(
    ("purpose", "answers", "is_aim"),
    [
        ("여름휴가 여행 일정 짜줘", {"form": Form.PROSE}, True),
        ("광합성이랑 호흡 비교", {"form": Form.TABLE}, True),
        ("사내 공지 써줘", {"form": "지도에 올릴 csv"}, True),
        ("계약서 검토해줘", {"form": Form.LIST, "reference": "제1조 보증금은 돌려주지 않는다."}, True),
        (
            "거래처에 보낼 안내 메일 써줘",
            {
                "form": Form.PROSE,
                "background": "".join(f"10월 {day}일에 {day}호 창고가 쉽니다. " for day in range(1, 31)),
            },
            True,
        ),
        ("여름휴가 여행 일정 짜줘", {"form": Form.PROSE, "length": Length.LONG}, False),
        ("광합성이 뭐야?", {"form": Form.PROSE}, False),
        ("거래처에 보낼 안내 메일 써줘", {"form": Form.LIST, "background": "10월 3일에 4호 창고가 쉽니다."}, False),
    ],
)
def test_a_length_is_an_aim_where_what_was_given_settles_it(
    purpose: str, answers: dict[str, object], *, is_aim: bool
) -> None:
    prompt = compose(brief(purpose, **{"length": Length.MEDIUM, **answers})).prompt
    assert ("넘어도 됩니다" in prompt or "고른 길이로는" in prompt) == is_aim


def test_what_counts_pieces_is_no_length_of_an_explanation() -> None:
    lines = compose(brief("회원별 주문 수를 세는 SQL 쿼리", form=Form.CODE, length="쿼리 하나만")).lines
    assert {"쿼리 하나만, 한국어", "```sql 코드 블록 하나"} <= {line.text for line in lines}


def test_code_is_not_counted_and_a_translation_follows_its_source() -> None:
    code = compose(brief("파이썬으로 CSV 파일 3개를 합치는 코드 짜줘", form=Form.CODE)).prompt
    assert "(코드는 세지 않습니다)" in code
    assert "원문의 분량대로" in compose(brief("이 글을 영어로 번역해줘", language=Language.ENGLISH)).prompt


@pytest.mark.parametrize(
    "request_", ["맞춤법 봐주세요", "이 메일 문장 다듬어줘", "말투만 공손하게 바꿔줘", "아래 글을 일본어로 번역해줘"]
)
def test_a_text_that_is_changed_as_a_whole_is_as_long_as_its_source(request_: str) -> None:
    assert "원문의 분량대로" in compose(brief(request_, length=Length.SHORT)).prompt
    assert "원문의 분량대로" not in compose(brief(request_, length="300자 이내")).prompt
    assert "80~120자" in compose(brief("이 글을 짧게 줄여줘", length=Length.SHORT)).prompt


def test_as_many_items_as_there_is_room_for() -> None:
    counts = [item_count(room, 2, 8) for room in (100, 500, 1_250)]
    assert counts == sorted(counts)
    assert counts[0] >= 3
    assert counts[1] <= 8
    assert counts[2] <= 16


def test_a_loosened_length_is_what_there_is_to_plan_with() -> None:
    assert Amount(LengthRange(80, 120), loosened=300).room == 300
    assert Amount(LengthRange(80, 120)).room == 100


@pytest.mark.parametrize(
    ("length", "told", "said"),
    [
        ("900자", "중2예요. 900자 이상으로 써야 해요", "900자 이상"),
        ("700자", "지원자예요. 글자수는 공백포함 700자입니다", "700자(공백 포함)"),
        ("3분", "친구 축사예요. 3분 넘으면 안 돼요", "3분 이내(1분에 300자쯤, 모두 900자쯤)"),
        ("8분", "영상은 8분인데 말은 4분만 할게요", "8분(말은 4분: 1분에 300자쯤, 모두 1,200자쯤)"),
        ("900자", "중2예요. 원고지에 써요", "900자"),
    ],
)
def test_a_length_that_was_typed_has_the_bound_that_stands_elsewhere(length: str, told: str, said: str) -> None:
    lines = compose(brief("독후감 써줘", background=told, length=length)).lines
    assert f"{said}, 한국어" in [line.text for line in lines if line.heading is Heading.LENGTH]
