"""Comparing: what is asked, what is hidden until the vote, what is kept of it."""

import asyncio

import pytest

from core.conversation.control_names import Control
from core.conversation.events import Cancelled
from core.conversation.model_replies import ShowTrial
from core.conversation.replies import Propose, Reply, Tell
from core.conversation.session import Session
from core.features.comparison.comparison import PROMPTS, open_comparisons, shuffled
from core.features.comparison.events import Voted
from core.features.comparison.replies import ShowVerdict
from core.features.comparison.shown_text import vote_result
from core.messages import Place, Pressed
from core.usecases.delivery import Delivery
from core.values.locale import Locale
from tests.core.conftest import CHANNEL, DM, Talk
from tests.fakes.assistant import FakeAssistant, connect, until

ANSWERS = ("{이름1}님, 첫째 답입니다.", "{이름1}님, 둘째 답입니다. 박지훈 드림", "셋째 답입니다.")


class Contest:
    """A talk that has come to its prompt, with models to compare."""

    def __init__(self, talk: Talk, *assistants: FakeAssistant) -> None:
        self.talk, self.assistants = talk, assistants
        connect(talk.chat, talk.generation, talk.detector, *assistants)

    async def composed(self, place: Place = DM) -> "Contest":
        self.talk.answers(place=place)
        generating = self.talk.says("만들기", place=place).generating
        assert generating
        self.talk.delivered(await self.talk.generation.run(generating))
        return self

    async def compares(self, says: str = "비교", place: Place = DM) -> tuple[Delivery, ...]:
        generating = self.talk.says(says, place=place).generating
        assert generating
        deliveries = await self.talk.generation.run(generating)
        self.talk.delivered(deliveries)
        return deliveries

    def session(self, place: Place = DM) -> Session:
        with self.talk.store.begin() as transaction:
            held = transaction.latest_at(place)
        assert held
        return held.session


def replies(deliveries: tuple[Delivery, ...]) -> list[Reply]:
    return [delivery.outgoing.reply for delivery in deliveries]


async def test_the_raw_line_the_short_and_the_detailed_prompt_are_asked_in_a_hidden_order(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant(list(ANSWERS))).composed()
    *answers, asked = replies(await contest.compares())

    prompts = [dialogue.messages[0].text for dialogue in contest.assistants[0].asked]
    composed = sorted((prompt for prompt in prompts if prompt.startswith("[")), key=len)
    names = dict(zip(composed, ("short", "detailed"), strict=True))
    kinds = [names.get(prompt, "raw") for prompt in prompts]
    assert sorted(kinds) == sorted(PROMPTS)
    assert tuple(kinds) == open_comparisons(contest.session())[-1].arms
    assert not any("김서연" in prompt or "박지훈" in prompt for prompt in prompts)
    assert [answer.letter for answer in answers if isinstance(answer, ShowTrial)] == ["A", "B", "C"]
    assert isinstance(asked, Tell)
    assert asked.controls == (Control.VOTE_A, Control.VOTE_B, Control.VOTE_C, Control.VOTE_TIE)


async def test_after_the_vote_it_is_said_which_was_which_and_figures_alone_are_kept(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant(list(ANSWERS))).composed()
    await contest.compares()
    (shown,) = replies(talk.says("B").deliveries)

    assert isinstance(shown, ShowVerdict)
    assert shown.comparison.chosen == "B"
    said = list(vote_result(shown, Locale.KO))
    names = {"raw": "한 줄 그대로", "short": "짧은 프롬프트", "detailed": "자세한 프롬프트"}
    assert said[0] == f"고르신 답: B ({names[shown.comparison.arms[1]]})"
    assert [name in line for name, line in zip((names[arm] for arm in shown.comparison.arms), said[1:4], strict=True)]
    assert all(trial.answer == "" and trial.figures.chars for trial in shown.comparison.trials)
    assert talk.store.votes() == {shown.comparison.arms[1]: 1}
    exported = talk.store.export("U-alice", "test")
    assert str(exported).count("'chosen': True") == 1
    assert str(exported).count("'chosen': False") == 2
    assert "둘째 답" not in str(exported)


async def test_the_figures_go_with_the_person(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant([*ANSWERS, *ANSWERS])).composed()
    for letter in ("A", "C"):
        await contest.compares()
        talk.says(letter)
    assert sum(talk.store.votes().values()) == 2
    with talk.store.begin() as transaction:
        transaction.forget("U-alice", "test")

    assert talk.store.votes() == {}


async def test_what_a_model_writes_is_masked_and_restored_for_its_owner_alone(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant(list(ANSWERS))).composed(CHANNEL)
    deliveries = await contest.compares(place=CHANNEL)

    assert len(deliveries) == 4
    for delivery in deliveries[:3]:
        assert isinstance(delivery.outgoing.reply, ShowTrial)
        assert "박지훈" not in delivery.outgoing.reply.trial.answer
        assert delivery.revealed.restored is None


async def test_in_ones_own_place_the_values_are_put_back(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant(list(ANSWERS))).composed()
    restored = [delivery.revealed.restored for delivery in await contest.compares()]

    assert restored[0] is not None
    assert restored[0].reveal() == "김서연님, 첫째 답입니다."


async def test_models_are_compared_with_the_same_prompt(talk: Talk) -> None:
    gpu, cpu = FakeAssistant(["빠른 답입니다."], name="gpu"), FakeAssistant(["느린 답입니다."], name="cpu")
    contest = await Contest(talk, gpu, cpu).composed()
    (which,) = replies(talk.says("비교").deliveries)
    assert which == Propose("compare.which", controls=(Control.COMPARE_PROMPTS, Control.COMPARE_MODELS))
    await contest.compares("모델끼리")

    assert gpu.asked == cpu.asked
    arms = open_comparisons(contest.session())[-1].arms
    (shown,) = replies(talk.does(Pressed(Voted("="))).deliveries)
    assert isinstance(shown, ShowVerdict)
    assert sorted(arms) == ["cpu", "gpu"]
    assert next(vote_result(shown, Locale.KO)) == "비슷하다고 하셨어요."


async def test_one_model_has_none_to_be_compared_with(talk: Talk) -> None:
    await Contest(talk, FakeAssistant()).composed()

    assert replies(talk.says("모델끼리").deliveries)[0] == Propose(
        "compare.one_model", controls=(Control.COMPARE_PROMPTS,)
    )


async def test_without_a_model_it_is_one_sentence(talk: Talk) -> None:
    await Contest(talk).composed()

    assert replies(talk.says("비교").deliveries) == [Tell("try.nowhere")]


@pytest.mark.parametrize("fault", ["busy", "slow", "refused"])
async def test_too_few_answers_are_nothing_to_vote_on(talk: Talk, fault: str) -> None:
    contest = await Contest(talk, FakeAssistant(fault=fault)).composed()
    told = [reply.text for reply in replies(await contest.compares()) if isinstance(reply, Tell)]

    assert told == ["compare.too_few", f"try.fault.{fault}"]
    assert open_comparisons(contest.session()) == ()


async def test_an_answer_that_did_not_come_cannot_be_voted_for(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant(["첫째 답입니다.", "", "셋째 답입니다."])).composed()
    *answers, asked = replies(await contest.compares())

    assert [answer.letter for answer in answers if isinstance(answer, ShowTrial)] == ["A", "C"]
    assert isinstance(asked, Tell)
    assert asked.controls == (Control.VOTE_A, Control.VOTE_C, Control.VOTE_TIE)
    (shown,) = replies(talk.says("C").deliveries)
    assert isinstance(shown, ShowVerdict)
    assert "답을 받지 못했어요" in list(vote_result(shown, Locale.KO))[2]


async def test_there_is_one_vote_and_a_wish_goes_on_as_usual(talk: Talk) -> None:
    contest = await Contest(talk, FakeAssistant(list(ANSWERS))).composed()
    await contest.compares()
    talk.says("A")

    assert replies(talk.says("B").deliveries) == [Propose("compare.over", controls=(Control.COMPARE,))]
    assert sum(talk.store.votes().values()) == 1
    assert talk.says("더 짧게").generating


async def test_a_cancelled_comparison_leaves_nothing_behind(talk: Talk) -> None:
    assistant = FakeAssistant(list(ANSWERS))
    contest = await Contest(talk, assistant).composed()
    assistant.gate.clear()
    generating = talk.says("비교").generating
    assert generating
    running = asyncio.create_task(talk.generation.run(generating))
    await until(assistant.half_way)
    stopped = talk.does(Pressed(Cancelled()))

    assert stopped.cancelled == generating
    assert isinstance(replies(stopped.deliveries)[0], Tell)
    assert await running == ()
    await until(assistant.closed)
    assert open_comparisons(contest.session()) == ()


def test_the_order_is_hidden_and_the_same_for_the_same_seed() -> None:
    orders = {shuffled(PROMPTS, f"session:{number}") for number in range(60)}

    assert len(orders) == 6
    assert shuffled(PROMPTS, "session:1") == shuffled(PROMPTS, "session:1")
