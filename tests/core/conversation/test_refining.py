"""What a wish about the prompt changes."""

from collections.abc import Mapping

import pytest

from core.conversation.questions import Key
from core.conversation.refining import refine
from core.conversation.session import Answer
from core.locale import Locale
from core.privacy.text import MaskedText

_BEFORE: Mapping[Key, Answer] = {
    Key.FORM: Answer(MaskedText("연속 문장"), "prose"),
    Key.LENGTH: Answer(MaskedText("보통"), "medium"),
    Key.LANGUAGE: Answer(MaskedText("한국어"), "korean"),
    Key.LEVEL: Answer(MaskedText("대학생"), "university"),
}


@pytest.mark.parametrize(
    ("wish", "key", "choice"),
    [
        ("더 짧게", Key.LENGTH, "short"),
        ("좀 줄여 주세요", Key.LENGTH, "short"),
        ("shorter", Key.LENGTH, "short"),
        ("더 길게", Key.LENGTH, "long"),
        ("표로 바꿔줘", Key.FORM, "table"),
        ("as a list", Key.FORM, "list"),
        ("영어로", Key.LANGUAGE, "english"),
        ("in English please", Key.LANGUAGE, "english"),
        ("고등학생 수준으로", Key.LEVEL, "high_school"),
        ("더 쉽게", Key.LEVEL, "high_school"),
        ("더 전문적으로", Key.LEVEL, "expert"),
    ],
)
def test_a_wish_sets_a_choice(wish: str, key: Key, choice: str) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.KO)
    assert changes is not None
    assert set(changes) == {key}
    answer = changes[key]
    assert answer is not None
    assert answer.choice == choice


def test_a_form_of_a_part_is_a_condition() -> None:
    changes = refine(_BEFORE, MaskedText("맨 위에 요약을 표로 넣어줘"), Locale.KO)
    assert changes is not None
    assert set(changes) == {Key.CONSTRAINTS}


@pytest.mark.parametrize(
    ("wish", "key", "text"),
    [
        ("300자로", Key.LENGTH, "300자"),
        ("길이 2000자로 바꿔줘", Key.LENGTH, "2000자"),
        ("제목은 20자로 해줘", Key.CONSTRAINTS, "제목은 20자로 해줘"),
        ("읽는 사람을 임원으로 바꿔줘", Key.AUDIENCE, "임원"),
        ("월요일이 아니라 화요일이야", Key.CONSTRAINTS, "월요일이 아니라 화요일이야"),
        ("반말 말고 존댓말로", Key.TONE, "반말 말고 존댓말로"),
        ("말투를 친근하게", Key.TONE, "말투를 친근하게"),
        ("중학생 수준으로", Key.LEVEL, "중학생 수준"),
        ("영어로도", Key.LANGUAGE, "한국어와 영어"),
        ("예시 하나 추가", Key.CONSTRAINTS, "예시 하나 추가"),
        ("가격은 빼고 링크는 넣어줘", Key.CONSTRAINTS, "가격은 빼고 링크는 넣어줘"),
        ("가격은 빼 줘", Key.CONSTRAINTS, "가격은 빼 줘"),
        ("add a closing line", Key.CONSTRAINTS, "add a closing line"),
    ],
)
def test_a_wish_is_kept_in_its_own_words(wish: str, key: Key, text: str) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.KO)
    assert changes is not None
    assert changes == {key: Answer(MaskedText(text))}


def test_two_wishes_at_once() -> None:
    changes = refine(_BEFORE, MaskedText("더 짧게, 말투는 정중하게"), Locale.KO)
    assert changes is not None
    assert set(changes) == {Key.LENGTH, Key.TONE}
    assert changes[Key.TONE] == Answer(MaskedText("말투는 정중하게"))


def test_wishes_that_are_not_each_understood_stay_one() -> None:
    wish = MaskedText("가격, 배송비, 환불 규정은 빼고 써 줘")
    assert refine(_BEFORE, wish, Locale.KO) == {Key.CONSTRAINTS: Answer(wish)}


def test_past_the_last_choice_the_length_goes_on() -> None:
    short = {**_BEFORE, Key.LENGTH: Answer(MaskedText("짧게"), "short")}
    long = {**_BEFORE, Key.LENGTH: Answer(MaskedText("길게"), "long")}
    assert refine(short, MaskedText("더 짧게"), Locale.KO) == {Key.LENGTH: Answer(MaskedText("50자 정도"))}
    assert refine(long, MaskedText("longer"), Locale.EN) == {Key.LENGTH: Answer(MaskedText("about 2000 characters"))}


def test_constraints_gather_and_go() -> None:
    before = {**_BEFORE, Key.CONSTRAINTS: Answer(MaskedText("가격은 빼 줘"))}
    added = refine(before, MaskedText("서론은 빼고 써 줘"), Locale.KO)
    assert added == {Key.CONSTRAINTS: Answer(MaskedText("가격은 빼 줘\n서론은 빼고 써 줘"))}
    assert refine(before, MaskedText("조건은 다 없애줘"), Locale.KO) == {Key.CONSTRAINTS: None}


@pytest.mark.parametrize("wish", ["더 짧게 " * 201, "1" * 29_000, "가" + " " * 29_000])
def test_what_is_longer_than_a_wish_may_be_is_none(wish: str) -> None:
    assert refine(_BEFORE, MaskedText(wish), Locale.KO) is None


@pytest.mark.parametrize("wish", ["고마워", "thanks!", "좋네요", "ㅋㅋㅋ", "이게 뭐예요?"])
def test_what_is_no_wish_changes_nothing(wish: str) -> None:
    assert refine(_BEFORE, MaskedText(wish), Locale.KO) is None


@pytest.mark.parametrize(
    ("wish", "background"),
    [
        ("시간을 12시 말고 1시로 바꿔줘", "12월 20일 낮 1시 라온뷔페, 회비 3만원, 담당 {이름1}"),
        ("날짜는 12월 20일이 아니라 12월 27일이야", "12월 27일 낮 12시 라온뷔페, 회비 3만원, 담당 {이름1}"),
        ("라온뷔페 말고 다온홀이에요", "12월 20일 낮 12시 다온홀, 회비 3만원, 담당 {이름1}"),
        ("아 회비는 3만원 말고 5만원", "12월 20일 낮 12시 라온뷔페, 회비 5만원, 담당 {이름1}"),
        ("{이름1}이 아니라 {이름2}야", "12월 20일 낮 12시 라온뷔페, 회비 3만원, 담당 {이름2}"),
        ("12시를 2시로 바꿔 주세요", "12월 20일 낮 2시 라온뷔페, 회비 3만원, 담당 {이름1}"),
        ("change 12시 to 2시", "12월 20일 낮 2시 라온뷔페, 회비 3만원, 담당 {이름1}"),
    ],
)
def test_a_value_is_replaced_where_it_was_said(wish: str, background: str) -> None:
    said = Answer(MaskedText("12월 20일 낮 12시 라온뷔페, 회비 3만원, 담당 {이름1}"))
    changes = refine({**_BEFORE, Key.BACKGROUND: said}, MaskedText(wish), Locale.KO)
    assert changes == {Key.BACKGROUND: Answer(MaskedText(background))}


@pytest.mark.parametrize(
    "wish",
    ["2시 말고 3시로", "회비 말고 링크를 넣어줘", "회비 말고 밥값을 못 내", "라온 말고 다온", "제목을 질문으로 바꿔줘"],
)
def test_what_was_not_said_is_not_replaced(wish: str) -> None:
    said = Answer(MaskedText("제목은 짧게, 12월 20일 낮 12시 라온뷔페, 회비 3만원"))
    changes = refine({**_BEFORE, Key.BACKGROUND: said}, MaskedText(wish), Locale.KO)
    assert changes is not None
    assert set(changes) == {Key.CONSTRAINTS}


@pytest.mark.parametrize(
    ("said", "wish", "length"),
    [
        ("300자", "더 짧게", "200자 정도"),
        ("450~550자", "더 길게", "800자 정도"),
        ("3분", "줄여줘", "2분 정도"),
        ("공백 포함 1,200자", "더 짧게", "800자 정도"),
        ("300 words", "더 짧게", "about 200 words"),
    ],
)
def test_a_length_in_numbers_gets_shorter_in_numbers(said: str, wish: str, length: str) -> None:
    changes = refine({**_BEFORE, Key.LENGTH: Answer(MaskedText(said))}, MaskedText(wish), Locale.KO)
    assert changes == {Key.LENGTH: Answer(MaskedText(length))}


@pytest.mark.parametrize(
    "wish", ["아쉬운 점을 하나 더 넣어줘", "쉬운 예시도 넣어줘", "깊이 반성하는 내용을 추가해줘", "인사를 짧게 넣어줘"]
)
def test_what_is_put_in_says_nothing_of_the_whole(wish: str) -> None:
    assert refine(_BEFORE, MaskedText(wish), Locale.KO) == {Key.CONSTRAINTS: Answer(MaskedText(wish))}


@pytest.mark.parametrize("length", ["A4 한 장", "1.5페이지", "1문장", "하객 앞에서 읽을 만큼"])
def test_a_length_that_is_no_number_gets_the_short_choice(length: str) -> None:
    changes = refine({**_BEFORE, Key.LENGTH: Answer(MaskedText(length))}, MaskedText("더 짧게"), Locale.KO)
    assert changes == {Key.LENGTH: Answer(MaskedText("더 짧게"), "short")}


@pytest.mark.parametrize("wish", ["이모지 빼고 더 짧게 해줘", "설명을 추가해서 더 자세히 써줘"])
def test_what_is_put_in_or_out_is_kept_beside_the_length(wish: str) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.KO)
    assert changes is not None
    assert set(changes) == {Key.LENGTH, Key.CONSTRAINTS}


@pytest.mark.parametrize(("wish", "key"), [("add more detail", Key.LENGTH), ("add an easier example", Key.CONSTRAINTS)])
def test_an_english_addition_is_no_level(wish: str, key: Key) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.EN)
    assert changes is not None
    assert set(changes) == {key}


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("참석자는 3명입니다.", "3명을 5명으로 바꿔줘", "참석자는 5명입니다."),
        ("장소는 강남점이고 3명", "장소는 강남점이 아니라 서초점", "장소는 서초점이고 3명"),
        ("마감은 금요일이고", "금요일 말고 목요일", "마감은 목요일이고"),
        ("초등학교 3학년인데", "3학년이 아니라 4학년이야", "초등학교 4학년인데"),
        ("12월 24일까지", "24일 말고 25일까지", "12월 25일까지"),
    ],
)
def test_a_value_is_replaced_before_what_stands_behind_it(before: str, wish: str, after: str) -> None:
    changes = refine({**_BEFORE, Key.BACKGROUND: Answer(MaskedText(before))}, MaskedText(wish), Locale.KO)
    assert changes == {Key.BACKGROUND: Answer(MaskedText(after))}


def test_a_choice_between_two_that_were_said_replaces_neither() -> None:
    said = Answer(MaskedText("A안, B안 중 B안을 추천하는 보고서"))
    changes = refine({**_BEFORE, Key.PURPOSE: said}, MaskedText("B안 말고 A안"), Locale.KO)
    assert changes == {Key.CONSTRAINTS: Answer(MaskedText("B안 말고 A안"))}


def test_a_ban_replaces_nothing_that_stands_in_the_answers() -> None:
    said = Answer(MaskedText("I use emojis a lot"))
    wish = MaskedText("please do not use emojis")
    assert refine({**_BEFORE, Key.BACKGROUND: said}, wish, Locale.EN) == {Key.CONSTRAINTS: Answer(wish)}
