"""Generation with a model at hand: reading wishes, polishing, and what happens when it does not answer."""

from core.choices import Level
from core.conversation.questions import Key
from core.conversation.replies import ShowPrompt, Tell
from core.conversation.session import Phase
from core.errors import ModelUnavailable
from core.generation import Generation
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
    assert talk.generation._finish(claimed, lambda held: (held, generated)) == ()
    with talk.store.begin() as transaction:
        held = transaction.open_at(DM)
    assert held
    assert held.session.phase is Phase.GENERATING
