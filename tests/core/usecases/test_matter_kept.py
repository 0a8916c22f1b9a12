"""What a request itself is about: the summary asks whether it may stay readable."""

import pytest

from core.conversation.events import Said
from core.conversation.questions import Key
from core.conversation.replies import ShowSummary
from core.conversation.session import Answer, MaskedItem, Phase, Session
from core.conversation.summary_events import MatterKept
from core.features.registry import advance
from core.privacy.entities import EntityType
from core.privacy.labels import find_labels, parse
from core.privacy.text import MaskedText
from core.sessions.kept_readable import matter_in
from core.usecases.summary_understanding import shown, told
from tests.core.conversation.sessions import ANSWERS, session


@pytest.mark.parametrize(
    "request_text",
    [
        "{기관1} 견적서 검토",
        "{기관1} 재무제표 분석해줘",
        "{기관1}에 대해 조사해줘",
        "{기관1}과 태양무역 중에서 고르기",
        "{이름1} 시인 시 감상문",
        "{이름1} 그 여자네 집 감상문",
        "{이름1} 소설 줄거리 정리",
        "review of {ORGANIZATION1}'s proposal",
    ],
)
def test_what_is_reviewed_or_named_is_asked_about(request_text: str) -> None:
    assert matter_in(request_text) == find_labels(request_text)


def test_what_is_compared_is_asked_about() -> None:
    assert matter_in("{기관1} {기관2} 견적 비교") == ("{기관1}", "{기관2}")


@pytest.mark.parametrize(
    "request_text",
    [
        "{이름1} 부장님께 보낼 사과 메일",
        "{기관1}에 보낼 견적 요청 메일",
        "{이름1} 팀원 평가 코멘트",
        "{이름1} 학생 생활기록부 문구",
        "{기관1} {이름1} 부장님께 답장",
        "{전화번호1} 검토",
        "우리 회사 {기관1} 소개 메일",
    ],
)
def test_whom_it_is_sent_to_and_who_works_there_is_not(request_text: str) -> None:
    assert matter_in(request_text) == ()


def _at_the_summary(request_text: str) -> Session:
    kinds = {label: parse(label) for label in find_labels(request_text)}
    items = tuple(MaskedItem(label, kind.type if kind else EntityType.CUSTOM) for label, kind in kinds.items())
    answers = {**ANSWERS, Key.PURPOSE: Answer(MaskedText(request_text))}
    return session(Phase.SUMMARY, answers=answers, items=items)


def _matter(held: Session) -> tuple[str, ...]:
    reply = shown(ShowSummary(held.answers, held.items), held)
    assert isinstance(reply, ShowSummary)
    return reply.matter


@pytest.mark.parametrize(
    "says", ["그대로 보이게", "네 그대로 보여줘", "둘 다 그대로", "가리지 마", "안 가려도 돼요", "keep them readable"]
)
def test_all_of_it_is_kept_by_one_answer(says: str) -> None:
    held = _at_the_summary("{기관1} {기관2} 견적 비교")
    assert _matter(held) == ("{기관1}", "{기관2}")
    after = advance(held, told(Said(MaskedText(says)), held)).session
    assert [item.kept for item in after.items] == [True, True]
    assert _matter(after) == ()


def test_one_press_does_the_same() -> None:
    held = _at_the_summary("{기관1} 견적서 검토")
    assert advance(held, told(MatterKept(), held)).session.items[0].kept


@pytest.mark.parametrize("says", ["그대로 둬", "가리지 말고 표로 해줘", "이름을 가려줘"])
def test_other_words_are_no_answer_to_it(says: str) -> None:
    held = _at_the_summary("{기관1} 견적서 검토")
    assert not isinstance(told(Said(MaskedText(says)), held), MatterKept)


def test_without_the_question_nothing_is_kept() -> None:
    held = _at_the_summary("{이름1} 부장님께 보낼 메일")
    assert not isinstance(told(Said(MaskedText("가리지 마")), held), MatterKept)
    assert advance(held, told(MatterKept(), held)).session.items == held.items
