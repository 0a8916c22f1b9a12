"""Trying a prompt: what is asked, what is shown meanwhile, what is kept, and what happens when it goes wrong."""

import asyncio
from typing import cast

import pytest

from core.conversation.control_names import Control
from core.conversation.events import Cancelled, Event
from core.conversation.model_replies import ShowPartial, ShowTrial
from core.conversation.replies import Propose, ShowPrompt, ShowRestored, Tell
from core.conversation.session import Phase, Session
from core.conversation.surroundings import Surroundings
from core.errors import IllegalEvent
from core.features.comparison.events import CompareRequested
from core.features.registry import advance
from core.features.trial.events import TryRequested
from core.features.trial.handlers import TrialJob
from core.features.trial.job import Trying
from core.messages import Place, Pressed
from core.model_jobs.answering import ModelRunner
from core.privacy.entities import EntityType
from core.privacy.policy import Policy
from core.usecases.delivery import Delivery
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.conftest import ALICE, CHANNEL, DM, Talk
from tests.fakes.assistant import FakeAssistant, until
from tests.fakes.detector import PLANTED

TABLE = "| 항목 | 내용 |\n| --- | --- |\n| 인사 | {이름1}님, 환영합니다. |\n| 안내 | 첫날 일정을 알려 드립니다. |\n"
LONG_ENOUGH = TABLE + "| 준비물 | 신분증과 통장 사본을 가져오시면 입사 절차를 빠르게 마칠 수 있습니다. |\n" * 9


class Trial:
    """A talk that has come to its prompt, with an assistant to try it on."""

    def __init__(self, talk: Talk, *answers: str) -> None:
        self.talk = talk
        self.assistant = FakeAssistant(list(answers))
        self.shown: list[Delivery] = []
        self.came = asyncio.Event()
        self.connect()

    def connect(self, policy: Policy | None = None) -> None:
        trying = Trying(ModelRunner(self.talk.detector, (self.assistant,), policy))
        self.talk.generation = Generation(self.talk.store, workers={TrialJob.TRY: trying}, models=("gpu",))
        self.talk.chat._models = ("gpu",)

    async def composed(self, place: Place = DM) -> "Trial":
        self.talk.answers(place=place)
        await self.runs(self.talk.says("만들기", place=place).generating)
        return self

    async def tries(self, place: Place = DM) -> tuple[Delivery, ...]:
        return await self.runs(self.talk.says("실행해 보기", place=place).generating)

    async def runs(self, session: str | None) -> tuple[Delivery, ...]:
        assert session
        deliveries = await self.talk.generation.run(session, self.show)
        self.talk.delivered(deliveries)
        return deliveries

    def show(self, delivery: Delivery) -> None:
        self.shown.append(delivery)
        self.came.set()

    def stored(self) -> str:
        with self.talk.store.engine.connect() as connection:
            tables = ("SELECT state FROM session", "SELECT reply FROM outgoing")
            return repr([tuple(row) for table in tables for row in connection.exec_driver_sql(table)])


def answer_in(deliveries: tuple[Delivery, ...]) -> ShowTrial:
    reply = deliveries[0].outgoing.reply
    assert isinstance(reply, ShowTrial)
    return reply


async def test_the_masked_prompt_is_asked_and_its_owner_sees_the_answer_restored(talk: Talk) -> None:
    trial = await Trial(talk, LONG_ENOUGH).composed()
    deliveries = await trial.tries()
    shown = answer_in(deliveries).trial

    (message,) = trial.assistant.asked[0].messages
    assert message.text.startswith("[")
    assert "{이름1}" in message.text
    assert "김서연" not in message.text
    assert shown.answer == LONG_ENOUGH.strip()
    assert shown.figures.kept == ("form", "length", "language", "labels")
    assert (shown.model, shown.figures.tokens_in, shown.figures.tokens_out) == ("mixtral", 700, 90)
    restored = deliveries[0].revealed.restored
    assert restored is not None
    assert "김서연님" in restored.reveal()
    assert len(deliveries) == 1


async def test_in_a_shared_place_it_is_masked_and_comes_restored_to_its_owner_alone(talk: Talk) -> None:
    trial = await Trial(talk, LONG_ENOUGH).composed(CHANNEL)
    public, own = await trial.tries(CHANNEL)

    assert public.revealed.restored is None
    assert public.revealed.values == {}
    assert isinstance(own.outgoing.reply, ShowRestored)
    assert own.outgoing.only_to == ALICE
    assert own.revealed.restored is not None
    assert "김서연" in own.revealed.restored.reveal()


async def test_what_the_model_invents_is_masked_before_it_is_stored(talk: Talk) -> None:
    trial = await Trial(talk, "{이름1}님, 문의는 한빛상사 010-2345-6789 또는 이영희에게.").composed(CHANNEL)
    talk.detector.words = {**PLANTED, "이영희": EntityType.PERSON}
    deliveries = await trial.tries(CHANNEL)

    for secret in ("이영희", "010-2345-6789", "한빛상사"):
        assert secret not in trial.stored()
        assert secret not in answer_in(deliveries).trial.answer


async def test_what_is_written_is_shown_meanwhile_in_whole_sentences_and_masked(talk: Talk) -> None:
    half = "첫 문장입니다. 박지훈 과장이 안내합니다. 셋째 "
    trial = await Trial(talk, half + "문장은 아직 쓰고 있습니다" * 9).composed(CHANNEL)
    trial.assistant.gate.clear()
    trying = asyncio.create_task(trial.tries(CHANNEL))
    await until(trial.assistant.half_way)
    await until(trial.came)
    partial = trial.shown[0]
    assert isinstance(partial.outgoing.reply, ShowPartial)
    assert partial.outgoing.reply.text.startswith("첫 문장입니다. {이름")
    assert partial.outgoing.reply.text.endswith("안내합니다.")
    assert partial.outgoing.id == 0
    trial.assistant.gate.set()
    await trying


async def test_without_a_model_it_is_one_sentence(talk: Talk) -> None:
    trial = await Trial(talk).composed()
    talk.chat._models = ()
    turn = talk.says("실행해 보기")

    (told,) = [delivery.outgoing.reply for delivery in turn.deliveries]
    assert told == Tell("try.nowhere")
    assert turn.generating is None
    assert trial.assistant.asked == []


@pytest.mark.parametrize("fault", ["refused", "invalid", "busy", "limited", "failed", "unreachable", "slow", "resting"])
async def test_a_model_that_does_not_answer_leaves_a_sentence_and_the_prompt(talk: Talk, fault: str) -> None:
    trial = await Trial(talk).composed()
    trial.assistant.fault = fault
    shown = answer_in(await trial.tries()).trial

    assert (shown.answer, shown.fault) == ("", fault)
    assert isinstance(talk.says("1").deliveries[-1].outgoing.reply, ShowPrompt)


async def test_what_came_before_it_broke_off_is_shown(talk: Talk) -> None:
    trial = await Trial(talk, LONG_ENOUGH).composed()
    trial.assistant.fault = "unreachable"
    shown = answer_in(await trial.tries()).trial

    assert shown.fault == "unreachable"
    assert LONG_ENOUGH.startswith(shown.answer)
    assert shown.answer


async def test_an_empty_answer_is_said_to_be_empty(talk: Talk) -> None:
    trial = await Trial(talk, "  \n ").composed()

    assert answer_in(await trial.tries()).trial.fault == "empty"


async def test_what_cannot_be_masked_is_not_shown(talk: Talk) -> None:
    trial = await Trial(talk, "이영희에게 물어보세요. 그러면 됩니다.").composed()
    session = talk.says("실행해 보기").generating
    talk.detector.broken = True
    shown = answer_in(await trial.runs(session)).trial

    assert (shown.answer, shown.fault) == ("", "unmasked")
    assert trial.shown == []


async def test_what_the_policy_blocks_is_not_shown(talk: Talk) -> None:
    trial = await Trial(talk, "{이름1}님은 010-2345-6789로 전화하세요.").composed()
    trial.connect(Policy.parse("PHONE=block"))
    shown = answer_in(await trial.tries()).trial

    assert (shown.answer, shown.fault) == ("", "blocked")


async def test_a_cancelled_trial_stops_the_model_and_leaves_the_prompt(talk: Talk) -> None:
    trial = await Trial(talk, LONG_ENOUGH).composed()
    trial.assistant.gate.clear()
    turn = talk.says("실행해 보기")
    assert turn.generating
    running = asyncio.create_task(talk.generation.run(turn.generating))
    await until(trial.assistant.half_way)
    busy = Propose("try.busy", controls=(Control.CANCEL,))
    assert [each.outgoing.reply for each in talk.says("잘 되고 있나요?").deliveries] == [busy]
    stopping = talk.does(Pressed(Cancelled()))

    assert stopping.cancelled == turn.generating
    assert isinstance(stopping.deliveries[0].outgoing.reply, Tell)
    assert stopping.deliveries[0].outgoing.reply.text == "try.cancelled"
    assert await running == ()
    await until(trial.assistant.closed)


async def test_after_a_crash_it_is_tried_again_and_answered_once(talk: Talk) -> None:
    trial = await Trial(talk, LONG_ENOUGH, LONG_ENOUGH).composed()
    trial.assistant.gate.clear()
    session = talk.says("실행해 보기").generating
    assert session
    crashing = asyncio.create_task(talk.generation.run(session))
    await until(trial.assistant.half_way)
    crashing.cancel()
    await asyncio.wait({crashing})
    talk.store.end_leases()
    trial.assistant.gate.set()

    assert tuple(talk.generation.abandoned("test")) == (session,)
    assert answer_in(await trial.runs(session)).trial.answer == LONG_ENOUGH.strip()
    assert await trial.talk.generation.run(session) == ()


async def test_a_trial_whose_model_is_gone_after_a_restart_is_called_off(talk: Talk) -> None:
    trial = await Trial(talk).composed()
    session = talk.says("실행해 보기").generating
    assert session
    talk.generation = Generation(talk.store)
    (delivery,) = await talk.generation.run(session)

    assert isinstance(delivery.outgoing.reply, Tell)
    assert delivery.outgoing.reply.text == "try.cancelled"
    with talk.store.begin() as transaction:
        held = transaction.get(session)
    assert held is not None
    assert held.session.phase is Phase.DONE
    assert trial.assistant.asked == []


async def test_only_a_finished_prompt_can_be_tried(talk: Talk) -> None:
    Trial(talk)
    talk.answers()

    with pytest.raises(IllegalEvent):
        talk.does(Pressed(TryRequested()))


async def test_what_fails_on_something_unforeseen_is_called_off_and_not_begun_again(talk: Talk) -> None:
    trial = await Trial(talk, LONG_ENOUGH).composed()
    session = talk.says("실행해 보기").generating
    assert session
    trial.assistant.answers = [cast("str", 7)]
    with pytest.raises(TypeError):
        await talk.generation.run(session)

    assert not talk.generation.abandoned("test")
    with talk.store.begin() as transaction:
        held = transaction.get(session)
    assert held is not None
    assert held.session.phase is Phase.DONE


@pytest.mark.parametrize("event", [TryRequested(), CompareRequested(models=False)])
def test_without_a_prompt_there_is_nothing_to_try(event: Event) -> None:
    step = advance(Session("s1", Locale.KO, Phase.DONE), event, around=Surroundings(("gpu",)))

    assert step.replies == (Tell("nothing_here", refuses=True),)
    assert step.session.phase is Phase.DONE
