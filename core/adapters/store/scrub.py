"""Makes deleted bytes vanish from the database's files."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Engine, text

_SQLITE: Final = "PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);"
_SIZE: Final = text("SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(CAST(:names AS text[])) name")
_REWRITTEN_AT_ONCE: Final = 256 * 2**20


def scrub(engine: Engine, tables: Sequence[str], *, whole: bool = False) -> None:
    """Remove what deleted rows of these tables leave behind.

    SQLite has overwritten them already (`secure_delete`): their pages are given back, its write-ahead log is emptied.
    PostgreSQL rewrites the tables, if `whole` says so: everybody waits for that, so it is for once a day and not for
    each deletion. Above 256 MiB, where it would take long, the space of deleted rows is only freed to be used again.
    Its write-ahead log is the server's own, and recycled by it.
    """
    if engine.dialect.name == "sqlite":
        _scrub_sqlite(engine)
    elif whole:
        _scrub_postgresql(engine, tables)


def _scrub_sqlite(engine: Engine) -> None:
    """Run the pragmas on the driver's own connection: they work outside a transaction only, and to their last step."""
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        driver.executescript(_SQLITE)
    finally:
        pooled.close()


def _scrub_postgresql(engine: Engine, tables: Sequence[str]) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        size = connection.execute(_SIZE, {"names": list(tables)}).scalar_one()
        full = "FULL" if size < _REWRITTEN_AT_ONCE else ""
        connection.execute(text(f"VACUUM {full} {', '.join(tables)}"))
