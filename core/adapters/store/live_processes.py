"""Whether another process of the bot lives: each holds a lock of PostgreSQL's in every session that it has.

They end as it ends. Behind a pooler a session is nobody's own. There nobody knows who lives, and what a dead process
held waits for its end.
"""

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection, Engine, event, text

from core.adapters.store import inbox, job_leases, outbox

_KEY: Final = "hashtextextended('promptgen', 3)"
_TAKE_ALONE: Final = text(f"SELECT pg_try_advisory_xact_lock({_KEY})")
_SHARE: Final = text(f"SELECT pg_advisory_lock_shared({_KEY})")
_TRY_TO_SHARE: Final = f"SELECT pg_try_advisory_lock_shared({_KEY})"
_SHARES: Final = "promptgen lives"


def live(engine: Engine, take_over: Callable[[Connection], None]) -> None:
    """Be known to live for as long as the engine has a session, those of a restarted server included.

    If no other process lives, `take_over` is called before one can; one that comes meanwhile waits.
    """
    with engine.begin() as connection:
        if is_pooled(connection):
            return
        is_alone = connection.execute(_TAKE_ALONE).scalar_one()
        connection.execute(_SHARE)
        connection.info[_SHARES] = True
        if is_alone:
            take_over(connection)

    @event.listens_for(engine, "begin")
    def share(connection: Connection) -> None:
        if not connection.info.get(_SHARES):  # a new session, unless one that starts is just taking over
            connection.info[_SHARES] = connection.exec_driver_sql(_TRY_TO_SHARE).scalar_one()


def end_leases(connection: Connection) -> None:
    """End all leases, for those who held them are gone."""
    for each in (job_leases, outbox, inbox):
        each.end_leases(connection)


def is_pooled(connection: Connection) -> bool:
    """Say whether a pooler stands before the server.

    A server tells the process of the session when it is connected to; a pooler makes a number up.
    """
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - a checked-out connection has one
    told: int = driver.info.backend_pid
    answers: int = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return answers != told
