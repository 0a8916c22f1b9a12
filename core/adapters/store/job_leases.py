"""The leases on sessions that a model is waited for: generating, or advised about while their summary is read."""

from typing import Final

from sqlalchemy import Connection, and_, or_, select, update
from sqlmodel import col

from core.adapters.store.outbox import LEASE_S, LONGEST_S
from core.adapters.store.tables import SessionRow
from core.conversation.session import Phase

_GENERATING: Final = col(SessionRow.phase) == Phase.GENERATING
_ADVISING: Final = col(SessionRow.advising) > 0
_WAITING: Final = or_(_GENERATING, _ADVISING)
_until = col(SessionRow.leased_until)


def renew(connection: Connection, session_id: str, now: float) -> bool:
    """Prolong a lease; False if no model is waited for any more."""
    lease = update(SessionRow).where(col(SessionRow.id) == session_id, _WAITING)
    return connection.execute(lease.values(leased_until=now + LEASE_S)).rowcount == 1


def release(connection: Connection, session_id: str) -> None:
    """End a lease, and count no attempt."""
    lease = update(SessionRow).where(col(SessionRow.id) == session_id, _WAITING, _until > 0)
    connection.execute(lease.values(leased_until=0, attempts=col(SessionRow.attempts) - 1))


def abandoned(connection: Connection, platform: str, now: float) -> list[str]:
    """Return the ids of sessions on which nobody works, oldest first."""
    free = ~and_(_until > now, _until <= now + LONGEST_S)
    # One query for each index: together they would read the whole table.
    found = [
        row
        for waiting in (_GENERATING, _ADVISING)
        for row in connection.execute(
            select(col(SessionRow.number), col(SessionRow.id)).where(
                col(SessionRow.platform) == platform, waiting, free
            )
        )
    ]
    return [row.id for row in sorted(found)]


def end_leases(connection: Connection) -> None:
    """End all leases."""
    for waiting in (_GENERATING, _ADVISING):
        connection.execute(update(SessionRow).where(waiting, _until > 0).values(leased_until=0))
