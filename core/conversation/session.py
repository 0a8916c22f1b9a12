"""A session: all that is known of one interview."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.choices import Variant
from core.conversation.questions import Key
from core.conversation.rating import Feedback
from core.features.comparison.comparison import Comparison
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Review
from core.features.rehearsal.talk import Line
from core.locale import Locale
from core.privacy.entities import EntityType
from core.privacy.text import MaskedText


class Phase(StrEnum):
    """Where the interview stands."""

    NEW = "new"
    ASKING = "asking"
    GAPS = "gaps"
    SUMMARY = "summary"
    OPTIONS = "options"
    GENERATING = "generating"
    DONE = "done"
    RESTORING = "restoring"
    CASTING = "casting"
    APPROVING = "approving"
    AIMING = "aiming"
    REHEARSING = "rehearsing"
    REVIEWED = "reviewed"
    FILLING = "filling"
    CONFIRMING = "confirming"
    CANCELLED = "cancelled"
    FORGOTTEN = "forgotten"


class Errand(StrEnum):
    """What a model is waited for while the phase is `generating`."""

    PROMPT = "prompt"
    TRY = "try"
    COMPARE = "compare"
    DRAW = "draw"
    SPEAK = "speak"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answered: the words, and the id of the choice they were read as."""

    text: MaskedText
    choice: str | None = None


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

    `ambiguous` says that it may mean a person who has another label already.
    """

    label: str
    type: EntityType
    kept: bool = False
    ambiguous: bool = False


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
    `missing` are the ids of questions whose answers would make it better; they may be left unanswered.
    `kept` are the labels of items that were kept as written when it was made, so that its model saw them.
    `tongue` is the language the prompt is written in, None in what was stored before there was a choice. `assumed` are
    its lines for what nobody said.
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
    missing: tuple[str, ...] = ()
    task_type: str | None = None
    variant: Variant = Variant.FULL
    tongue: Locale | None = None
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
class Filling:
    """A kept prompt that is being used: what it asks for, and what was given so far (masked).

    `back` is the phase to return to at its end.
    """

    prompt: MaskedText
    variables: tuple[str, ...]
    values: Mapping[str, MaskedText] = field(default_factory=dict)
    asked: int = 0
    back: Phase = Phase.DONE


class Asked(StrEnum):
    """What is only done once it is confirmed: it destroys, or shows something to others."""

    FORGET = "forget"
    CANCEL = "cancel"
    KEEP = "keep"
    SHARE_ENTRY = "share_entry"
    DELETE_ENTRY = "delete_entry"


@dataclass(frozen=True, slots=True)
class Confirming:
    """A question whether something is to be done, and the phase that it was asked in.

    `label` is the item that is to be kept as written, `number` the kept prompt that is meant.
    """

    what: Asked
    back: Phase
    label: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsal of a session, the newest one: it stays until the next one takes its place.

    `back` is the phase to return to at its end. `persona` is the id of one of the cast, or `drawn` the one that
    `description` led to. What the persona says first is not among the `lines`.
    """

    back: Phase
    persona: str = ""
    description: MaskedText | None = None
    drawn: Persona | None = None
    goal: MaskedText | None = None
    lines: tuple[Line, ...] = ()
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One interview of one person.

    `asking` is the open question while asking; `editing` says that the summary follows it instead of the next
    question; `asked_again` that its answer could not be read once. `gaps` are the slots that are asked for before the
    summary, `open_gap` the place of the next among them: those before it are answered or left to the AI. `offered` is a
    purpose that came with a new start while this interview was unfinished. `instruction` is the wish being worked on,
    `unread` says that a model is to read it. `variant` and `tongue` are how the prompt is to be written, None being the
    language of the answers.
    `errand` is what is being generated, `errands` how often anything was; `endpoints` names the models that answer
    freely, and `shared` says that others read along, both as of the last event. `comparisons` holds the one that is
    being made or voted on. `confirming` and `filling` belong to their phases, which lie over another one. `items`
    mirrors the vault without its values.
    """

    id: str
    locale: Locale
    phase: Phase = Phase.NEW
    asking: Key = Key.PURPOSE
    editing: bool = False
    asked_again: bool = False
    gaps: tuple[str, ...] = ()
    open_gap: int = 0
    answers: Mapping[Key, Answer] = field(default_factory=dict)
    document: Document | None = None
    items: tuple[MaskedItem, ...] = ()
    versions: tuple[Version, ...] = ()
    current_version: int = 0
    offered: MaskedText | None = None
    instruction: MaskedText | None = None
    unread: bool = False
    variant: Variant = Variant.FULL
    tongue: Locale | None = None
    errand: Errand = Errand.PROMPT
    errands: int = 0
    endpoints: tuple[str, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    rehearsal: Rehearsal | None = None
    confirming: Confirming | None = None
    filling: Filling | None = None
    shared: bool = False

    @property
    def in_use(self) -> Version | None:
        """The version in use; None before the first."""
        return next((version for version in self.versions if version.number == self.current_version), None)

    @property
    def written_in(self) -> Locale:
        """The language in which the prompt is, or is to be, written."""
        current = self.in_use
        return self.tongue or (current.tongue if current else None) or self.locale

    @property
    def uncovered(self) -> "Session":
        """The session without a question to confirm, or else without the kept prompt that is being used."""
        if self.phase is Phase.CONFIRMING and self.confirming:
            return replace(self, phase=self.confirming.back, confirming=None)
        if self.phase is Phase.FILLING and self.filling:
            return replace(self, phase=self.filling.back, filling=None)
        return self

    @property
    def underlying(self) -> "Session":
        """The session without anything that lies over its phase."""
        return self.uncovered.uncovered

    def version(self, number: int) -> Version | None:
        """Return the version of a number; None if there is none."""
        return next((version for version in self.versions if version.number == number), None)
