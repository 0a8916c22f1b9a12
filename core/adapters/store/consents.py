"""The consents: what people said to being learnt from."""

from typing import Any, Final

from sqlalchemy import Connection, text

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
Who = tuple[str, str, str]
"""Platform, workspace, person."""


def ask(connection: Connection, who: Who, now: float) -> bool:
    """Note that a person is asked; False if there is a row already."""
    return connection.execute(_ASK, _row(who, Consent.ASKED, now)).rowcount == 1


def note(connection: Connection, who: Who, consent: Consent, now: float) -> None:
    """Note what a person has said."""
    connection.execute(_NOTE, _row(who, consent, now))


def _row(who: Who, consent: Consent, now: float) -> dict[str, Any]:
    platform, workspace, person = who
    return {"platform": platform, "workspace": workspace, "person": person, "consent": str(consent), "said_at": now}
