"""What a model would ask: offered beneath the summary, answered as a gap is, never in the way, two in all."""

import pytest

from core.conversation.events import GapAnswered
from core.conversation.questions import Key
from core.conversation.replies import AskGap, ShowPrompt, ShowSummary
from core.conversation.session import Phase, Session
from core.features.substance.events import QuestionOpened
from core.features.substance.handlers import advice_of
from core.messages import Pressed
from core.prompting.model.reading_substance import Draft
from core.prompting.substance import ModelQuestion
from core.usecases.chat import Chat, Models, Result
from core.usecases.generation import Generation
from tests.core.conftest import DM, Talk
from tests.fakes.advisor import ProposingAdvisor

CLOTHES = ModelQuestion("첫날 복장", "첫날 무엇을 입고 오면 되나요?", ("정장", "편한 옷"))
LUNCH = ModelQuestion("점심", "점심은 어떻게 하나요?", ("회사에서 사요", "각자 챙겨요"))


@pytest.fixture
def advisor(talk: Talk) -> ProposingAdvisor:
    advisor = ProposingAdvisor()
    advisor.draft = Draft(questions=(CLOTHES, LUNCH))
    ids = (f"s-{number}" for number in range(99))
    talk.chat = Chat(talk.detector, talk.store, lambda: next(ids), models=Models(advises=True), asks_gaps=True)
    talk.generation = Generation(talk.store, advisor)
    return advisor


def _session(talk: Talk) -> Session:
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    return held.session


def _answered(talk: Talk) -> Result:
    return [talk.says(each) for each in ("인사팀입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기")][-1]


async def _summary(talk: Talk, purpose: str = "신입사원에게 보낼 환영 이메일 초안 써줘") -> ShowSummary:
    """Answer everything, leave what the rules ask to the AI, and return the summary with what has come."""
    talk.opens(purpose)
    turn = _answered(talk)
    while isinstance(turn.deliveries[-1].outgoing.reply, AskGap):
        turn = talk.says("AI가 정하기")
    (delivery,) = await talk.generation.run(str(turn.advising))
    talk.delivered((delivery,))
    reply = delivery.outgoing.reply
    assert isinstance(reply, ShowSummary)
    return reply


def _last(talk: Talk, text: str) -> object:
    return talk.says(text).deliveries[-1].outgoing.reply


async def test_they_come_into_the_summary_and_wait_for_nothing(talk: Talk, advisor: ProposingAdvisor) -> None:
    shown = await _summary(talk)
    assert [(each.number, each.ask) for each in shown.questions] == [(1, CLOTHES.ask), (2, LUNCH.ask)]
    assert shown.proposals == ()
    generating = talk.says("만들기").generating
    (made,) = await talk.generation.run(str(generating))
    assert isinstance(made.outgoing.reply, ShowPrompt)
    assert "복장" not in made.outgoing.reply.version.prompt
    assert made.outgoing.reply.version.polished == 0


@pytest.mark.parametrize(("typed", "line"), [("2", "첫날 복장: 편한 옷"), ("검은 옷이요", "첫날 복장: 검은 옷")])
async def test_one_is_opened_with_a_tap_and_its_answer_is_a_line_of_the_prompt(
    talk: Talk, advisor: ProposingAdvisor, typed: str, line: str
) -> None:
    await _summary(talk)
    asked = talk.does(Pressed(QuestionOpened(1))).deliveries[-1].outgoing.reply
    assert isinstance(asked, AskGap)
    assert (asked.question, asked.options) == (CLOTHES.ask, CLOTHES.options)
    shown = _last(talk, typed)
    assert isinstance(shown, ShowSummary)
    assert [each.number for each in shown.questions] == [2]
    assert _session(talk).answers[Key.CONSTRAINTS].text == line
    assert len(advisor.asked) == 1, "an answer to it asks nothing anew"

    (made,) = await talk.generation.run(str(talk.says("만들기").generating))
    assert isinstance(made.outgoing.reply, ShowPrompt)
    assert line in made.outgoing.reply.version.prompt


async def test_they_are_opened_by_typing_too_in_any_order_and_left_alone(talk: Talk, advisor: ProposingAdvisor) -> None:
    await _summary(talk)
    second = _last(talk, "추가 질문 2")
    assert isinstance(second, AskGap)
    assert second.question == LUNCH.ask
    shown = _last(talk, "AI가 정하기")
    assert isinstance(shown, ShowSummary)
    assert len(shown.questions) == 2, "it may still be answered"
    first = _last(talk, "추가 질문 1")
    assert isinstance(first, AskGap)
    assert first.question == CLOTHES.ask
    assert isinstance(_last(talk, "정장"), ShowSummary)
    assert isinstance(_last(talk, "추가 질문 7"), ShowSummary)


async def test_with_what_the_rules_asked_there_are_two_in_all(talk: Talk, advisor: ProposingAdvisor) -> None:
    shown = await _summary(talk, "소설 써줘")
    by_rule = len(_session(talk).gaps)
    assert by_rule > 0, "the rules ask something here"
    assert len(shown.questions) == 2 - by_rule


async def test_who_wants_no_questions_is_offered_none(talk: Talk, advisor: ProposingAdvisor) -> None:
    advisor.draft = Draft(questions=(CLOTHES,), cover=("궁금할 때 물을 곳을 남깁니다.",))
    talk.opens("신입사원에게 보낼 환영 이메일 초안 써줘")
    talk.says("앞으로 묻지 않기")
    (delivery,) = await talk.generation.run(str(_answered(talk).advising))
    reply = delivery.outgoing.reply
    assert isinstance(reply, ShowSummary)
    assert reply.proposals
    assert reply.questions == ()


async def test_with_other_answers_they_are_none_any_more(talk: Talk, advisor: ProposingAdvisor) -> None:
    await _summary(talk)
    assert isinstance(talk.does(Pressed(QuestionOpened(1))).deliveries[-1].outgoing.reply, AskGap)
    talk.says("AI가 정하기")
    advisor.draft = Draft()
    turn = talk.says("길이는 짧게")
    assert turn.advising
    await talk.generation.run(turn.advising)
    stale = talk.does(Pressed(QuestionOpened(2))).deliveries[-1].outgoing.reply
    assert isinstance(stale, ShowSummary)
    assert stale.questions == ()
    advisor.draft = Draft(questions=(LUNCH,))
    await talk.generation.run(str(talk.says("길이는 길게").advising))
    assert advice_of(_session(talk)).questions
    talk.does(Pressed(GapAnswered("asked1_1", 2)))
    assert Key.CONSTRAINTS not in _session(talk).answers, "it was of the first request"
    assert _session(talk).phase is Phase.SUMMARY
