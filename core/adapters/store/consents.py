"""The consents: what people said to being learnt from, and the sessions of those who agreed."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, exists, select, text
from sqlmodel import col

from core.adapters.store.tables import ConsentRow, SessionRow
from core.ports.consent import Consent

_ASK: Final = text(
    "INSERT INTO consent (platform, workspace, person, consent, said_at)"
    " VALUES (:platform, :workspace, :person, :consent, :said_at) ON CONFLICT DO NOTHING"
)
_NOTE: Final = text(
    "INSERT INTO consent (platform, workspace, person, consent, said_at)"
    " VALUES (:platform, :workspace, :person, :consent, :said_at)"
    " ON CONFLICT (platform, workspace, person) DO UPDATE SET consent = :consent, said_at = :said_at"
)
_THEIRS: Final = and_(
    col(ConsentRow.platform) == col(SessionRow.platform),
    col(ConsentRow.workspace) == col(SessionRow.workspace),
    col(ConsentRow.person) == col(SessionRow.person),
)
Who = tuple[str, str, str]
"""Platform, workspace, person."""


def ask(connection: Connection, who: Who, now: float) -> bool:
    """Note that a person is asked; False if there is a row already."""
    return connection.execute(_ASK, _row(who, Consent.ASKED, now)).rowcount == 1


def note(connection: Connection, who: Who, consent: Consent, now: float) -> None:
    """Note what a person has said."""
    connection.execute(_NOTE, _row(who, consent, now))


def sessions_of_consenting(connection: Connection, after: int, most: int) -> Sequence[Row[Any]]:
    """Return the next sessions of people who agreed, by number."""
    given = exists(select(col(ConsentRow.person)).where(_THEIRS, col(ConsentRow.consent) == str(Consent.GIVEN)))
    theirs = select(SessionRow).where(col(SessionRow.number) > after, given)
    return connection.execute(theirs.order_by(col(SessionRow.number)).limit(most)).all()


def _row(who: Who, consent: Consent, now: float) -> dict[str, Any]:
    platform, workspace, person = who
    return {"platform": platform, "workspace": workspace, "person": person, "consent": str(consent), "said_at": now}
