"""What can happen to the substance that a model proposes."""

from dataclasses import dataclass

from core.conversation.events import Event
from core.conversation.understood import Proposed, ProposedQuestion


@dataclass(frozen=True, slots=True)
class SubstanceAsked(Event):
    """A model is asked for substance, `about` the answers of this fingerprint; it sees the items `kept` as written."""

    about: str
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubstanceFound(Event):
    """A model has proposed substance for the answers of a fingerprint, or nothing of use.

    `decisions` say why other proposals were dropped; `model` is the one that was sent the answers, None if none was,
    and `answered` says whether it did.
    """

    about: str
    proposals: tuple[Proposed, ...] = ()
    decisions: tuple[str, ...] = ()
    model: str | None = None
    answered: bool = False
    questions: tuple[ProposedQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalsSwitched(Event):
    """A person takes a proposal away or back, by its number from 1, or all of them; `wanted` None changes it over."""

    number: int = 0
    wanted: bool | None = None


@dataclass(frozen=True, slots=True)
class QuestionOpened(Event):
    """A person wants to answer one of the questions that a model would ask, by its number from 1."""

    number: int
