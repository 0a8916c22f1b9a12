"""Whether another process of the bot lives: each has a session of PostgreSQL's with a lock, which ends as it ends.

Behind a pooler a session is nobody's own. There nobody knows who lives, and what a dead process held waits for its end.
"""

from threading import Lock
from typing import Final

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

_KEY: Final = "hashtextextended('promptgen', 3)"
_TAKE_ALONE: Final = text(f"SELECT pg_try_advisory_lock({_KEY})")
_END_ALONE: Final = text(f"SELECT pg_advisory_unlock({_KEY})")
_SHARE: Final = text(f"SELECT pg_try_advisory_lock_shared({_KEY})")


class LivingLock:
    """A lock that all living processes share, and that one which starts takes alone if there are none."""

    def __init__(self, engine: Engine) -> None:
        self._engine: Final = engine
        self._session: Connection | None = None
        self._is_alone = False
        self._one_at_a_time: Final = Lock()

    def acquire(self) -> bool:
        """Take the lock alone, until it is shared; False if another process lives, or nobody knows."""
        self._session = own_session(self._engine)
        self._is_alone = bool(self._session and self._session.execute(_TAKE_ALONE).scalar_one())
        return self._is_alone

    def share(self) -> None:
        """Let others in, and be known to live; to be called again and again, since a server may lose the session."""
        with self._one_at_a_time:
            try:
                self._session = self._session or own_session(self._engine)
                if self._session:
                    self._session.execute(_SHARE)
                if self._session and self._is_alone:
                    self._session.execute(_END_ALONE)
                self._is_alone = False
            except SQLAlchemyError:
                self.release()

    def release(self) -> None:
        """Let go; a second time does nothing."""
        session, self._session, self._is_alone = self._session, None, False
        if session:
            session.close()


def own_session(engine: Engine) -> Connection | None:
    """Return a session of the server that no pool hands out again; None behind a pooler, where there are none."""
    session = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    if is_pooled(session):
        session.close()
        return None
    session.detach()
    return session


def is_pooled(connection: Connection) -> bool:
    """Say whether a pooler stands before the server.

    A server tells the process of the session when it is connected to; a pooler makes a number up.
    """
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - a checked-out connection has one
    told: int = driver.info.backend_pid
    answers: int = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return answers != told
