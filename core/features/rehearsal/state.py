"""What a session keeps of a rehearsal, and where it can stand in one."""

from dataclasses import dataclass

from core.conversation.session import FeatureData, State
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.review import Review
from core.features.rehearsal.talk import TalkLine
from core.privacy.text import MaskedText


class RehearsalPhase(State):
    """The phases in which a rehearsal goes on."""

    CASTING = "casting"
    APPROVING = "approving"
    AIMING = "aiming"
    REHEARSING = "rehearsing"
    REVIEWED = "reviewed"


class RehearsalJob(State):
    """What a rehearsal waits for a model for."""

    DRAW = "draw"
    SPEAK = "speak"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Rehearsal(FeatureData):
    """The newest rehearsal of a session: it stays until the next one takes its place.

    `back` is the phase to return to at its end. `persona` is the id of one of the cast, or `drawn` the one that
    `description` led to. What the persona says first is not among the `lines`.
    """

    back: State
    persona: str = ""
    description: MaskedText | None = None
    drawn: Persona | None = None
    goal: MaskedText | None = None
    lines: tuple[TalkLine, ...] = ()
    review: Review | None = None
