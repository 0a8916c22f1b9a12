"""Consent: whether a person's masked prompts may be kept as training examples."""

from dataclasses import dataclass
from typing import Final

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.prompt_events import Generated
from core.conversation.replies import Reply, Tell
from core.conversation.session import Session
from core.conversation.step import Effect, Step
from core.errors import NotCollecting
from core.features.training_data.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.ports import StoredSession, Transaction
from core.ports.consent import Consent
from core.ports.effects import EffectContext

_QUESTION: Final = Tell("consent.ask", controls=(Control.AGREE, Control.DECLINE))


@dataclass(frozen=True, slots=True)
class NeedsCollection(Effect):
    """It is only possible where the operator collects."""

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Go on where the operator collects.

        Raises:
            NotCollecting: They do not.
        """
        if not context.collects:
            raise NotCollecting
        return step


@dataclass(frozen=True, slots=True)
class Noted(Effect):
    """What the person has said to training data is to be kept."""

    consent: Consent

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Keep what was said."""
        held = context.held
        context.transaction.note_consent(held.person, held.place.platform, held.place.workspace, self.consent)
        return step


def ask(session: Session, _event: ConsentRequested) -> Step:
    """Put the question, because the person wants to see it."""
    return Step(session, (_QUESTION,), (NeedsCollection(),))


def ask_once(transaction: Transaction, held: StoredSession, event: Event, collects: bool) -> tuple[Reply, ...]:  # noqa: FBT001 - a `FollowUp`
    """Put the question beneath a person's first finished prompt, and never again."""
    place = held.place
    asks = collects and isinstance(event, Generated)
    return (_QUESTION,) if asks and transaction.ask_consent(held.person, place.platform, place.workspace) else ()


def give(session: Session, _event: ConsentGiven) -> Step:
    """Take a yes."""
    told = Tell("consent.given", controls=(Control.WITHDRAW,))
    return Step(session, (told,), (NeedsCollection(), Noted(Consent.GIVEN)))


def withdraw(session: Session, _event: ConsentWithdrawn) -> Step:
    """Take a no, the first or a later one."""
    return Step(session, (Tell("consent.withdrawn"),), (Noted(Consent.WITHDRAWN),))
