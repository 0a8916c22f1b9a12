"""A session: all that is known of one interview."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar, Final, TypeVar

from core.conversation.questions import Key
from core.conversation.rating import Feedback
from core.conversation.texts import t
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText
from core.values.choices import Variant
from core.values.locale import Locale


class State(StrEnum):
    """Where a conversation can stand: a phase, a job that is waited for, a question whether to do something."""


class Phase(State):
    """The phases of an interview and its prompt; features have some of their own."""

    NEW = "new"
    ASKING = "asking"
    GAPS = "gaps"
    SUMMARY = "summary"
    OPTIONS = "options"
    GENERATING = "generating"
    DONE = "done"
    RESTORING = "restoring"
    CONFIRMING = "confirming"
    CANCELLED = "cancelled"
    FORGOTTEN = "forgotten"


class Job(State):
    """What a model is waited for while the phase is `generating`; features have some of their own."""

    PROMPT = "prompt"


class Asked(State):
    """What is only done once it is confirmed: it destroys, or shows something to others; features have some too."""

    FORGET = "forget"
    CANCEL = "cancel"
    RESTART = "restart"
    RESUME = "resume"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered: the words, and the id of the choice they were read as."""

    text: MaskedText
    choice: str | None = None

    def wording(self, key: Key, locale: Locale) -> str:
        """Return what stands for it where it is shown: its choice as the interface calls it, or else its words."""
        return t(locale, f"{key}.{self.choice}") if self.choice else str(self.text)


class Unit(StrEnum):
    """What a document holds; those that are never read stand last."""

    PAGES = "pages"
    SLIDES = "slides"
    SHEETS = "sheets"
    TABLES = "tables"
    ROWS = "rows"
    SCANS = "scans"
    PICTURES = "pictures"
    CHARTS = "charts"
    HIDDEN = "hidden"
    COMMENTS = "comments"
    MACROS = "macros"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read of a document and what was not, counted; of its parts, how many were used."""

    parts: int = 1
    used: int = 1
    read: Mapping[Unit, int] = field(default_factory=dict)
    unread: Mapping[Unit, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """The file that the reference came from, or several as one."""

    name: MaskedText
    contents: Contents = field(default_factory=Contents)


@dataclass(frozen=True, slots=True)
class MaskedItem:
    """One masked item as the summary lists it: label, kind, whether it is kept as written; no value.

    `ambiguous` says that it may mean a person who has another label already; `found_by` names what found it.
    """

    label: str
    type: EntityType
    kept: bool = False
    ambiguous: bool = False
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class Improvement:
    """What the prompt says that the answers alone did not: its kind, the addition, the reason, the answer behind it."""

    kind: str
    added: MaskedText
    why: MaskedText
    source: str


@dataclass(frozen=True, slots=True)
class Version:
    """One finished prompt with the answers it was made from.

    `model` names the model that was asked, if one was: `polished` of its proposals were kept, `unpolished` dropped;
    `decisions` say of each that it was taken, or which rules it broke.
    `kept` are the labels of items that were kept as written when it was made, so that its model saw them.
    `prompt_language` is the language the prompt is written in, None in what was stored before there was a choice.
    `assumed` are its lines for what nobody said.
    """

    number: int
    prompt: MaskedText
    answers: Mapping[Key, Answer]
    improvements: tuple[Improvement, ...] = ()
    notes: tuple[MaskedText, ...] = ()
    instruction: MaskedText | None = None
    model: str | None = None
    polished: int = 0
    unpolished: int = 0
    decisions: tuple[str, ...] = ()
    task_type: str | None = None
    variant: Variant = Variant.FULL
    prompt_language: Locale | None = None
    feedback: Feedback | None = None
    kept: tuple[str, ...] = ()
    assumed: tuple[MaskedText, ...] = ()

    @property
    def is_by_model(self) -> bool:
        """Whether the model has written it as a whole."""
        return BY_MODEL in self.decisions


BY_MODEL = "prompt: taken"
"""The decision that a model's own prompt stands."""


@dataclass(frozen=True, slots=True)
class FeatureData:
    """What a feature keeps in a session; at most one of each kind."""

    @property
    def awaits(self) -> int:
        """The number of what a model is asked beside the talk, and has not answered; 0 for nothing."""
        return 0


@dataclass(frozen=True, slots=True)
class Overlay(FeatureData):
    """What the phase `over` is about, which lies over another one; `back` is the phase to return to at its end."""

    over: ClassVar[State]
    back: State = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Confirming(Overlay):
    """A question whether something is to be done.

    `label` is the item that is to be kept as written, `number` the kept prompt that is meant.
    """

    over: ClassVar[State] = Phase.CONFIRMING
    what: State
    label: str = ""
    number: int = 0


_ADVISED: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.CONFIRMING})
_Data = TypeVar("_Data", bound=FeatureData)


@dataclass(frozen=True, slots=True)
class Session:
    """One interview of one person.

    `asking` is the open question while asking; `editing` says that the summary follows it instead of the next
    question; `asked_again` that its answer could not be read once. `gaps` are the slots that are asked for before the
    summary, `open_gap` the place of the next among them: those before it are answered or left to the AI. `offered` is a
    purpose that came with a new start while this interview was unfinished. `instruction` is the wish being worked on,
    `needs_model` says that a model is to read it. `variant` and `prompt_language` are how the prompt is to be written,
    None being the language of the answers.
    `former` are the answers as they were before what was last changed at the summary, None where there was none.
    `job` is what is being generated, `job_seq` how often anything was. `data` is what features keep here, and what
    phases are about that lie over another one. `items` mirrors the vault without its values.
    """

    id: str
    locale: Locale
    phase: State = Phase.NEW
    asking: Key = Key.PURPOSE
    editing: bool = False
    asked_again: bool = False
    gaps: tuple[str, ...] = ()
    open_gap: int = 0
    answers: Mapping[Key, Answer] = field(default_factory=dict)
    former: Mapping[Key, Answer | None] = field(default_factory=dict)
    document: Document | None = None
    items: tuple[MaskedItem, ...] = ()
    versions: tuple[Version, ...] = ()
    current_version: int = 0
    offered: MaskedText | None = None
    instruction: MaskedText | None = None
    needs_model: bool = False
    variant: Variant = Variant.FULL
    prompt_language: Locale | None = None
    job: State = Job.PROMPT
    job_seq: int = 0
    data: tuple[FeatureData, ...] = ()

    @property
    def state(self) -> State:
        """Where the conversation stands: the phase, the job that is waited for, or the question to confirm."""
        if self.phase is Phase.GENERATING:
            return self.job
        confirming = self.of(Confirming) if self.phase is Phase.CONFIRMING else None
        return confirming.what if confirming else self.phase

    @property
    def advising(self) -> int:
        """The number of what a model is asked about the answers while they are looked over; 0 for nothing."""
        return max((each.awaits for each in self.data), default=0) if self.phase in _ADVISED else 0

    @property
    def in_use(self) -> Version | None:
        """The version in use; None before the first."""
        return next((version for version in self.versions if version.number == self.current_version), None)

    @property
    def written_in(self) -> Locale:
        """The language in which the prompt is, or is to be, written."""
        current = self.in_use
        return self.prompt_language or (current.prompt_language if current else None) or self.locale

    @property
    def uncovered(self) -> "Session":
        """The session without what lies over its phase; itself where nothing does."""
        overlay = next((each for each in self.data if isinstance(each, Overlay) and each.over is self.phase), None)
        return replace(self.without(type(overlay)), phase=overlay.back) if overlay else self

    @property
    def underlying(self) -> "Session":
        """The session without anything that lies over its phase."""
        return self.uncovered.uncovered

    def version(self, number: int) -> Version | None:
        """Return the version of a number; None if there is none."""
        return next((version for version in self.versions if version.number == number), None)

    def of(self, kind: type[_Data]) -> _Data | None:
        """Return what a feature keeps here."""
        return next((each for each in self.data if isinstance(each, kind)), None)

    def keeping(self, kept: FeatureData) -> "Session":
        """Return the session with what a feature keeps here, in the place of what it kept before."""
        return replace(self, data=(*self.without(type(kept)).data, kept))

    def without(self, kind: type[FeatureData]) -> "Session":
        """Return the session without what a feature keeps here."""
        return replace(self, data=tuple(each for each in self.data if not isinstance(each, kind)))
