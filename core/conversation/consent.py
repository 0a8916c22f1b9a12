"""Consent: whether a person's masked prompts may be kept as examples to learn from."""

from enum import StrEnum
from typing import Final

from core.conversation.controls import Control
from core.conversation.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.conversation.replies import Tell
from core.conversation.session import Session
from core.conversation.step import Step

QUESTION: Final = Tell("consent.ask", controls=(Control.AGREE, Control.DECLINE))


class Consent(StrEnum):
    """What a person has said to that; who was asked and said nothing has not agreed, and is not asked again."""

    ASKED = "asked"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


def ask(session: Session, _event: ConsentRequested) -> Step:
    """Put the question, because the person wants to see it."""
    return Step(session, (QUESTION,))


def give(session: Session, _event: ConsentGiven) -> Step:
    """Take a yes."""
    return Step(session, (Tell("consent.given", controls=(Control.WITHDRAW,)),))


def withdraw(session: Session, _event: ConsentWithdrawn) -> Step:
    """Take a no, the first or a later one."""
    return Step(session, (Tell("consent.withdrawn"),))
