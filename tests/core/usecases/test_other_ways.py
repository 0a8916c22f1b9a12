"""Contradictions that a person settles the other way: in which words, and what the prompt says then."""

import pytest

from core.conversation.answer_reading import read_or_settle
from core.conversation.events import Said
from core.conversation.questions import Key
from core.conversation.session import Answer, Phase, Session
from core.conversation.summary_events import OtherWayTaken
from core.features.registry import advance
from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.sessions.briefing import brief_in
from core.usecases.summary_understanding import told, understood_of
from tests.core.conversation.sessions import session

_CV = ("영문 이력서 써줘", "3년차 마케터예요", "연속 문장", "보통", "한국어", "전문가")
_PLAN = ("연구 계획 요약", "교수님이 읽으십니다.", "연속 문장", "보통", "한국어", "초등학생")
_MAIL = ("거래처에 보낼 사과 메일", "", "표", "보통", "한국어", "전문가")
_REPORT = ("제품 소개 보고서 A4 3장으로", "", "보고서", "짧게", "한국어", "전문가")
_SPENDING = ("이번 달 가계부", "식비 30만원 교통비 10만원", "코드", "보통", "한국어", "대학생")
_TRIP = ("여행 소개 글", "표는 쓰지 말아 주세요.", "표", "보통", "한국어", "대학생")


def _at_the_summary(typed: tuple[str, ...]) -> Session:
    keys = (Key.PURPOSE, Key.BACKGROUND, Key.FORM, Key.LENGTH, Key.LANGUAGE, Key.LEVEL)
    texts = {key: MaskedText(text) for key, text in zip(keys, typed, strict=True) if text}
    answers = {key: read_or_settle(key, text) or Answer(text) for key, text in texts.items()}
    return session(Phase.SUMMARY, answers=answers)


def _prompt(held: Session) -> str:
    brief = brief_in(held)
    assert brief is not None
    return compose(brief).prompt


@pytest.mark.parametrize(
    ("typed", "says", "stands", "gone"),
    [
        (_CV, "한국어로 쓰기", "선택한 한국어로 씁니다", "요청에 적힌 대로"),
        (_CV, "그냥 한국어로 해줘", "선택한 한국어로 씁니다", "요청에 적힌 대로"),
        (_PLAN, "초등학생이 읽을 글로 써줘", "읽는 사람: 초등학생", "낱말만 쉽게"),
        (_MAIL, "표로 해줘", "내용을 표로 정리합니다", "이어지는 글로"),
        (_REPORT, "고른 분량에 맞춰줘", "대신 고른 길이에 맞춥니다", "고른 길이가 아니라"),
        (_SPENDING, "코드 블록 없이 마크다운 표로 써줘", "마크다운 표", "코드 블록"),
        (_TRIP, "그래도 표로 받을게", "표로 정리합니다", "표를 쓰지 말라는"),
    ],
)
def test_the_other_way_is_taken_in_its_own_words(typed: tuple[str, ...], says: str, stands: str, gone: str) -> None:
    held = _at_the_summary(typed)
    assert gone in _prompt(held)
    after = _prompt(advance(held, told(Said(MaskedText(says)), held)).session)
    assert stands in after
    assert gone not in after


@pytest.mark.parametrize("says", ["제목만 한국어로 써줘", "글자 크기를 크게", "한국어 단어도 넣어줘"])
def test_other_words_take_no_way(says: str) -> None:
    held = _at_the_summary(_CV)
    event = told(Said(MaskedText(says)), held)
    assert isinstance(event, Said)
    assert event.other_way is None


def test_the_way_back_is_one_press() -> None:
    held = _at_the_summary(_CV)
    before = _prompt(held)
    for _ in range(2):
        held = advance(held, told(OtherWayTaken("language"), held)).session
    assert _prompt(held) == before


def test_a_press_on_a_contradiction_that_is_gone_changes_nothing() -> None:
    held = _at_the_summary(_CV)
    assert advance(held, told(OtherWayTaken("form"), held)).session.answers == held.answers


def test_a_length_that_was_written_leaves_no_second_contradiction() -> None:
    understood = understood_of(_at_the_summary(_REPORT))
    assert understood is not None
    assert [way.kind for way in understood.other_ways] == ["length"]
