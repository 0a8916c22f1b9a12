"""The preferences: what people want of every interview of theirs, in a workspace."""

from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, select, text
from sqlmodel import col

from core.adapters.store.consents import Who
from core.adapters.store.tables import PreferenceRow, SessionRow

_NOTE: Final = text(
    "INSERT INTO preference (platform, workspace, person, questions, said_at)"
    " VALUES (:platform, :workspace, :person, :questions, :said_at)"
    " ON CONFLICT (platform, workspace, person) DO UPDATE SET questions = :questions, said_at = :said_at"
)
_OF: Final = select(col(PreferenceRow.questions)).where(
    *(col(getattr(PreferenceRow, part)) == bindparam(part) for part in ("platform", "workspace", "person"))
)
_THEIRS: Final = and_(
    *(
        col(getattr(PreferenceRow, part)) == col(getattr(SessionRow, part))
        for part in ("platform", "workspace", "person")
    )
)


def note(connection: Connection, who: Who, now: float, *, questions: bool) -> None:
    """Note what a person wants."""
    connection.execute(_NOTE, {**_names(who), "questions": questions, "said_at": now})


def wants_questions(connection: Connection, who: Who) -> bool:
    """Say whether a person wants to be asked for what decides; who has said nothing does."""
    said = connection.execute(_OF, _names(who)).scalar()
    return said is None or bool(said)


def _names(who: Who) -> dict[str, Any]:
    platform, workspace, person = who
    return {"platform": platform, "workspace": workspace, "person": person}
