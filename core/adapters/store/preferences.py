"""What people have said to training data, and to being asked for more."""

from typing import Final

from sqlalchemy import Connection, select, text
from sqlmodel import col

from core.adapters.store.conditions import PersonFilter, as_given
from core.adapters.store.tables import PreferenceRow
from core.ports.consent import Consent

_ASK_CONSENT: Final = text(
    "INSERT INTO consent (platform, workspace, person, consent, said_at)"
    " VALUES (:platform, :workspace, :person, :consent, :said_at) ON CONFLICT DO NOTHING"
)
_NOTE_CONSENT: Final = text(
    "INSERT INTO consent (platform, workspace, person, consent, said_at)"
    " VALUES (:platform, :workspace, :person, :consent, :said_at)"
    " ON CONFLICT (platform, workspace, person) DO UPDATE SET consent = :consent, said_at = :said_at"
)
_NOTE_QUESTIONS: Final = text(
    "INSERT INTO preference (platform, workspace, person, questions, said_at)"
    " VALUES (:platform, :workspace, :person, :questions, :said_at)"
    " ON CONFLICT (platform, workspace, person) DO UPDATE SET questions = :questions, said_at = :said_at"
)
_QUESTIONS: Final = select(col(PreferenceRow.questions)).where(*as_given(PreferenceRow))


def ask_consent(connection: Connection, who: PersonFilter, now: float) -> bool:
    """Note that a person is asked about training data; False if they were before, or have said something to it."""
    asked = {**who._asdict(), "consent": str(Consent.ASKED), "said_at": now}
    return connection.execute(_ASK_CONSENT, asked).rowcount == 1


def note_consent(connection: Connection, who: PersonFilter, consent: Consent, now: float) -> None:
    """Note what a person has said to training data."""
    connection.execute(_NOTE_CONSENT, {**who._asdict(), "consent": str(consent), "said_at": now})


def note_questions(connection: Connection, who: PersonFilter, now: float, *, wanted: bool) -> None:
    """Note whether a person wants to be asked for what decides."""
    connection.execute(_NOTE_QUESTIONS, {**who._asdict(), "questions": wanted, "said_at": now})


def wants_questions(connection: Connection, who: PersonFilter) -> bool:
    """Say whether a person wants to be asked for what decides; who has said nothing does."""
    said = connection.execute(_QUESTIONS, who._asdict()).scalar()
    return said is None or bool(said)
