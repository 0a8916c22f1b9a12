"""Makes deleted bytes vanish from the database's files."""

from typing import Any

from sqlalchemy import Engine, text

_SQLITE = "PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE);"


def scrub(engine: Engine) -> None:
    """Give back the pages of deleted rows, which SQLite has overwritten already, and empty its write-ahead log.

    PostgreSQL is asked to vacuum; its own write-ahead log keeps older pages until the server recycles it.
    """
    if engine.dialect.name == "sqlite":
        _scrub_sqlite(engine)
    else:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM session, vault_entry, outgoing"))


def _scrub_sqlite(engine: Engine) -> None:
    """Run the pragmas on the driver's own connection: they work outside a transaction only, and to their last step."""
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        driver.executescript(_SQLITE)
    finally:
        pooled.close()
