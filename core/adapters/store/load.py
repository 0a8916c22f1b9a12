"""How much the database holds and what waits in it, for an operator's figures."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, Select, func, select
from sqlmodel import col

from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.tables import InboxRow, OutgoingRow, SessionRow

_ACTIVE_S: Final = 3_600.0


@dataclass(frozen=True, slots=True)
class Load:
    """What is counted: each by an index, so that it costs the same however many old conversations there are.

    `active` conversations changed within an hour; `attempts` is the most that any job under way has taken.
    """

    unsent: int
    inbox: int
    active: int
    jobs: int
    attempts: int
    size: int


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
    return Load(
        unsent=_count(connection, select(func.count()).where(col(OutgoingRow.sent_at).is_(None))),
        inbox=_count(connection, select(func.count()).select_from(InboxRow)),
        active=_count(connection, select(func.count()).where(col(SessionRow.touched_at) > now - _ACTIVE_S)),
        jobs=jobs,
        attempts=attempts,
        size=_size(connection),
    )


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.scalars(statement).one()


def _size(connection: Connection) -> int:
    if connection.dialect.name == "postgresql":
        return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
    pages: int = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    size: int = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    return pages * size
