"""What a person is to be shown; how it looks is each platform's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from core.conversation.control_names import Control, Where
from core.conversation.expected_input import Expects, Occasion
from core.conversation.questions import Key
from core.conversation.session import Answer, Document, MaskedItem, Version
from core.conversation.understood import (
    Assumption,
    Family,
    OtherWay,
    Proposed,
    ProposedQuestion,
    Suggestion,
    Understood,
)
from core.conversation.version_difference import LineChange
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class Reply:
    """Anything that is shown; features have replies of their own.

    One `for_one` is for its owner alone, wherever the conversation is held; `impersonal`, it holds nothing of theirs.
    One that `ends` says that what a `ShowProgress` spoke of has come to its end, best `in_place` of that. What `waits`
    for the person does so alone in its interview: the next takes its place, and what `settles` ends it. The controls
    offered at `where` are put in by the machine.
    """

    for_one: ClassVar[bool] = False
    ends: ClassVar[bool] = False
    waits: ClassVar[bool] = False
    settles: ClassVar[bool] = False
    impersonal: ClassVar[bool] = False
    in_place: ClassVar[bool] = False
    where: ClassVar[Where | None] = None

    def offering(self, controls: tuple[Control, ...]) -> "Reply":
        """Return it with these controls."""
        return replace(self, controls=controls)  # type: ignore[call-arg]  # all that are shown somewhere have them

    @property
    def about_version(self) -> int:
        """The number of the version that it shows, and that its controls are about; 0 for none."""
        return 0


@dataclass(frozen=True, slots=True)
class Greet(Reply):
    """Show the opening text."""


@dataclass(frozen=True, slots=True)
class Tell(Reply):
    """Say one sentence: `text` is its id among the interface texts, `details` what it holds.

    `expects` says what is best typed next. `refuses` says that nothing came of what was typed, `closes` that the
    conversation has come to its end; `occasion` is what it is said on, where that matters.
    """

    text: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    controls: tuple[Control, ...] = ()
    expects: Expects | None = None
    refuses: bool = False
    closes: bool = False
    occasion: Occasion | None = None

    def become(self, kind: "type[Tell]") -> "Tell":
        """Return the same sentence as another kind of reply."""
        own = (self.text, self.details, self.controls, self.expects, self.refuses, self.closes, self.occasion)
        return kind(*own)


@dataclass(frozen=True, slots=True)
class Propose(Tell):
    """Say one sentence, and wait for one of its controls."""

    waits: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class TellSettled(Tell):
    """Say with one sentence that nothing is waited for any more."""

    settles: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefaced(Reply):
    """What waits for the person, shown in one message with the sentences before it.

    Where it `risks_answers`, ending the interview or beginning it anew loses some; the machine puts that in.
    """

    waits: ClassVar[bool] = True
    preface: tuple[Tell, ...] = ()
    controls: tuple[Control, ...] = ()
    risks_answers: bool = False

    def prefaced(self, sentences: Iterable[Tell]) -> Reply:
        """Return it with sentences before it, and with the controls that those have."""
        said = tuple(sentences)
        extra = tuple(control for sentence in said for control in sentence.controls)
        preface = (*self.preface, *(replace(sentence, controls=()) for sentence in said))
        return replace(self, preface=preface, controls=(*self.controls, *extra))


@dataclass(frozen=True, slots=True)
class TellEnded(Tell):
    """Say with one sentence that what was waited for will not come, or came to nothing."""

    ends: ClassVar[bool] = True
    in_place: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Ask(Prefaced):
    """Ask a question.

    `number` counts from 1 among the six and is 0 for the others; `hint` is the id of a sentence that says why the
    same question comes again, with its `details`; `current` is the answer being changed, `suggested` what was said with
    the wish already. `material` names what is worked on and was not given; it is put in by the use case.
    """

    where: ClassVar[Where | None] = Where.QUESTION
    key: Key
    number: int = 0
    choices: tuple[str, ...] = ()
    hint: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
    current: Answer | None = None
    suggested: Answer | None = None
    material: str = ""

    @property
    def keeps_words(self) -> bool:
        """Whether the answer that could not be read is kept as it was written when it is typed once more."""
        return self.key is not Key.PURPOSE and self.hint in {f"hint.{self.key}", "hint.reference_wish"}


@dataclass(frozen=True, slots=True)
class ShowSummary(Prefaced):
    """Show how the wish was understood, every answer as masked, each editable, and each masked item with its switch.

    What was `understood`, and what a model proposes and would ask, is put in by the use case, before the reply is
    queued. `arrived` says that the proposals have just come: the summary takes the place of the one before. `matter`
    are the labels of what the request itself is about; the use case puts them in too.
    """

    where: ClassVar[Where | None] = Where.SUMMARY
    answers: Mapping[Key, Answer]
    items: tuple[MaskedItem, ...]
    document: Document | None = None
    understood: Understood | None = None
    proposals: tuple[Proposed, ...] = ()
    questions: tuple[ProposedQuestion, ...] = ()
    matter: tuple[str, ...] = ()
    arrived: bool = False


@dataclass(frozen=True, slots=True)
class AskIntent(Prefaced):
    """Ask what is to be made; the families are put in by the use case.

    `opened` is the family whose kinds are looked at, `hint` the id of a sentence that says why it is asked again.
    """

    where: ClassVar[Where | None] = Where.QUESTION
    opened: str = ""
    hint: str | None = None
    families: tuple[Family, ...] = ()


@dataclass(frozen=True, slots=True)
class AskGap(Prefaced):
    """Ask for what decides and was not said; all but the slot, its place and the controls is put in by the use case.

    `number` counts from 1 to `count`. `assumed` is the line that stands where it is left to the AI, `current` the
    answer being changed. `hint` is the id of a sentence that says why it is asked again, with its `details`.
    """

    where: ClassVar[Where | None] = Where.GAP
    slot: str
    number: int = 1
    count: int = 1
    hint: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
    question: str = ""
    options: tuple[str, ...] = ()
    assumed: MaskedText | None = None
    current: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class ShowOptions(Prefaced):
    """Show the optional settings with what they are set to; what is offered for them is put in by the use case."""

    where: ClassVar[Where | None] = Where.OPTIONS
    answers: Mapping[Key, Answer]
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenForm(Reply):
    """Open the whole interview as one form, filled with the answers there are."""

    answers: Mapping[Key, Answer]


@dataclass(frozen=True, slots=True)
class ShowPrompt(Reply):
    """Show a finished prompt, what it assumes, and what was masked on the way.

    `changes` are the lines in which a refined prompt differs from the version before it; then `assumed` and `notes` are
    the new ones alone. `controls` are at hand, those in `menu` a step behind them. `shared` says that others read
    along, so that kept items stay masked; the machine puts it in. `assumptions` are those of the prompt with what can
    take their place, `other_ways` those of what was contradictory; both are put in by the use case.
    """

    ends: ClassVar[bool] = True
    settles: ClassVar[bool] = True
    version: Version
    items: tuple[MaskedItem, ...]
    controls: tuple[Control, ...] = ()
    changes: tuple[LineChange, ...] = ()
    menu: tuple[Control, ...] = ()
    shared: bool = False
    assumed: tuple[MaskedText, ...] = ()
    notes: tuple[MaskedText, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    other_ways: tuple[OtherWay, ...] = ()

    @property
    def about_version(self) -> int:
        """The number of the version that is shown."""
        return self.version.number


@dataclass(frozen=True, slots=True)
class ShowReasons(Reply):
    """Show what the prompt says that the answers alone did not, and why."""

    version: Version

    @property
    def about_version(self) -> int:
        """The number of the version that is shown."""
        return self.version.number


@dataclass(frozen=True, slots=True)
class ShowVersions(Reply):
    """List all versions of the prompt; `current` is the number of the one in use."""

    versions: tuple[Version, ...]
    current: int
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowRestored(Reply):
    """Show a pasted answer with the real values, to its owner alone; the values are put in only when it is sent.

    `expected` are the labels that the prompt asked for.
    """

    for_one: ClassVar[bool] = True
    text: MaskedText
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowExport(Reply):
    """Hand a person all their data, to them alone; it is gathered only when it is sent."""

    for_one: ClassVar[bool] = True
