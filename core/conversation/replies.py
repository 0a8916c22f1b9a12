"""What a person is to be shown; how it looks is each platform's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from core.conversation.controls import Control
from core.conversation.difference import Change
from core.conversation.questions import Key
from core.conversation.rating import Feedback, Reason
from core.conversation.session import Answer, Document, MaskedItem, Version
from core.conversation.trial import Trial
from core.conversation.understood import Assumption, Family, Suggestion, Understood
from core.features.comparison.comparison import Comparison
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Review
from core.features.rehearsal.talk import Line
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class Reply:
    """Anything that is shown; the subclasses below are all there is."""


@dataclass(frozen=True, slots=True)
class Greet(Reply):
    """Show the opening text."""


@dataclass(frozen=True, slots=True)
class Tell(Reply):
    """Say one sentence: `text` is its id among the interface texts, `details` what it holds."""

    text: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class TellEnded(Tell):
    """Say with one sentence that what was waited for will not come, or came to nothing."""


@dataclass(frozen=True, slots=True)
class Ask(Reply):
    """Ask a question.

    `number` counts from 1 among the six and is 0 for the others; `hint` is the id of a sentence that says why the
    same question comes again, with its `details`; `current` is the answer being changed, `suggested` what was said with
    the wish already. `material` names what is worked on and was not given; it is put in by the use case.
    """

    key: Key
    number: int = 0
    choices: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    hint: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
    current: Answer | None = None
    suggested: Answer | None = None
    material: str = ""


@dataclass(frozen=True, slots=True)
class ShowSummary(Reply):
    """Show how the wish was understood, every answer as masked, each editable, and each masked item with its switch.

    What was `understood` is put in by the use case, before the reply is queued.
    """

    answers: Mapping[Key, Answer]
    items: tuple[MaskedItem, ...]
    document: Document | None = None
    controls: tuple[Control, ...] = ()
    understood: Understood | None = None


@dataclass(frozen=True, slots=True)
class AskIntent(Reply):
    """Ask what is to be made; the families are put in by the use case.

    `opened` is the family whose kinds are looked at, `hint` the id of a sentence that says why it is asked again.
    """

    controls: tuple[Control, ...] = ()
    opened: str = ""
    hint: str | None = None
    families: tuple[Family, ...] = ()


@dataclass(frozen=True, slots=True)
class AskGap(Reply):
    """Ask for what decides and was not said; all but the slot, its place and the controls is put in by the use case.

    `number` counts from 1 to `count`. `assumed` is the line that stands where it is left to the AI, `current` the
    answer being changed. `hint` is the id of a sentence that says why it is asked again, with its `details`.
    """

    slot: str
    number: int = 1
    count: int = 1
    controls: tuple[Control, ...] = ()
    hint: str | None = None
    details: Mapping[str, str | int] = field(default_factory=dict)
    question: str = ""
    options: tuple[str, ...] = ()
    assumed: MaskedText | None = None
    current: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class ShowOptions(Reply):
    """Show the optional settings with what they are set to; what is offered for them is put in by the use case."""

    answers: Mapping[Key, Answer]
    controls: tuple[Control, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenForm(Reply):
    """Open the whole interview as one form, filled with the answers there are."""

    answers: Mapping[Key, Answer]


@dataclass(frozen=True, slots=True)
class ShowProgress(Reply):
    """Say that the prompt is being made, or whatever else the sentence `text` says."""

    controls: tuple[Control, ...] = ()
    text: str = "progress"


@dataclass(frozen=True, slots=True)
class ShowPartial(Reply):
    """Show what there is of an answer that is still being written, in the place of the progress. It is not kept."""

    text: MaskedText
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowTrial(Reply):
    """Show what a model answered to the prompt, and how well it kept to it.

    With a `letter` it is one of several whose origin is hidden: the answer alone is shown. `version` is the prompt's.
    """

    trial: Trial
    controls: tuple[Control, ...] = ()
    letter: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class ShowVerdict(Reply):
    """Say which answer was which, and how each did, after the vote."""

    comparison: Comparison
    controls: tuple[Control, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class ShowPrompt(Reply):
    """Show a finished prompt, what it assumes, and what was masked on the way.

    `changes` are the lines in which a refined prompt differs from the version before it; then `assumed` and `notes` are
    the new ones alone. `controls` are at hand, those in `menu` a step behind them. `shared` says that others read
    along, so that kept items stay masked. `assumptions` are those of the prompt with what can take their place, put in
    by the use case.
    """

    version: Version
    items: tuple[MaskedItem, ...]
    controls: tuple[Control, ...] = ()
    changes: tuple[Change, ...] = ()
    menu: tuple[Control, ...] = ()
    shared: bool = False
    assumed: tuple[MaskedText, ...] = ()
    notes: tuple[MaskedText, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowReasons(Reply):
    """Show what the prompt says that the answers alone did not, and why."""

    version: Version


@dataclass(frozen=True, slots=True)
class ShowVersions(Reply):
    """List all versions of the prompt; `current` is the number of the one in use."""

    versions: tuple[Version, ...]
    current: int
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowFeedback(Reply):
    """Thank a person for a rating, to them alone; `wanted` are the reasons to choose from, if one is asked for."""

    number: int
    feedback: Feedback
    wanted: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowRestored(Reply):
    """Show a pasted answer with the real values, to its owner alone; the values are put in only when it is sent.

    `expected` are the labels that the prompt asked for.
    """

    text: MaskedText
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowLibrary(Reply):
    """List kept prompts, to the person alone; they are looked for only when it is sent."""

    query: MaskedText | None = None
    team: bool = False


@dataclass(frozen=True, slots=True)
class ShowEntry(Reply):
    """Show a kept prompt with what can be done to it, to the person alone; 0 is the newest of their own."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class ShowFilled(Reply):
    """Show a kept prompt with the values that were given, to the person alone; they are put in when it is sent."""

    prompt: MaskedText
    values: Mapping[str, MaskedText]


@dataclass(frozen=True, slots=True)
class ShowLibraryFile(Reply):
    """Hand over the kept prompts as a file, to the person alone; it is written only when it is sent."""


@dataclass(frozen=True, slots=True)
class ShowTakeaway(Reply):
    """Hand over a version of the prompt as files, with links to the outside assistants that the operator allows."""

    number: int
    prompt: MaskedText
    controls: tuple[Control, ...] = ()
    assistants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowCast(Reply):
    """List those whom one can rehearse with."""

    personas: tuple[Persona, ...]
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowPersona(Reply):
    """Show somebody whom one can rehearse with, and say what comes next: `text` is the sentence, `details` its places.

    `goal` is what was to be brought across so far.
    """

    persona: Persona
    text: str
    details: Mapping[str, str | int] = field(default_factory=dict)
    goal: MaskedText | None = None
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowLine(Reply):
    """Show what the persona says; `text` is the id of a sentence that follows it, if one does."""

    name: MaskedText
    line: Line
    text: str | None = None
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowReview(Reply):
    """Show how the rehearsal with somebody went."""

    name: MaskedText
    review: Review
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowDocument(Reply):
    """Hand over a text to take along, masked: `title` is the id of what it is called."""

    title: str
    text: MaskedText
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowExport(Reply):
    """Hand a person all their data, to them alone; it is gathered only when it is sent."""


FOR_ONE: Final = ShowRestored | ShowExport | ShowFeedback | ShowLibrary | ShowEntry | ShowFilled | ShowLibraryFile
"""Replies that are for their owner alone, wherever the conversation is held."""

ENDINGS: Final = ShowPrompt | ShowTrial | ShowPersona | ShowLine | ShowReview | TellEnded
"""Replies with which what a `ShowProgress` spoke of has come to its end."""

Rehearsed = ShowCast | ShowPersona | ShowLine | ShowReview | ShowDocument
"""What is shown in a rehearsal."""
