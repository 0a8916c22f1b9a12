"""The connection to SQLite or PostgreSQL."""

from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_PRAGMAS = (
    "busy_timeout = {lock_wait_ms}",
    "auto_vacuum = INCREMENTAL",  # so that deleted pages can be given back; only a new file takes it
    "journal_mode = WAL",
    "synchronous = FULL",  # acknowledged means on the disk
    "foreign_keys = ON",
    "secure_delete = ON",  # deleted bytes are overwritten
)


class ImmediateSQLiteDialect(SQLiteDialect_pysqlite):
    """SQLite's dialect, whose transactions take the write lock at once.

    One that reads first and writes later could lose its turn in between. A listener to `begin` would do the same, but
    an engine that has one looks for listeners four times a statement: 8 % of what handling an event takes.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: DBAPIConnection) -> None:
        """Begin a transaction."""
        dbapi_connection.cursor().execute("BEGIN IMMEDIATE")


def make_engine(url: URL, lock_wait_s: float) -> Engine:
    """Return an engine that waits `lock_wait_s` for locks and connections, and puts no text into its messages."""
    make = _sqlite if url.get_backend_name() == "sqlite" else _postgresql
    return make(url, lock_wait_s)


def close_engine(engine: Engine) -> None:
    """Close all connections; one that a thread still works with is closed when the thread gives it back."""

    @event.listens_for(engine.pool, "checkin")
    def close(_connection: object, entry: ConnectionPoolEntry) -> None:
        entry.invalidate()

    engine.dispose()


def _sqlite(url: URL, lock_wait_s: float) -> Engine:
    """Return an engine with one connection: SQLite has one writer, and waiting for it in line is fair."""
    registry.register("sqlite.immediate", __name__, ImmediateSQLiteDialect.__name__)
    engine = create_engine(
        url.set(drivername="sqlite+immediate"),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=lock_wait_s,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma.format(lock_wait_ms=int(lock_wait_s * 1000))}").fetchall()

    return engine


def _postgresql(url: URL, lock_wait_s: float) -> Engine:
    """Return an engine that keeps nothing in a session of the server, so that a pooler may hand out another each time.

    PgBouncer in transaction mode takes no startup options, and another transaction's prepared statements are not there:
    https://www.pgbouncer.org/features.html.
    """
    engine = create_engine(
        url,
        hide_parameters=True,
        isolation_level="READ COMMITTED",  # who waited for a lock must then see what its holder did
        pool_pre_ping=True,  # a connection that died with its server is replaced before it is used
        pool_size=5,
        max_overflow=15,
        pool_timeout=lock_wait_s,
        connect_args={
            "connect_timeout": max(2, round(lock_wait_s)),
            "application_name": "promptgen",
            "prepare_threshold": None,
        },
    )
    wait_ms = int(lock_wait_s * 1000)
    # A process that hangs in a transaction would hold its locks for ever.
    bounds = f"SET LOCAL lock_timeout = {wait_ms}; SET LOCAL idle_in_transaction_session_timeout = {6 * wait_ms}"

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
            connection.exec_driver_sql(bounds)

    return engine
