"""Generation with a model at hand: reading wishes, its advice, and what happens when it does not answer."""

import asyncio
from dataclasses import replace

import pytest

from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt, Tell
from core.conversation.session import Phase
from core.conversation.versions import model_sentence, name_of_version
from core.errors import ModelUnavailable, StoreUnavailable
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import Advised, Proposal, ProposalKind
from core.prompting.model.streamed_draft import OnDraft, unseen
from core.prompting.revising import Revision
from core.usecases.generation import Generation
from core.values.choices import Level
from core.values.locale import Locale
from tests.core.conftest import DM, Talk

_WISH = "조금 더 눈높이 맞춤으로다가"


class FakeAdvisor:
    """Fulfils `core.ports.Advisor`: one proposal is kept, one dropped; or is down; or writes the `whole` prompt."""

    def __init__(self) -> None:
        self.down = False
        self.whole: MaskedText | None = None

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        if self.down:
            raise ModelUnavailable(reason="test")
        return Advised(
            composition,
            "mixtral",
            proposals=(Proposal(ProposalKind.COVER), Proposal(ProposalKind.TRAPS, "", (Rule.DRIFT,))),
        )

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        if self.whole is None:
            return advised
        return replace(advised, proposals=(*advised.proposals, Proposal(ProposalKind.PROMPT)), whole=self.whole)


class HeldAdvisor:
    """Fulfils `core.ports.Advisor` as slowly as a test likes, and then is down."""

    def __init__(self) -> None:
        self._begun = asyncio.Semaphore(0)
        self._may = asyncio.Semaphore(0)

    async def begun(self) -> None:
        """Wait until it is asked once more."""
        await self._begun.acquire()

    def go_on(self) -> None:
        """Let it answer once."""
        self._may.release()

    async def advise(self, brief: Brief, composition: Composition) -> Advised:
        self._begun.release()
        await self._may.acquire()
        raise ModelUnavailable(reason="test")

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


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


async def test_what_the_model_had_a_hand_in_is_counted(talk: Talk) -> None:
    talk.generation = Generation(talk.store, FakeAdvisor())
    talk.answers()
    shown = await _made(talk, "만들기")
    assert isinstance(shown, ShowPrompt)
    version = shown.version
    assert (version.model, version.polished, version.unpolished) == ("mixtral", 1, 1)
    assert version.decisions == ("cover: taken", "traps: drift")
    assert not version.is_by_model
    assert version.task_type


async def test_a_prompt_of_the_models_own_has_the_composers_before_it(talk: Talk) -> None:
    advisor = FakeAdvisor()
    advisor.whole = MaskedText("[작업]\n모델이 쓴 프롬프트입니다.")
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    shown = await _made(talk, "만들기")
    assert isinstance(shown, ShowPrompt)
    assert (shown.version.number, shown.version.prompt) == (2, advisor.whole)
    assert shown.version.is_by_model
    assert (shown.version.polished, shown.version.decisions) == (1, ("prompt: taken",))
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    composed, own = held.session.versions
    assert own == held.session.in_use
    assert not composed.is_by_model
    assert (composed.number, composed.polished, composed.unpolished) == (1, 1, 1)
    assert composed.prompt.startswith("[")
    names = [name_of_version(version, Locale.KO) for version in (composed, own)]
    assert ["모델" in name for name in names] == [False, True]
    assert "버전 1" in model_sentence(own, Locale.KO)
    again = await _made(talk, "다시 만들기")
    assert isinstance(again, ShowPrompt)
    assert again.version.number == 4


async def test_the_twins_reasons_are_those_of_the_same_additions(talk: Talk) -> None:
    talk.answers()
    own = await _made(talk, "만들기")
    twin = await _made(talk, "영어 프롬프트")
    assert isinstance(own, ShowPrompt)
    assert isinstance(twin, ShowPrompt)
    ours, theirs = own.version.improvements, twin.version.improvements
    assert len({each.why for each in ours}) >= len({(each.kind, each.source) for each in ours})
    whys = [{(each.kind, each.source, each.why) for each in made} for made in (ours, theirs)]
    assert len(whys[0] & whys[1]) >= len(whys[0]) - 1, "told in the person's language, whichever the prompt's is"
    assert not {each.added for each in ours} & {each.added for each in theirs}


async def test_without_an_answer_the_prompt_is_the_composers(talk: Talk) -> None:
    advisor = FakeAdvisor()
    advisor.down = True
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    shown = await _made(talk, "만들기")
    assert isinstance(shown, ShowPrompt)
    assert shown.version.model is None
    assert shown.version.prompt.startswith("[")


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
    generated = await talk.generation._model.make(claimed, lambda *_: None)
    talk.says("취소")
    talk.says("길이는 짧게")
    assert talk.says("만들기").generating
    assert talk.generation._finish(claimed, lambda held: (held, generated)) == (None, ())
    with talk.store.begin() as transaction:
        held = transaction.latest_at(DM)
    assert held
    assert held.session.phase is Phase.GENERATING


async def test_what_is_revealed_as_personal_meanwhile_has_the_prompt_made_anew_at_once(talk: Talk) -> None:
    advisor = HeldAdvisor()
    talk.generation = Generation(talk.store, advisor)
    talk.opens("가람빛에 보낼 견적 메일을 써줘")
    for text in ("저는 영업팀이에요", "표", "보통", "한국어", "대학생", "건너뛰기"):
        talk.says(text)
    generating = talk.says("만들기").generating
    making = asyncio.create_task(talk.generation.run(str(generating)))
    await advisor.begun()
    talk.detector.words = {"가람빛": EntityType.ORGANIZATION}
    talk.says("가람빛은 거래처예요")
    advisor.go_on()
    await advisor.begun()
    advisor.go_on()
    (made,) = await making
    assert isinstance(made.outgoing.reply, ShowPrompt)
    assert "{기관1}에 보낼" in made.outgoing.reply.version.prompt
    assert "가람빛" not in made.outgoing.reply.version.prompt


async def test_a_long_generation_keeps_its_lease(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    advisor, renewed = HeldAdvisor(), asyncio.Queue[bool]()
    loop, renew = asyncio.get_running_loop(), talk.store.renew

    def noted(session_id: str) -> bool:
        done = renew(session_id)
        loop.call_soon_threadsafe(renewed.put_nowait, done)
        return done

    monkeypatch.setattr(talk.store, "renew", noted)
    monkeypatch.setattr("core.usecases.generation.LEASE_RENEWED_EVERY", 0.01)
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    generating = str(talk.says("만들기").generating)
    making = asyncio.create_task(talk.generation.run(generating))
    await advisor.begun()
    for _ in range(3):
        talk.clock.now += 5
        while not renewed.empty():
            renewed.get_nowait()
        assert await renewed.get()
        assert talk.store.abandoned("test") == []
    advisor.go_on()
    assert len(await making) == 1


async def test_a_database_that_is_away_for_a_moment_ends_no_generation(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    advisor, tried = HeldAdvisor(), asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()

    def away(_: str) -> bool:
        loop.call_soon_threadsafe(tried.release)
        raise StoreUnavailable(reason="down")

    monkeypatch.setattr(talk.store, "renew", away)
    monkeypatch.setattr("core.usecases.generation.LEASE_RENEWED_EVERY", 0.01)
    talk.generation = Generation(talk.store, advisor)
    talk.answers()
    making = asyncio.create_task(talk.generation.run(str(talk.says("만들기").generating)))
    await advisor.begun()
    for _ in range(2):
        await tried.acquire()
    advisor.go_on()
    assert len(await making) == 1


class EndlessAdvisor:
    """A model that never comes to an end."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def advise(self, _brief: Brief, _composition: Composition) -> Advised:
        self.asked.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


async def test_a_generation_that_is_broken_off_can_be_taken_up_at_once(talk: Talk) -> None:
    advisor = EndlessAdvisor()
    talk.answers()
    generating = talk.says("만들기").generating
    assert generating
    running = asyncio.create_task(Generation(talk.store, advisor).run(generating))
    await asyncio.wait_for(advisor.asked.wait(), 20)
    assert talk.generation.abandoned("test") == ()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert talk.generation.abandoned("test") == (generating,)
    (delivery,) = await talk.generation.run(generating)
    assert isinstance(delivery.outgoing.reply, ShowPrompt)
