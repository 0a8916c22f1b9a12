"""The leases on sessions that are generating."""

from typing import Final

from sqlalchemy import Connection, and_, select, update
from sqlmodel import col

from core.adapters.store.outbox import LEASE_S, LONGEST_S
from core.adapters.store.tables import SessionRow
from core.conversation.session import Phase

_GENERATING: Final = col(SessionRow.phase) == Phase.GENERATING
_until = col(SessionRow.leased_until)


def renew(connection: Connection, session_id: str, now: float) -> bool:
    """Prolong a lease; False if the session is not generating any more."""
    lease = update(SessionRow).where(col(SessionRow.id) == session_id, _GENERATING)
    return connection.execute(lease.values(leased_until=now + LEASE_S)).rowcount == 1


def release(connection: Connection, session_id: str) -> None:
    """End a lease, and count no attempt."""
    lease = update(SessionRow).where(col(SessionRow.id) == session_id, _GENERATING, _until > 0)
    connection.execute(lease.values(leased_until=0, attempts=col(SessionRow.attempts) - 1))


def abandoned(connection: Connection, platform: str, now: float) -> list[str]:
    """Return the ids of sessions on which nobody works, oldest first."""
    free = ~and_(_until > now, _until <= now + LONGEST_S)
    theirs = select(col(SessionRow.id)).where(col(SessionRow.platform) == platform, _GENERATING, free)
    return list(connection.execute(theirs.order_by(col(SessionRow.number))).scalars())


def end_leases(connection: Connection) -> None:
    """End all leases."""
    connection.execute(update(SessionRow).where(_GENERATING, _until > 0).values(leased_until=0))
