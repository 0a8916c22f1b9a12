"""Makes deleted bytes vanish from the database's files."""

from typing import Any, Final

from sqlalchemy import Engine, text

_SQLITE: Final = "PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);"
_TABLES: Final = "session, vault_entry, outgoing, consent, kept_prompt"
_SIZE: Final = text(
    "SELECT sum(pg_total_relation_size(name))"
    " FROM unnest(ARRAY['session', 'vault_entry', 'outgoing', 'consent', 'kept_prompt']::regclass[]) name"
)
_REWRITTEN_AT_ONCE: Final = 256 * 2**20


def scrub(engine: Engine, *, whole: bool = False) -> None:
    """Remove what deleted rows leave behind.

    SQLite has overwritten them already (`secure_delete`): their pages are given back, its write-ahead log is emptied.
    PostgreSQL rewrites its tables, if `whole` says so: everybody waits for that, so it is for once a day and not for
    each deletion. Above 256 MiB, where it would take long, the space of deleted rows is only freed to be used again.
    Its write-ahead log is the server's own, and recycled by it.
    """
    if engine.dialect.name == "sqlite":
        _scrub_sqlite(engine)
    elif whole:
        _scrub_postgresql(engine)


def _scrub_sqlite(engine: Engine) -> None:
    """Run the pragmas on the driver's own connection: they work outside a transaction only, and to their last step."""
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        driver.executescript(_SQLITE)
    finally:
        pooled.close()


def _scrub_postgresql(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        full = "FULL" if connection.execute(_SIZE).scalar_one() < _REWRITTEN_AT_ONCE else ""
        connection.execute(text(f"VACUUM {full} {_TABLES}"))
