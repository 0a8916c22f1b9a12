"""Consent: whether a person's masked prompts may be kept as examples to learn from."""

from typing import Final

from core.conversation.controls import Control
from core.conversation.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.conversation.replies import Tell
from core.conversation.session import Session
from core.conversation.step import Consent, Step

QUESTION: Final = Tell("consent.ask", controls=(Control.AGREE, Control.DECLINE))


def ask(session: Session, _event: ConsentRequested) -> Step:
    """Put the question, because the person wants to see it."""
    return Step(session, (QUESTION,), collects=True)


def give(session: Session, _event: ConsentGiven) -> Step:
    """Take a yes."""
    return Step(session, (Tell("consent.given", controls=(Control.WITHDRAW,)),), consent=Consent.GIVEN, collects=True)


def withdraw(session: Session, _event: ConsentWithdrawn) -> Step:
    """Take a no, the first or a later one."""
    return Step(session, (Tell("consent.withdrawn"),), consent=Consent.WITHDRAWN)
