"""A prompt that a model writes, on its way to its person: as a draft, and then as the one that was checked."""

import asyncio
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Final

import pytest

from core.adapters.vllm.client import connect
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.conversation.control_names import Control
from core.conversation.events import Cancelled, ItemSwitched
from core.conversation.model_replies import ShowPartial
from core.conversation.replies import ShowPrompt
from core.conversation.session import Phase, Version
from core.conversation.versions import rules_sentence
from core.messages import Place, Pressed
from core.privacy.text import MaskedText
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import DropReason
from core.prompting.model.mode import Mode
from core.usecases.delivery import Delivery
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.conftest import CHANNEL, DM, Talk
from tests.fakes.assistant import until
from tests.fakes.openai.drafts import COVER, write
from tests.fakes.openai.server import FakeOpenAI

_SENTENCE: Final = COVER["ko"][0]


class Writing:
    """A talk at its summary, with a model that writes whole prompts."""

    def __init__(self, talk: Talk, server: FakeOpenAI) -> None:
        self.talk = talk
        self.server = server
        self.client = connect(server.url)
        self.shown: list[Delivery] = []
        self.came = asyncio.Event()

    def begins(self, place: Place = DM) -> str:
        self.talk.generation = Generation(self.talk.store, VllmAdvisor(self.client, Mode.WHOLE))
        self.talk.answers(place=place)
        return self.makes(place)

    def makes(self, place: Place = DM) -> str:
        generating = self.talk.says("만들기", place=place).generating
        assert generating
        return generating

    async def goes_on(self, session: str) -> tuple[Delivery, ...]:
        deliveries = await self.talk.generation.run(session, self._show)
        self.talk.delivered(deliveries)
        return deliveries

    def _show(self, delivery: Delivery) -> None:
        self.shown.append(delivery)
        if _SENTENCE in text_of(delivery):
            self.came.set()


def text_of(delivery: Delivery) -> str:
    reply = delivery.revealed.reply
    assert isinstance(reply, ShowPartial)
    assert reply.draft
    assert reply.controls == (Control.CANCEL,)
    return str(reply.text)


def version_in(deliveries: tuple[Delivery, ...]) -> Version:
    reply = deliveries[-1].outgoing.reply
    assert isinstance(reply, ShowPrompt)
    return reply.version


@pytest.fixture
async def writing(talk: Talk) -> AsyncIterator[Writing]:
    async with FakeOpenAI() as server:
        writing = Writing(talk, server)
        yield writing
        await writing.client.close()


@pytest.mark.parametrize("place", [DM, CHANNEL])
async def test_the_draft_grows_with_its_labels_and_the_checked_prompt_comes_after(
    writing: Writing, place: Place
) -> None:
    made = version_in(await writing.goes_on(writing.begins(place)))

    assert made.is_by_model
    assert rules_sentence(made, Locale.KO) == ""
    drafts = [text_of(delivery) for delivery in writing.shown]
    assert all(after.startswith(before) for before, after in pairwise(drafts))
    assert "{이름1}" in drafts[-1]
    assert not any(value in draft for draft in drafts for value in ("김서연", "한빛상사", "박지훈", "010-2345"))
    assert all(delivery.revealed.restored is None for delivery in writing.shown), "it is copied, as a prompt is"
    assert all(delivery.outgoing.id == 0 for delivery in writing.shown), "it is not kept"


async def test_what_is_kept_as_written_is_seen_as_in_the_prompt(writing: Writing) -> None:
    writing.begins()
    writing.talk.does(Pressed(Cancelled()))
    writing.talk.does(Pressed(ItemSwitched("{이름1}", kept=True)))
    version_in(await writing.goes_on(writing.makes()))

    assert "김서연" in text_of(writing.shown[-1])
    assert "{이름1}" not in text_of(writing.shown[-1])


async def test_what_is_kept_as_written_is_masked_where_others_read(writing: Writing) -> None:
    writing.begins(CHANNEL)
    writing.talk.does(Pressed(Cancelled()), place=CHANNEL)
    writing.talk.does(Pressed(ItemSwitched("{이름1}", kept=True)), place=CHANNEL)
    writing.talk.says("확인", place=CHANNEL)
    version_in(await writing.goes_on(writing.makes(CHANNEL)))

    assert "{이름1}" in text_of(writing.shown[-1])
    assert not any("김서연" in text_of(delivery) for delivery in writing.shown)


async def test_where_it_may_not_stand_the_composers_comes_with_one_line_that_says_why(writing: Writing) -> None:
    def whole(prompt: str) -> str:
        first, second, *others = write(prompt).splitlines()
        return "\n".join([first, second, "- 17일까지 답하라고 적습니다.", *others])

    writing.server.whole = whole
    made = version_in(await writing.goes_on(writing.begins()))

    assert not made.is_by_model
    assert "17일" not in made.prompt
    assert not any("17일" in text_of(delivery) for delivery in writing.shown)
    assert _SENTENCE in text_of(writing.shown[-1])
    assert rules_sentence(made, Locale.KO) == (
        "모델이 쓴 프롬프트는 말씀하지 않은 내용이 들어 있어 쓰지 않고, 규칙으로 쓴 것을 드려요."
    )
    assert "held things that you did not say" in rules_sentence(made, Locale.EN)


async def test_one_that_breaks_off_in_the_middle_was_not_ready_in_time(writing: Writing) -> None:
    writing.server.spared, writing.server.breakages = 1, ["disconnects half-way"]
    made = version_in(await writing.goes_on(writing.begins()))

    assert not made.is_by_model
    assert writing.shown
    assert "제때 완성되지 않아" in rules_sentence(made, Locale.KO)


async def test_a_cancelled_draft_stops_the_model_and_leaves_the_summary(writing: Writing) -> None:
    writing.server.gate.clear()
    session = writing.begins()
    making = asyncio.create_task(writing.goes_on(session))
    await until(writing.came)
    assert writing.talk.does(Pressed(Cancelled())).cancelled == session
    assert await making == ()

    await until(writing.server.aborted)
    with writing.talk.store.begin() as transaction:
        held = transaction.get(session)
    assert held
    assert held.session.phase is Phase.SUMMARY
    assert held.session.versions == ()


async def test_after_a_crash_it_is_written_anew_and_comes_once(writing: Writing) -> None:
    writing.server.gate.clear()
    session = writing.begins()
    crashing = asyncio.create_task(writing.goes_on(session))
    await until(writing.came)
    crashing.cancel()
    await asyncio.wait({crashing})
    writing.talk.store.end_leases()
    writing.server.gate.set()

    assert tuple(writing.talk.generation.abandoned("test")) == (session,)
    assert version_in(await writing.goes_on(session)).is_by_model
    assert await writing.goes_on(session) == ()


@pytest.mark.parametrize("reason", [*Rule, *DropReason])
def test_every_reason_has_its_line(reason: Rule | DropReason) -> None:
    version = Version(1, MaskedText(""), {}, decisions=("cover: taken", f"prompt: shape, {reason}"))
    for locale in Locale:
        said = rules_sentence(version, locale)
        assert said
        assert "{" not in said
    assert rules_sentence(Version(1, MaskedText(""), {}, decisions=("cover: drift",)), Locale.KO) == ""
