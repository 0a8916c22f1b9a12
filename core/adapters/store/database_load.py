"""How much the database holds and what waits in it, for an operator's figures."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, Select, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import col

from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.tables import ClockRow, EventRow, InboxRow, OutgoingRow, SessionRow

_ACTIVE_S: Final = 3_600.0


@dataclass(frozen=True, slots=True)
class Load:
    """What is counted: each by an index, so that it costs the same however many old conversations there are.

    `active` conversations changed within an hour; `attempts` is the most that any job under way has taken. `oldest_s`
    is the time since the conversation that was left alone longest changed, `age_s` since that or the oldest event that
    is known; `clock_ahead_s` by how much the clock is ahead of the time that was seen to pass, while it is doubted.
    """

    unsent: int
    inbox: int
    active: int
    jobs: int
    attempts: int
    size: int
    oldest_s: float
    age_s: float
    clock_ahead_s: float


def read_load(engine: Engine, now: float) -> Load:
    """Return what there is at a time in Unix seconds; `size` in bytes.

    Raises:
        StoreUnavailable: The database does not answer.
    """
    with map_db_errors(), engine.connect() as connection:
        return _read(connection, now)


def _read(connection: Connection, now: float) -> Load:
    generating = col(SessionRow.phase) == "generating"
    jobs, attempts = connection.execute(
        select(func.count(), func.coalesce(func.max(col(SessionRow.attempts)), 0)).where(generating)
    ).one()
    oldest_s = _oldest(connection, col(SessionRow.touched_at), now)
    doubted = connection.execute(select(ClockRow).where(col(ClockRow.doubted_since).is_not(None))).first()
    return Load(
        unsent=_count(connection, select(func.count()).where(col(OutgoingRow.sent_at).is_(None))),
        inbox=_count(connection, select(func.count()).select_from(InboxRow)),
        active=_count(connection, select(func.count()).where(col(SessionRow.touched_at) > now - _ACTIVE_S)),
        jobs=jobs,
        attempts=attempts,
        size=_size(connection),
        oldest_s=oldest_s,
        age_s=max(oldest_s, _oldest(connection, col(EventRow.seen_at), now)),
        clock_ahead_s=max(0.0, now - doubted.seen_at) if doubted else 0.0,
    )


def _oldest(connection: Connection, at: Mapped[float], now: float) -> float:
    """Return how many seconds ago the first of these times was; 0 where there is none."""
    oldest: float | None = connection.scalars(select(func.min(at))).one()
    return 0.0 if oldest is None else max(0.0, now - oldest)


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.scalars(statement).one()


def _size(connection: Connection) -> int:
    if connection.dialect.name == "postgresql":
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
    pages: int = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    size: int = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    return pages * size
