"""Rehearsing with a model: what it is asked, what of it is taken, and what happens when it strays or fails."""

import json
from collections.abc import AsyncIterator, Iterable

import pytest

from core.adapters.vllm.assistant import VllmAssistant
from core.adapters.vllm.client import connect
from core.conversation.control_names import Control
from core.conversation.replies import Reply, Tell
from core.conversation.texts import t
from core.features.rehearsal.cast import CAST
from core.features.rehearsal.job import Rehearsing
from core.features.rehearsal.replies import ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.state import RehearsalJob
from core.messages import Opened, Place
from core.privacy.entities import EntityType
from core.privacy.policy import Policy
from core.privacy.text import RawText
from core.usecases.delivery import Delivery
from core.usecases.generation import Generation
from core.usecases.limits import Limits
from core.usecases.rate_limiter import RateLimiter
from core.values.locale import Locale
from tests.core.conftest import CHANNEL, DM, Talk
from tests.fakes.clock import Clock
from tests.fakes.detector import PLANTED
from tests.fakes.openai.faults import BREAKAGES, STATUSES, STREAM_BREAKAGES, WORDINGS
from tests.fakes.openai.server import FakeOpenAI
from tests.fakes.rehearsal import Partner

OTHER = Place("test", "T1", "D2")
LEAD = CAST["ko"]["team_lead"]  # type: ignore[index]  # a locale is its own name
ANSWER = "그래서 며칠인데요?"
SECRETS = ("박지훈", "한빛상사", "010-2345-6789", "김서연")


class Stage:
    """Somebody who rehearses."""

    def __init__(
        self, talk: Talk, partner: Partner | None = None, place: Place = DM, policy: Policy | None = None
    ) -> None:
        self.talk, self.place = talk, place
        self.partner = partner or Partner()
        self.partner.play(talk.chat, talk.generation, talk.detector, policy)

    async def says(self, text: str) -> tuple[Delivery, ...]:
        turn = self.talk.says(text, place=self.place)
        if turn.generating is None:
            return turn.deliveries
        deliveries = await self.talk.generation.run(turn.generating)
        self.talk.delivered(deliveries)
        return deliveries

    async def talks(self, goal: str = "마감을 이틀 미루기") -> "Stage":
        self.talk.does(Opened(RawText("대화 연습")), place=self.place)
        for text in ("2", goal):
            await self.says(text)
        return self

    def stored(self) -> str:
        with self.talk.store.engine.connect() as connection:
            tables = ("SELECT state FROM session", "SELECT reply FROM outgoing")
            return repr([tuple(row) for table in tables for row in connection.exec_driver_sql(table)])


def line_in(deliveries: Iterable[Delivery]) -> ShowLine:
    (reply,) = [each.outgoing.reply for each in deliveries]
    assert isinstance(reply, ShowLine)
    return reply


def reply_in(deliveries: tuple[Delivery, ...]) -> Reply:
    return deliveries[0].outgoing.reply


async def test_the_model_sees_labels_and_the_owner_values(talk: Talk) -> None:
    stage = await Stage(talk).talks("한빛상사 박지훈 과장에게 마감 연장 부탁하기")
    stage.partner.assistant.answers = ["{이름1} 과장은 뭐래요? 010-2345-6789로 물어봤어요?"]
    deliveries = await stage.says("박지훈 과장님, 이틀만 미뤄 주세요. 010-2345-6789로 연락 주세요.")

    asked = "".join(message.text for message in stage.partner.assistant.asked[0].messages)
    assert "{이름1} 과장님, 이틀만" in asked
    shown = line_in(deliveries)
    assert shown.line.text == "{이름1} 과장은 뭐래요? {전화번호1}로 물어봤어요?"
    own = deliveries[0].revealed.own(shown.line.text)
    assert own == "박지훈 과장은 뭐래요? 010-2345-6789로 물어봤어요?"
    assert [secret for secret in SECRETS if secret in asked + stage.stored()] == []


async def test_in_a_shared_place_no_value_is_shown(talk: Talk) -> None:
    stage = await Stage(talk, place=CHANNEL).talks()
    stage.partner.assistant.answers = ["{이름1} 과장은 뭐래요?"]
    (delivery,) = await stage.says("박지훈 과장님도 안대요")
    assert delivery.revealed.values == {}
    assert delivery.outgoing.only_to is None


async def test_what_the_model_invents_is_masked_before_it_is_stored(talk: Talk) -> None:
    stage = await Stage(talk).talks()
    talk.detector.words = {**PLANTED, "이영희": EntityType.PERSON}
    stage.partner.assistant.answers = ["이영희 대리한테는 말했어요?"]
    assert line_in(await stage.says("이틀만요")).line.text == "{이름1} 대리한테는 말했어요?"
    assert "이영희" not in stage.stored()


async def test_it_is_asked_again_once_when_the_persona_is_lost(talk: Talk) -> None:
    stage = await Stage(talk).talks()
    stage.partner.assistant.answers = ["저는 AI 언어 모델이에요.", "그래서 며칠인데요?"]
    shown = line_in(await stage.says("이틀만요"))
    assert (shown.line.text, shown.line.is_stock) == ("그래서 며칠인데요?", False)
    first, second = stage.partner.assistant.asked
    assert "인공지능으로서 말함" not in first.messages[-1].text
    assert "인공지능으로서 말함" in second.messages[-1].text


async def test_then_the_persona_says_a_line_of_its_own(talk: Talk) -> None:
    stage = await Stage(talk).talks()
    stage.partner.assistant.answers = ["As an AI, no."] * 9
    said = [line_in(await stage.says(f"이틀만요 {number}")) for number in range(3)]
    assert [shown.line.text for shown in said] == list(LEAD.stock)
    assert {shown.text for shown in said} == {"rehearsal.stock"}
    assert len(stage.partner.assistant.asked) == 6


@pytest.mark.parametrize("policy", ["PERSON=block", ""])
async def test_what_may_not_be_shown_or_cannot_be_masked_gives_way_to_a_line_of_its_own(
    talk: Talk, policy: str
) -> None:
    stage = await Stage(talk, policy=Policy.parse(policy) if policy else None).talks()
    stage.partner.assistant.answers = ["박지훈 과장은 뭐래요?"]
    turn = talk.says("이틀만요")
    talk.detector.broken = not policy
    assert turn.generating
    shown = line_in(await talk.generation.run(turn.generating))
    assert shown.line.is_stock
    assert "박지훈" not in stage.stored()


async def test_a_described_persona_is_drawn_by_the_model_and_masked(talk: Talk) -> None:
    drawn = {
        "temper": "bargaining",
        "traits": ["박지훈 과장처럼 꼼꼼해요"],
        "manner": "무뚝뚝한 존댓말을 씁니다.",
        "opening": "견적서 가져오셨어요?",
        "convinced_by": ["견준 표"],
    }
    stage = Stage(talk)
    stage.partner.responder.answers = [json.dumps(drawn)]
    talk.does(Opened(RawText("대화 연습")))
    shown = reply_in(await stage.says("한빛상사 구매팀장"))
    assert isinstance(shown, ShowPersona)
    assert shown.persona.name == "{기관1} 구매팀장"
    assert shown.persona.traits == ("{이름1} 과장처럼 꼼꼼해요",)
    assert shown.persona.opening == "견적서 가져오셨어요?"
    assert "한빛상사" not in stage.partner.responder.asked[0].prompt
    assert [secret for secret in SECRETS if secret in stage.stored()] == []


@pytest.mark.parametrize(("answer", "fault"), [("", ""), ("네, 그려볼게요", ""), ("", "slow"), ("", "refused")])
async def test_without_a_fit_answer_it_is_drawn_by_rules(talk: Talk, answer: str, fault: str) -> None:
    stage = Stage(talk)
    stage.partner.responder.answers, stage.partner.responder.fault = [answer], fault
    talk.does(Opened(RawText("대화 연습")))
    shown = reply_in(await stage.says("까칠한 구매팀장"))
    assert isinstance(shown, ShowPersona)
    assert shown.persona.traits == LEAD.traits


async def test_the_review_quotes_what_was_said(talk: Talk) -> None:
    stage = await Stage(talk).talks()
    stage.partner.assistant.answers = ["왜요?"]
    await stage.says("박지훈 과장도 이틀이면 된대요.")
    point = {"quote": "{이름1} 과장도 이틀이면 된대요.", "remark": "날짜가 분명해서 바로 판단할 수 있었어요."}
    made_up = {"quote": "사흘이면 된대요.", "remark": "지어낸 말이라 보여드리면 안 되는 말이에요."}
    review = {"convinced": [point], "unconvinced": [made_up], "advice": []}
    stage.partner.responder.answers = [json.dumps(review)]
    shown = reply_in(await stage.says("평가 받기"))
    assert isinstance(shown, ShowReview)
    assert shown.review.by_model
    assert [each.quote for each in shown.review.convinced] == ["{이름1} 과장도 이틀이면 된대요."]
    assert shown.review.unconvinced == ()


@pytest.mark.parametrize(("answer", "fault"), [("", ""), ("잘했어요", ""), ("", "unreachable")])
async def test_without_a_fit_review_the_rules_give_one(talk: Talk, answer: str, fault: str) -> None:
    stage = await Stage(talk).talks()
    stage.partner.assistant.answers = ["왜요?"]
    await stage.says("데이터 오류 때문에 이틀이 필요해요.")
    stage.partner.responder.answers, stage.partner.responder.fault = [answer], fault
    shown = reply_in(await stage.says("평가 받기"))
    assert isinstance(shown, ShowReview)
    assert not shown.review.by_model
    assert [each.quote for each in shown.review.convinced] == ["데이터 오류 때문에 이틀이 필요해요."]


async def test_it_goes_on_after_a_restart(talk: Talk) -> None:
    stage = await Stage(talk).talks()
    turn = talk.says("이틀만요")
    assert turn.generating
    assert talk.generation.abandoned("test") == (turn.generating,)
    after = Generation(talk.store)
    stage.partner.assistant.answers = ["왜요?"]
    stage.partner.play(talk.chat, after, talk.detector)
    assert line_in(await after.run(turn.generating)).line.text == "왜요?"


async def test_a_model_that_was_taken_away_meanwhile_costs_no_word(talk: Talk) -> None:
    await Stage(talk).talks()
    turn = talk.says("이틀만요")
    assert turn.generating
    told = reply_in(await Generation(talk.store).run(turn.generating))
    assert isinstance(told, Tell)
    assert told.text == "rehearsal.cancelled"


@pytest.fixture
async def served() -> AsyncIterator[FakeOpenAI]:
    async with FakeOpenAI() as fake:
        fake.answers = lambda _: ANSWER
        yield fake


@pytest.fixture
async def stage(served: FakeOpenAI, talk: Talk) -> AsyncIterator[Stage]:
    """Rehearse with the real client on the fake endpoint."""
    client = connect(served.url)
    worker = Rehearsing(talk.detector, VllmAssistant("gpu", client), client, patience=1.5)
    stage = Stage(talk)
    talk.generation = Generation(talk.store, workers=dict.fromkeys(RehearsalJob, worker))
    yield stage
    await client.close()


@pytest.mark.parametrize("breakage", [*BREAKAGES, *STREAM_BREAKAGES])
async def test_an_endpoint_that_breaks_off_is_said_in_a_sentence_and_nothing_is_lost(
    served: FakeOpenAI, stage: Stage, breakage: str
) -> None:
    await stage.talks()
    served.breakages = [breakage, breakage]
    told = reply_in(await stage.says("이틀만요"))
    assert isinstance(told, Tell)
    assert told.text.startswith("rehearsal.fault.")
    served.breakages = []
    assert line_in(await stage.says("다시")).line.text == ANSWER


@pytest.mark.parametrize("status", STATUSES)
async def test_an_endpoint_that_refuses_is_said_in_a_sentence_and_nothing_is_lost(
    served: FakeOpenAI, stage: Stage, status: int
) -> None:
    await stage.talks()
    served.statuses = [status, status]
    told = reply_in(await stage.says("이틀만요"))
    assert isinstance(told, Tell)
    assert told.text.startswith("rehearsal.fault.")
    served.statuses = []
    assert line_in(await stage.says("다시")).line.text == ANSWER


@pytest.mark.parametrize("fault", WORDINGS)
async def test_whatever_the_model_says_the_persona_stays(served: FakeOpenAI, stage: Stage, fault: str) -> None:
    await stage.talks("{이름1} 아닌 이름으로 부탁하기")
    served.answers = lambda _: WORDINGS[fault]("그래서 {이름1} 씨는 며칠이 필요하대요?")
    served.draft = lambda _: served.answers([])
    shown = line_in(await stage.says("박지훈 과장이 이틀이면 된대요."))
    stored = stage.stored()
    assert shown.line.is_stock or fault in _STAYS, shown.line.text[:40].encode()
    assert [secret for secret in SECRETS if secret in stored] == []
    assert isinstance(reply_in(await stage.says("평가 받기")), ShowReview)


_STAYS = {
    "quotes",
    "answers",
    "invents a number",
    "fills a label in",
    "is not JSON",
}
"""Slips that are mended, and what somebody may well say; a name among it is masked where it is found."""


async def test_every_request_takes_turns_and_sets_its_temperature(served: FakeOpenAI, stage: Stage) -> None:
    await stage.talks()
    answers = iter(f"그래서 {number}일이면 되는 거예요?" for number in range(40))
    served.answers = lambda _: next(answers)
    for number in range(12):
        assert not line_in(await stage.says(f"{number}번째로 부탁드려요.")).line.is_stock
    for request in served.requests:
        assert [message["role"] for message in request["messages"]] == [
            ("user", "assistant")[number % 2] for number in range(len(request["messages"]))
        ]
        assert request["temperature"] == 0.3
        assert request["max_tokens"] <= 320
        assert request["structured_outputs"]["regex"]


async def test_what_is_said_in_a_rehearsal_is_no_prompt_made(talk: Talk, clock: Clock) -> None:
    talk.chat._rate_limiter = RateLimiter(Limits(prompts=(1, 0)), clock)
    stage = await Stage(talk).talks()
    for text in ("이틀만 미뤄 주세요.", "금요일까지 드릴게요.", "부탁드려요."):
        assert line_in(await stage.says(text)).line.text
    talk.says("그만하기")
    talk.answers(place=OTHER)
    assert talk.says("만들기", place=OTHER).generating


async def test_at_the_limit_a_line_is_kept_and_sent_again_by_the_word_that_is_named(talk: Talk, clock: Clock) -> None:
    talk.chat._rate_limiter = RateLimiter(Limits(answers=(1, 0)), clock)
    stage = await Stage(talk).talks()
    assert line_in(await stage.says("이틀만 미뤄 주세요.")).line.text
    reply = reply_in(await stage.says("금요일까지 드릴게요."))
    assert isinstance(reply, Tell)
    assert (reply.text, Control.AGAIN in reply.controls) == ("rehearsal.fault.often", True)
    assert "‘다시’" in t(Locale.KO, reply.text, **reply.details)
    clock.now += 3_600
    assert line_in(await stage.says("다시")).line.text
    assert "금요일까지 드릴게요." in stage.stored()
