"""What a wish about the prompt changes."""

from collections.abc import Mapping

import pytest

from core.conversation.questions import Key
from core.conversation.refinement import refine
from core.conversation.session import Answer
from core.privacy.text import MaskedText
from core.values.locale import Locale

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
        ("in English instead", Key.LANGUAGE, "english"),
        ("고등학생 수준으로", Key.LEVEL, "high_school"),
        ("더 쉽게", Key.LEVEL, "high_school"),
        ("더 전문적으로", Key.LEVEL, "expert"),
        ("수준 좀 낮춰줘", Key.LEVEL, "high_school"),
        ("초등학생도 알게", Key.LEVEL, "elementary"),
        ("언어는 영어", Key.LANGUAGE, "english"),
        ("영문으로", Key.LANGUAGE, "english"),
        ("make it a table", Key.FORM, "table"),
        ("간단하게", Key.LENGTH, "short"),
        ("전체를 짧게", Key.LENGTH, "short"),
        ("답은 영어로", Key.LANGUAGE, "english"),
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
        ("영어도 같이 써 줘", Key.LANGUAGE, "한국어와 영어"),
        ("중국어로 바꿔줘", Key.LANGUAGE, "중국어"),
        ("언어 중국어로", Key.LANGUAGE, "중국어"),
        ("한국어랑 영어 둘 다", Key.LANGUAGE, "한국어랑 영어 둘 다"),
        ("이천자로", Key.LENGTH, "2000자"),
        ("공백 포함 800자", Key.LENGTH, "공백 포함 800자"),
        ("대상은 학부모", Key.AUDIENCE, "학부모"),
        ("어르신도 알게", Key.LEVEL, "어르신"),
        ("용어도 추가해줘", Key.CONSTRAINTS, "용어도 추가해줘"),
        ("예시 하나 추가", Key.CONSTRAINTS, "예시 하나 추가"),
        ("가격은 빼고 링크는 넣어줘", Key.CONSTRAINTS, "가격은 빼고 링크는 넣어줘"),
        ("제목은 짧게", Key.CONSTRAINTS, "제목은 짧게"),
        ("이름은 영어로 써줘", Key.CONSTRAINTS, "이름은 영어로 써줘"),
        ("첫 문단을 더 길게", Key.CONSTRAINTS, "첫 문단을 더 길게"),
        ("가격은 빼 줘", Key.CONSTRAINTS, "가격은 빼 줘"),
        ("add a closing line", Key.CONSTRAINTS, "add a closing line"),
    ],
)
def test_a_wish_is_kept_in_its_own_words(wish: str, key: Key, text: str) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.KO)
    assert changes is not None
    assert changes == {key: Answer(MaskedText(text))}


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("표로 짧게", {Key.FORM: "table", Key.LENGTH: "short"}),
        ("영어로 300자", {Key.LANGUAGE: "english", Key.LENGTH: "300자"}),
        ("짧고 쉽게", {Key.LENGTH: "short", Key.LEVEL: "high_school"}),
        ("초등학생도 알게 짧게", {Key.LEVEL: "elementary", Key.LENGTH: "short"}),
        ("길이 짧게 언어 영어", {Key.LENGTH: "short", Key.LANGUAGE: "english"}),
    ],
)
def test_two_answers_in_a_row_are_both_taken(wish: str, said: Mapping[Key, str]) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.KO) or {}
    assert {key: answer and (answer.choice or answer.text) for key, answer in changes.items()} == said


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


@pytest.mark.parametrize(
    ("complaint", "wish"),
    [
        ("너무 길어요", "더 짧게"),
        ("좀 너무 짧네", "더 길게"),
        ("내용이 너무 어려워요ㅠㅠ", "더 쉽게"),
        ("너무 딱딱해요", "더 부드러운 말투로"),
        ("It's too long.", "shorter"),
        ("too formal", "a warmer tone"),
    ],
)
def test_a_complaint_of_the_whole_is_the_wish_that_it_is(complaint: str, wish: str) -> None:
    assert refine(_BEFORE, MaskedText(complaint), Locale.KO) == refine(_BEFORE, MaskedText(wish), Locale.KO) != {}


@pytest.mark.parametrize(
    "wish",
    ["이웃한테 말하듯이", "더 자연스럽게", "우리 동네 말투 그대로", "mention that I can drive", "keep it to work"],
)
def test_a_wish_without_a_verb_of_asking_is_kept(wish: str) -> None:
    changes = refine(_BEFORE, MaskedText(wish), Locale.KO)
    assert changes
    assert changes.keys() <= {Key.CONSTRAINTS, Key.TONE}


@pytest.mark.parametrize(
    "wish", ["고마워", "thanks!", "좋네요", "ㅋㅋㅋ", "이게 뭐예요?", "인사말이 너무 길어", "배고파", "that is the end"]
)
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
        ("13일(수) 총회", "13일이 아니라 14일(목)", "14일(목) 총회"),
        ("Flask 2.1 씀", "Flask 말고 Starlette야", "Starlette 씀"),
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


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("Python 3.9, FastAPI 0.95", "Python 3.9 말고 3.11", "Python 3.11, FastAPI 0.95"),
        ("5월 16일 출발", "5월 16일 아니고 17일이야", "5월 17일 출발"),
        ("정문 앞에서 오전 10시에", "정문 말고 후문 앞이야", "후문 앞에서 오전 10시에"),
        ("담당은 {이름1} 총무에게", "{이름1} 말고 {이름2} 총무야", "담당은 {이름2} 총무에게"),
        ("점심 12시에 합니다", "12시가 아니고 저녁 6시라오", "저녁 6시에 합니다"),
        ("스그 35만원 직거래", "35말고38만원으로", "스그 38만원 직거래"),
        ("딸기케이크 7,800원", "7800원 아니고 7500원", "딸기케이크 7500원"),
        ("101동 물이 끊깁니다", "101동 아이고 103동입니더", "103동 물이 끊깁니다"),
        ("열이 38도예요", "38도 아니에요 39도예요", "열이 39도예요"),
        ("회비 3만원", "5만원이야 3만원 말고", "회비 5만원"),
        ("정원 80명", "정원은 80명에서 100명으로 늘었어", "정원 100명"),
        ("6월 1일~6월 3일", "6월 3일 → 6월 4일", "6월 1일~6월 4일"),
        ("12월 24일까지 신청", "12월 24일까지가 아니라 12월 26일까지야", "12월 26일까지 신청"),
        ("반찬가게를 하셨어요", "반찬가게가 아니라 분식집이었어요", "분식집을 하셨어요"),
        ("10시에 정문 앞에서 출발", "10시 말고 11시에 출발해", "11시에 정문 앞에서 출발"),
        ("생성형 AI 활용", "AI라는 말 대신 인공지능이라고 써줘", "생성형 인공지능 활용"),
        ("스타트업 12명짜리", "12명 아니고 20명짜리야", "스타트업 20명짜리"),
        ("대표 조민석이 서명", "조민석 대표 아니고 조민식 대표예요", "대표 조민식이 서명"),
        ("Lunch is at 12:30", "sorry, lunch is at 1 pm, not 12:30", "Lunch is at 1 pm"),
        ("on June 12 at 9 am", "June 12 should be June 19", "on June 19 at 9 am"),
        ("낮 12시, 30명", "12시라고 했는데 1시예요", "낮 1시, 30명"),
        ("예산 300만원", "예산 300만원 틀렸어 350만원이야", "예산 350만원"),
        ("라온리조트에서", "제가 잘못 적었어요, 라온리조트 말고 다온리조트가 맞아요", "다온리조트에서"),
        ("10월 14일 출발", "날짜 10월 14일에서 21일로 미뤘어요", "10월 21일 출발"),
        ("담당 {이름1}, 30명", "담당 {이름1} 아니고 {이름2}이에요", "담당 {이름2}, 30명"),
        ("on Tuesday at noon", "I said Tuesday but it's Thursday", "on Thursday at noon"),
    ],
)
def test_a_value_is_replaced_however_it_is_corrected(before: str, wish: str, after: str) -> None:
    changes = refine({**_BEFORE, Key.BACKGROUND: Answer(MaskedText(before))}, MaskedText(wish), Locale.KO)
    assert changes == {Key.BACKGROUND: Answer(MaskedText(after))}


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ("총 23명, 참가비 4만원", "인원을 27명으로 바꿔줘", "총 27명, 참가비 4만원"),
        ("3월 2일까지 통지 후 14일 이내", "통지 기한은 10일로 해 주세요", None),
        ("회비 3만원, 벌금 5만원", "회비를 4만원으로 바꿔줘", "회비 4만원, 벌금 5만원"),
        ("오전 9시부터 오후 5시까지", "시간을 3시로 바꿔줘", None),
        ("6500원과 7,800원", "가격을 7000원으로 바꿔줘", None),
        (
            "장소: 본관 2층 대회의실\n문의: 총무과",
            "장소를 3층 강당으로 변경해 주십시오",
            "장소: 3층 강당\n문의: 총무과",
        ),
        ("제목 20자, 본문 300자", "소제목을 10자로 바꿔줘", None),
        ("월요일에 모여요", "회비는 3만원이야", None),
        ("Budget is $40", "change the budget to $50", "Budget is $50"),
    ],
)
def test_the_one_value_of_its_kind_is_replaced_and_never_one_of_two(before: str, wish: str, after: str | None) -> None:
    changes = refine({**_BEFORE, Key.BACKGROUND: Answer(MaskedText(before))}, MaskedText(wish), Locale.KO)
    expected = {Key.CONSTRAINTS: wish} if after is None else {Key.BACKGROUND: after}
    assert changes == {key: Answer(MaskedText(text)) for key, text in expected.items()}


@pytest.mark.parametrize(
    ("before", "wish"),
    [
        ("가격은 6500원", "가격 말고 장점으로 써줘"),
        ("회비 3만원", "회비 3만원을 굵은 글씨로 바꿔줘"),
        ("20대 직장인", "20대 말고 30대도 볼 수 있게 해줘"),
        ("3개월 등록", "3개월 말고 6개월도 써줘"),
        ("원장 이수정", "원장 말고 상담 선생님이 말하는 걸로"),
        ("변명은 하지 않아요", "변명 말고 대책으로 써줘"),
        ("보냉 24시간", "보냉이 아니라 보온을 앞에 둬"),
        ("회비는 3만원", "회비 대신 참가비라고 하지 말고 그냥 둬"),
        ("103동과 105동", "103동과 105동이 아니라 103동만입니다"),
        ("12시 시작", "12시 말고 다른 시간으로 해줘"),
        ("가을운동회 10시", "가을운동회를 맨 위로 올려줘"),
        ("토익 700점, 전공은 기계", "전공 얘기는 빼고 토익은 800점이야"),
    ],
)
def test_what_may_be_no_replacement_is_added(before: str, wish: str) -> None:
    changes = refine({**_BEFORE, Key.BACKGROUND: Answer(MaskedText(before))}, MaskedText(wish), Locale.KO)
    assert changes == {Key.CONSTRAINTS: Answer(MaskedText(wish))}


def test_whoever_gets_it_instead_reads_it_too() -> None:
    before = {
        **_BEFORE,
        Key.PURPOSE: Answer(MaskedText("팀장님께 보낼 메일")),
        Key.AUDIENCE: Answer(MaskedText("팀장님")),
    }
    changes = refine(before, MaskedText("팀장님 말고 부장님께 보낼 거야"), Locale.KO)
    assert changes == {
        Key.PURPOSE: Answer(MaskedText("부장님께 보낼 메일")),
        Key.AUDIENCE: Answer(MaskedText("부장님")),
    }
    changes = refine(before, MaskedText("팀장님 말고 부장님이 읽을 거예요"), Locale.KO)
    assert changes is not None
    assert changes[Key.AUDIENCE] == Answer(MaskedText("부장님"))


def test_another_reader_gets_what_the_first_one_got() -> None:
    before = {
        **_BEFORE,
        Key.PURPOSE: Answer(MaskedText("팀장님께 보낼 메일")),
        Key.AUDIENCE: Answer(MaskedText("팀장님")),
    }
    assert refine(before, MaskedText("읽는 사람은 부장님이야"), Locale.KO) == {
        Key.PURPOSE: Answer(MaskedText("부장님께 보낼 메일")),
        Key.AUDIENCE: Answer(MaskedText("부장님")),
    }


def test_a_length_of_the_whole_is_changed_where_it_was_demanded() -> None:
    before = {**_BEFORE, Key.CONSTRAINTS: Answer(MaskedText("300자 이내로 써 주세요. 제목은 20자"))}
    assert refine(before, MaskedText("500자로 해줘"), Locale.KO) == {
        Key.LENGTH: Answer(MaskedText("500자")),
        Key.CONSTRAINTS: Answer(MaskedText("500자 이내로 써 주세요. 제목은 20자")),
    }


def test_a_tone_that_stands_as_a_demand_is_replaced_there_alone() -> None:
    said = {
        Key.BACKGROUND: Answer(MaskedText("반말을 싫어하는 손님. 반말로 써 줘")),
        Key.CONSTRAINTS: Answer(MaskedText("반말로 씁니다")),
    }
    assert refine({**_BEFORE, **said}, MaskedText("반말 말고 존댓말로"), Locale.KO) == {
        Key.BACKGROUND: Answer(MaskedText("반말을 싫어하는 손님. 존댓말로 써 줘")),
        Key.CONSTRAINTS: Answer(MaskedText("존댓말로 씁니다")),
    }
    banned = {**_BEFORE, Key.CONSTRAINTS: Answer(MaskedText("반말로 쓰지 마세요"))}
    assert refine(banned, MaskedText("반말 말고 존댓말로"), Locale.KO) == {
        Key.TONE: Answer(MaskedText("반말 말고 존댓말로"))
    }


def test_what_else_a_correction_says_is_taken_as_well() -> None:
    before = {**_BEFORE, Key.BACKGROUND: Answer(MaskedText("금요일 12시, 3만원"))}
    changes = refine(before, MaskedText("12시 말고 1시예요. 영어로 써 주세요"), Locale.KO)
    assert changes is not None
    assert changes[Key.BACKGROUND] == Answer(MaskedText("금요일 1시, 3만원"))
    assert changes[Key.LANGUAGE] == Answer(MaskedText("영어로 써 주세요"), "english")
    assert refine(before, MaskedText("12시가 아니라 1시예요 제가 잘못 적었네요"), Locale.KO) == {
        Key.BACKGROUND: Answer(MaskedText("금요일 1시, 3만원"))
    }


@pytest.mark.parametrize(("wish", "length"), [("300자 말고 500자로", "500자"), ("A4 2장 말고 1장으로", "1장")])
def test_a_length_takes_the_place_of_one_that_was_not_given(wish: str, length: str) -> None:
    assert refine(_BEFORE, MaskedText(wish), Locale.KO) == {Key.LENGTH: Answer(MaskedText(length))}


def test_a_number_made_larger_is_no_length() -> None:
    before = {**_BEFORE, Key.BACKGROUND: Answer(MaskedText("온보딩 기간은 2주"))}
    changes = refine(before, MaskedText("온보딩 기간을 4주로 늘려줘"), Locale.KO)
    assert changes == {Key.BACKGROUND: Answer(MaskedText("온보딩 기간은 4주"))}


def test_the_thing_itself_can_be_put_in_a_form() -> None:
    before = {**_BEFORE, Key.PURPOSE: Answer(MaskedText("상담 대본 써줘"))}
    assert refine(before, MaskedText("대본을 표로 바꿔줘"), Locale.KO) == {
        Key.FORM: Answer(MaskedText("표로 바꿔줘"), "table")
    }


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ("길이는 짧게로", Answer(MaskedText("짧게로"), "short")),
        ("분량을 길게 바꿔줘", Answer(MaskedText("길게 바꿔줘"), "long")),
        ("길이는 더 짧게", Answer(MaskedText("200자 정도"))),
    ],
)
def test_a_length_that_is_named_is_the_choice_and_not_the_next_step(wish: str, answer: Answer) -> None:
    before = {**_BEFORE, Key.LENGTH: Answer(MaskedText("300자"))}
    assert refine(before, MaskedText(wish), Locale.KO) == {Key.LENGTH: answer}


@pytest.mark.parametrize("wish", ["이 말고 4시", "은말고 35", "을 아니라 , 4시", ". 말고 까지", "→ 3시", "3시 →"])
def test_a_correction_with_nothing_on_one_side_replaces_nothing(wish: str) -> None:
    before = {**_BEFORE, Key.BACKGROUND: Answer(MaskedText("3시, 하준이"))}
    assert Key.BACKGROUND not in (refine(before, MaskedText(wish), Locale.KO) or {})
