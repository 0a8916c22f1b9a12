"""The preferences: what people want of every interview of theirs, in a workspace."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, bindparam, delete, exists, select, text
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


def of(connection: Connection, platform: str, person: str, workspace: str | None) -> Sequence[Row[Any]]:
    """Return what a person wants, in one workspace or in all."""
    theirs = select(PreferenceRow).where(col(PreferenceRow.platform) == platform, col(PreferenceRow.person) == person)
    if workspace is not None:
        theirs = theirs.where(col(PreferenceRow.workspace) == workspace)
    return connection.execute(theirs.order_by(col(PreferenceRow.workspace))).all()


def forget(connection: Connection, platform: str, workspace: str | None, person: str | None = None) -> None:
    """Delete what a person, or everybody in a workspace, wants."""
    where = [col(PreferenceRow.platform) == platform]
    if workspace is not None:
        where.append(col(PreferenceRow.workspace) == workspace)
    if person is not None:
        where.append(col(PreferenceRow.person) == person)
    connection.execute(delete(PreferenceRow).where(*where))


def purge(connection: Connection, before: float) -> None:
    """Delete what was said before a time by those of whom nothing else is left."""
    old = col(PreferenceRow.said_at) < before
    connection.execute(delete(PreferenceRow).where(old, ~exists(select(col(SessionRow.number)).where(_THEIRS))))


def _names(who: Who) -> dict[str, Any]:
    platform, workspace, person = who
    return {"platform": platform, "workspace": workspace, "person": person}
