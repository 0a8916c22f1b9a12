"""Consent: whether a person's masked prompts may be kept as examples to learn from."""

from typing import Final

from core.conversation.controls import Control
from core.conversation.replies import Tell
from core.conversation.session import Session
from core.conversation.step import Step
from core.features.training_data.effects import NeedsCollection, Noted
from core.features.training_data.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.ports.consent import Consent

QUESTION: Final = Tell("consent.ask", controls=(Control.AGREE, Control.DECLINE))


def ask(session: Session, _event: ConsentRequested) -> Step:
    """Put the question, because the person wants to see it."""
    return Step(session, (QUESTION,), (NeedsCollection(),))


def give(session: Session, _event: ConsentGiven) -> Step:
    """Take a yes."""
    told = Tell("consent.given", controls=(Control.WITHDRAW,))
    return Step(session, (told,), (NeedsCollection(), Noted(Consent.GIVEN)))


def withdraw(session: Session, _event: ConsentWithdrawn) -> Step:
    """Take a no, the first or a later one."""
    return Step(session, (Tell("consent.withdrawn"),), (Noted(Consent.WITHDRAWN),))
