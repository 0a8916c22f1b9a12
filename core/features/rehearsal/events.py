"""What can happen in a rehearsal."""

from dataclasses import dataclass

from core.conversation.events import Event
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Review
from core.features.rehearsal.talk import TalkLine


@dataclass(frozen=True, slots=True)
class RehearsalRequested(Event):
    """A person wants to rehearse a conversation."""


@dataclass(frozen=True, slots=True)
class PersonaChosen(Event):
    """A person chose one of the cast by its id."""

    persona: str


@dataclass(frozen=True, slots=True)
class PersonaDrawn(Event):
    """The persona that a person described is drawn up."""

    persona: Persona


@dataclass(frozen=True, slots=True)
class LineSpoken(Event):
    """The persona answered the first `heard` lines."""

    line: TalkLine
    heard: int


@dataclass(frozen=True, slots=True)
class LineMissing(Event):
    """No model answered for the persona; `fault` says why, `minutes` how long to wait where that is known."""

    fault: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class RetryRequested(Event):
    """A person wants their last line answered after all."""


@dataclass(frozen=True, slots=True)
class ReviewRequested(Event):
    """A person wants to know how the rehearsal went."""


@dataclass(frozen=True, slots=True)
class Reviewed(Event):
    """The rehearsal is looked back upon."""

    review: Review


@dataclass(frozen=True, slots=True)
class TranscriptRequested(Event):
    """A person wants the rehearsal as a document."""


@dataclass(frozen=True, slots=True)
class PortableRequested(Event):
    """A person wants the rehearsal as a prompt for any AI."""
