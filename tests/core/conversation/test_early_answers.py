"""What was said with the wish is offered as the answer to a later question, and never asked as if it had not been."""

import pytest

from core.conversation import events
from core.conversation.early_answers import points_back, said_before
from core.conversation.questions import Key
from core.conversation.replies import Ask
from core.conversation.session import Answer, Session
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.values.locale import Locale

_ROWS: tuple[tuple[str, dict[Key, str]], ...] = (
    ("3분기 보고서 표로 짧게 만들어줘", {Key.FORM: "table", Key.LENGTH: "short"}),
    ("영어로 거래처에 보낼 메일 300자 정도", {Key.LANGUAGE: "english", Key.LENGTH: "300자 정도"}),
    ("일본어로 메뉴 소개 써줘", {Key.LANGUAGE: "일본어"}),
    ("초등학생도 알게 광합성 설명해줘", {Key.LEVEL: "elementary"}),
    ("중학생 수준으로 자세히 설명", {Key.LEVEL: "중학생", Key.LENGTH: "long"}),
    ("블랙홀을 초2 딸한테 설명해 주려고요", {Key.LEVEL: "elementary"}),
    ("초등학생이 읽을 안전 수칙", {Key.LEVEL: "elementary"}),
    ("고1 동생한테 근의 공식 설명", {Key.LEVEL: "high_school"}),
    ("대학생에게 보낼 학회 소개", {Key.LEVEL: "university"}),
    ("전공자용 요약", {Key.LEVEL: "expert"}),
    ("explain gravity to a six year old", {Key.LEVEL: "elementary"}),
    ("파이썬 코드 짜줘", {Key.FORM: "code"}),
    ("보고서 써줘", {Key.FORM: "report"}),
    ("표 말고 리스트로 정리해줘", {Key.FORM: "list"}),
    ("길게 말고 짧게", {Key.LENGTH: "short"}),
    ("A4 한 장 독후감", {Key.LENGTH: "A4 한 장"}),
    ("write a short email in English", {Key.LENGTH: "short", Key.LANGUAGE: "english"}),
    ("explain tides in 100 words", {Key.LENGTH: "100 words"}),
    # Words that only look like an answer
    ("영어로 된 기사를 요약해줘", {}),
    ("주간 보고서를 요약해줘", {}),
    ("공연 표 예매 안내문", {}),
    ("표로 된 자료 해석해줘", {}),
    ("발표 자료 만들어줘", {}),
    ("코드 리뷰 부탁", {}),
    ("영어 공부 계획 세워줘", {}),
    ("책 두 장을 읽고 느낀 점", {}),
    ("한글 파일 여는 법", {}),
    ("초등학생 돌봄 교실 안내문", {}),
    ("비전공자에게 보낼 메일", {}),
    ("고3 공부 계획 짜줘", {}),
    ("대학생이 많이 보는 앱 조사", {}),
    ("초등 교사 임용 자기소개서", {}),
    ("초보한테 맞는 등산 코스", {}),
    ("한국어로 쓰고 영어로도 써줘", {}),
)


@pytest.mark.parametrize(("purpose", "said"), _ROWS)
def test_what_is_read_from_the_wish(purpose: str, said: dict[Key, str]) -> None:
    answers = {Key.PURPOSE: Answer(MaskedText(purpose))}
    found = {key: said_before(key, answers) for key in Key}
    assert {key: each.choice or each.text for key, each in found.items() if each} == said


@pytest.mark.parametrize(
    "text",
    [
        "위에 썼어요",
        "아까 말했잖아요",
        "이미 적었어요.",
        "앞에서 말씀드렸어요",
        "위와 같아요",
        "I already said that",
        "see above",
    ],
)
def test_a_text_points_back(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize("text", ["위에 있는 산", "썼어요", "앞에서 말한 대로 표로", "표", "이미 끝난 일입니다", "위"])
def test_other_texts_do_not(text: str) -> None:
    assert not points_back(text)


def _at(key: Key, purpose: str = "3분기 실적을 표로 300자 정도로 정리해줘") -> Session:
    held = advance(Session("s1", Locale.KO), events.Started(MaskedText(purpose))).session
    held = advance(held, events.Said(MaskedText("기획팀입니다"))).session
    for each in (Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL):
        if held.asking is key:
            break
        held = advance(held, events.Said(MaskedText("1"))).session
        assert each in held.answers
    return held


@pytest.mark.parametrize("text", ["", "네", "응", "위에 썼어요"])
@pytest.mark.parametrize(("key", "answer"), [(Key.FORM, ("표로", "table")), (Key.LENGTH, ("300자 정도", None))])
def test_it_is_taken_when_it_is_confirmed(key: Key, answer: tuple[str, str | None], text: str) -> None:
    held = _at(key)
    taken = advance(held, events.Said(MaskedText(text))).session
    assert (taken.answers[key].text, taken.answers[key].choice) == answer
    assert taken.asking is not key
    assert advance(held, events.SuggestionTaken(key)).session.answers == taken.answers


def test_the_question_offers_it_until_it_is_answered() -> None:
    step = advance(_at(Key.FORM), events.Resumed())
    (ask,) = step.replies
    assert isinstance(ask, Ask)
    assert ask.suggested == Answer(MaskedText("표로"), "table")
    answered = advance(step.session, events.Said(MaskedText("리스트로"))).session
    (again,) = advance(answered, events.WentBack()).replies
    assert isinstance(again, Ask)
    assert again.suggested is None


def test_another_answer_takes_its_place() -> None:
    assert advance(_at(Key.FORM), events.Said(MaskedText("리스트로"))).session.answers[Key.FORM].choice == "list"


@pytest.mark.parametrize(("text", "hint"), [("위에 썼어요", "hint.not_said"), ("네", "hint.level"), ("", "hint.empty")])
def test_what_was_not_said_is_asked(text: str, hint: str) -> None:
    step = advance(_at(Key.LEVEL), events.Said(MaskedText(text)))
    (ask,) = step.replies
    assert isinstance(ask, Ask)
    assert ask.hint == hint
    assert Key.LEVEL not in step.session.answers


def test_an_introduction_that_points_back_is_none() -> None:
    held = advance(Session("s1", Locale.KO), events.Started(MaskedText("총무팀 김 대리입니다. 공지 써줘"))).session
    step = advance(held, events.Said(MaskedText("위에 썼어요")))
    assert Key.BACKGROUND not in step.session.answers
    assert step.session.asking is Key.FORM


def test_a_press_on_an_earlier_suggestion_leaves_the_open_question_open() -> None:
    held = advance(_at(Key.FORM), events.Said(MaskedText("리스트로"))).session
    step = advance(held, events.SuggestionTaken(Key.FORM))
    assert step.session.asking is Key.LENGTH
    assert step.session.answers[Key.FORM].choice == "list"
