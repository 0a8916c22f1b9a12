"""Makes deleted bytes vanish from the database's files."""

from sqlalchemy import Engine, text

_SQLITE = ("PRAGMA incremental_vacuum", "PRAGMA wal_checkpoint(TRUNCATE)")


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
    """Run pragmas on the driver's connection, for none of them works inside a transaction."""
    connection = engine.raw_connection()
    try:
        for pragma in _SQLITE:
            connection.cursor().execute(pragma).fetchall()
    finally:
        connection.close()
