"""Generation with a model at hand: reading wishes, polishing, and what happens when it does not answer."""

import asyncio

import pytest

from core.choices import Level
from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt, Tell
from core.conversation.session import Phase
from core.errors import ModelUnavailable, StoreUnavailable
from core.generation import Generation
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.catalogue import Missing
from core.prompting.compose import Composition
from core.prompting.polished import Decision, Part, Polished, Reason
from core.prompting.revising import Revision
from tests.core.conftest import DM, Talk

_WISH = "조금 더 눈높이 맞춤으로다가"


class FakePolisher:
    """Fulfils `core.ports.Polisher`: words one part, keeps another; or is down."""

    def __init__(self) -> None:
        self.down = False

    async def polish(self, brief: Brief, composition: Composition) -> Polished:
        if self.down:
            raise ModelUnavailable(reason="test")
        decisions = (Decision(Part.ROLE), Decision(Part.TASK, (Reason.UNCHANGED,)))
        return Polished(composition, "mixtral", decisions, (Missing.DEADLINE,))


class HeldPolisher:
    """Fulfils `core.ports.Polisher` as slowly as a test likes, and then is down."""

    def __init__(self) -> None:
        self._begun = asyncio.Semaphore(0)
        self._may = asyncio.Semaphore(0)

    async def begun(self) -> None:
        """Wait until it is asked once more."""
        await self._begun.acquire()

    def go_on(self) -> None:
        """Let it answer once."""
        self._may.release()

    async def polish(self, brief: Brief, composition: Composition) -> Polished:
        self._begun.release()
        await self._may.acquire()
        raise ModelUnavailable(reason="test")


class FakeReviser:
    """Fulfils `core.ports.Reviser` with one answer; it keeps what it was asked."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        self.asked: list[str] = []

    async def revise(self, brief: Brief, wish: MaskedText) -> Revision:
        self.asked.append(wish)
        return self.revision


async def _made(talk: Talk, says: str) -> object:
    generating = talk.says(says).generating
    assert generating
    deliveries = await talk.generation.run(generating)
    talk.delivered(deliveries)
    return deliveries[-1].outgoing.reply


async def test_what_the_model_had_a_hand_in_is_counted_and_its_questions_are_shown(talk: Talk) -> None:
    talk.generation = Generation(talk.store, FakePolisher())
    talk.answers()
    shown = await _made(talk, "만들기")
    assert isinstance(shown, ShowPrompt)
    version = shown.version
    assert (version.model, version.polished, version.unpolished) == ("mixtral", 1, 1)
    assert version.decisions == ("role: taken", "task: unchanged")
    assert version.missing == ("deadline",)


async def test_the_twins_reasons_are_those_of_the_same_additions(talk: Talk) -> None:
    talk.answers()
    own = await _made(talk, "만들기")
    twin = await _made(talk, "영어 프롬프트")
    assert isinstance(own, ShowPrompt)
    assert isinstance(twin, ShowPrompt)
    reasons = [each.why for each in own.version.improvements]
    assert len(set(reasons)) > len({(each.kind, each.source) for each in own.version.improvements})
    assert [each.why for each in twin.version.improvements] == reasons
    assert twin.version.improvements[0].added != own.version.improvements[0].added


async def test_without_an_answer_the_prompt_is_the_composers(talk: Talk) -> None:
    polisher = FakePolisher()
    polisher.down = True
    talk.generation = Generation(talk.store, polisher)
    talk.answers()
    shown = await _made(talk, "만들기")
    assert isinstance(shown, ShowPrompt)
    assert shown.version.model is None
    assert shown.version.prompt.startswith("[역할]")


async def test_a_wish_that_the_rules_do_not_read_is_read_by_the_model(talk: Talk) -> None:
    reviser = FakeReviser({"level": Level.ELEMENTARY})
    talk.generation = Generation(talk.store, None, reviser)
    talk.chat._has_reader = True
    talk.answers()
    await _made(talk, "만들기")
    shown = await _made(talk, _WISH)
    assert reviser.asked == [_WISH]
    assert isinstance(shown, ShowPrompt)
    assert shown.version.number == 2
    assert shown.version.answers[Key.LEVEL].choice == "elementary"
    assert any("초등학생" in change.line for change in shown.changes)


async def test_a_wish_that_nobody_reads_leaves_the_prompt_and_says_so(talk: Talk) -> None:
    talk.generation = Generation(talk.store, None, FakeReviser({}))
    talk.chat._has_reader = True
    talk.answers()
    await _made(talk, "만들기")
    told = await _made(talk, _WISH)
    assert isinstance(told, Tell)
    assert told.text == "refine.unclear"


async def test_a_result_that_comes_late_is_not_taken_for_the_new_one(talk: Talk) -> None:
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    with talk.store.begin() as transaction:
        claimed = transaction.claim(generating)
    assert claimed
    generated = await talk.generation._generate(claimed)
    talk.says("취소")
    talk.says("길이는 짧게")
    assert talk.says("만들기").generating
    assert talk.generation._finish(claimed, lambda held: (held, generated)) == (None, ())
    with talk.store.begin() as transaction:
        held = transaction.open_at(DM)
    assert held
    assert held.session.phase is Phase.GENERATING


async def test_what_is_revealed_as_personal_meanwhile_has_the_prompt_made_anew_at_once(talk: Talk) -> None:
    polisher = HeldPolisher()
    talk.generation = Generation(talk.store, polisher)
    talk.opens("가람빛에 보낼 견적 메일을 써줘")
    for text in ("저는 영업팀이에요", "표", "보통", "한국어", "대학생", "건너뛰기"):
        talk.says(text)
    generating = talk.says("만들기").generating
    making = asyncio.create_task(talk.generation.run(str(generating)))
    await polisher.begun()
    talk.detector.words = {"가람빛": EntityType.ORGANIZATION}
    talk.says("가람빛은 거래처예요")
    polisher.go_on()
    await polisher.begun()
    polisher.go_on()
    (made,) = await making
    assert isinstance(made.outgoing.reply, ShowPrompt)
    assert "{기관1}에 보낼" in made.outgoing.reply.version.prompt
    assert "가람빛" not in made.outgoing.reply.version.prompt


async def test_a_long_generation_keeps_its_lease(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    polisher, renewed = HeldPolisher(), asyncio.Queue[bool]()
    loop, renew = asyncio.get_running_loop(), talk.store.renew

    def noted(session_id: str) -> bool:
        done = renew(session_id)
        loop.call_soon_threadsafe(renewed.put_nowait, done)
        return done

    monkeypatch.setattr(talk.store, "renew", noted)
    monkeypatch.setattr("core.generation._RENEWED_EVERY", 0.01)
    talk.generation = Generation(talk.store, polisher)
    talk.answers()
    generating = str(talk.says("만들기").generating)
    making = asyncio.create_task(talk.generation.run(generating))
    await polisher.begun()
    for _ in range(3):
        talk.clock.now += 5
        while not renewed.empty():
            renewed.get_nowait()
        assert await renewed.get()
        assert talk.store.abandoned("test") == []
    polisher.go_on()
    assert len(await making) == 1


async def test_a_database_that_is_away_for_a_moment_ends_no_generation(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    polisher, tried = HeldPolisher(), asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()

    def away(_: str) -> bool:
        loop.call_soon_threadsafe(tried.release)
        raise StoreUnavailable(reason="down")

    monkeypatch.setattr(talk.store, "renew", away)
    monkeypatch.setattr("core.generation._RENEWED_EVERY", 0.01)
    talk.generation = Generation(talk.store, polisher)
    talk.answers()
    making = asyncio.create_task(talk.generation.run(str(talk.says("만들기").generating)))
    await polisher.begun()
    for _ in range(2):
        await tried.acquire()
    polisher.go_on()
    assert len(await making) == 1


class EndlessPolisher:
    """A model that never comes to an end."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def polish(self, _brief: Brief, _composition: Composition) -> Polished:
        self.asked.set()
        await asyncio.Event().wait()
        raise AssertionError


async def test_a_generation_that_is_broken_off_can_be_taken_up_at_once(talk: Talk) -> None:
    polisher = EndlessPolisher()
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    running = asyncio.create_task(Generation(talk.store, polisher).run(generating))
    await asyncio.wait_for(polisher.asked.wait(), 20)
    assert talk.generation.abandoned("test") == ()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert talk.generation.abandoned("test") == (generating,)
    (delivery,) = await talk.generation.run(generating)
    assert isinstance(delivery.outgoing.reply, ShowPrompt)
