"""The registry of the features, and the conversation that they and the interview make up.

A feature is taken out with its folder and its line here.
"""

from collections.abc import Mapping
from typing import Final

from core.conversation.events import Event
from core.conversation.machine import Machine
from core.conversation.replies import Reply
from core.conversation.session import Session, State
from core.conversation.texts import t
from core.conversation.transitions import INTERVIEW
from core.features.comparison import COMPARISON
from core.features.feedback import FEEDBACK
from core.features.library import LIBRARY
from core.features.mask_list import MASK_LIST
from core.features.rehearsal import REHEARSAL
from core.features.substance import SUBSTANCE
from core.features.takeaway import TAKEAWAY
from core.features.training_data import TRAINING_DATA
from core.features.trial import TRIAL
from core.ports import StoredSession, Transaction
from core.ports.job import JobRunner, ModelTools
from core.privacy.spans import Span
from core.privacy.text import RawText

PARTS: Final = (
    INTERVIEW,
    COMPARISON,
    FEEDBACK,
    LIBRARY,
    MASK_LIST,
    REHEARSAL,
    SUBSTANCE,
    TAKEAWAY,
    TRAINING_DATA,
    TRIAL,
)
MACHINE: Final = Machine.of(PARTS)
advance: Final = MACHINE.advance
REVEALS: Final = {kind: reveal for part in PARTS for kind, reveal in part.reveals.items()}
GATHERS: Final = {kind: gather for part in PARTS for kind, gather in part.gathers.items()}
CONTROLS: Final = MACHINE.controls
EVENT_CODES: Final = tuple(code for part in PARTS for code in part.codes)
"""How what the features' controls carry is written."""

REPLIES: Final = tuple(kind for part in PARTS for kind in part.replies)
"""The classes of all that is shown."""

DATA: Final = tuple(kind for part in PARTS for kind in part.data)
"""The classes of all that features keep in a session."""


LOOKUPS: Final = {part.name: part.lookup for part in PARTS if part.lookup}
"""What is kept by features, and looked for by its name."""


def runners(tools: ModelTools) -> dict[State, JobRunner]:
    """Return who does each job but the prompt itself."""
    jobs = (job for part in PARTS for job in part.jobs)
    return {job.state: job.runner(tools) for job in jobs if job.runner}


def is_command(text: str) -> bool:
    """Say whether a text asks for a feature, wherever commands are typed."""
    return any(asks_for(text) for part in PARTS for asks_for in part.commands)


def question_of(session: Session) -> str:
    """Return what is asked just now: the question of a feature's state, else the interview's."""
    ask = next((part.asks[session.phase] for part in PARTS if session.phase in part.asks), None)
    return ask(session) if ask else t(session.locale, f"ask.{session.asking}")


def with_marks(
    session: Session, texts: Mapping[str, tuple[RawText, tuple[Span, ...]]]
) -> Mapping[str, tuple[RawText, tuple[Span, ...]]]:
    """Return what a person typed with what they want masked in it, besides what was found."""
    for mark in (mark for part in PARTS for mark in part.marks):
        texts = mark(session, texts)
    return texts


def follow_ups(transaction: Transaction, held: StoredSession, event: Event, *, collects: bool) -> tuple[Reply, ...]:
    """Return what is asked beneath the replies to what a job led to."""
    asked = (ask(transaction, held, event, collects) for part in PARTS for ask in part.follow_ups)
    return tuple(reply for replies in asked for reply in replies)
