"""The schema: the migrations that lead to it, and the way there."""

from functools import cache
from importlib.resources import files
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from core.errors import DatabaseError

LOCK: Final = 0x70726F6D70746765  # "promptge": one number for all processes, unlikely to be another program's


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest revision in one transaction, one process at a time.

    Raises:
        DatabaseError: The database is newer than this program.
    """
    with engine.connect() as connection:
        _enforce_foreign_keys(connection, on=False)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                _wait_for_others(connection)
            if not is_current(connection):
                command.upgrade(config(connection), "head")
        _enforce_foreign_keys(connection, on=True)


def is_current(connection: Connection) -> bool:
    """Whether the database is at the newest revision.

    Raises:
        DatabaseError: It is newer than this program.
    """
    return is_newest(MigrationContext.configure(connection).get_current_revision())


def is_newest(revision: str | None) -> bool:
    """Whether a revision is the newest there is.

    Raises:
        DatabaseError: This program does not know it, so it is newer still.
    """
    newest, *older = _revisions()
    if revision is not None and revision not in (newest, *older):
        raise DatabaseError(reason="newer")
    return revision == newest


@cache
def _revisions() -> tuple[str, ...]:
    """Return the revisions that this program knows, the newest first; to read them takes longer than all the rest."""
    return tuple(known.revision for known in ScriptDirectory.from_config(_config()).walk_revisions())


def config(connection: Connection) -> Config:
    """Return Alembic's configuration for a connection."""
    made = _config()
    made.attributes["connection"] = connection
    return made


def _config() -> Config:
    """Return the configuration, made in code so that it works from a clone and from an installed package."""
    made = Config()
    made.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    return made


def _wait_for_others(connection: Connection) -> None:
    """Wait for as long as another process takes to bring the database up to date; for all other locks time is short."""
    connection.execute(text("SET LOCAL lock_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    connection.execute(text("SET LOCAL lock_timeout TO DEFAULT"))


def _enforce_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's foreign keys: rebuilding a table would otherwise empty those that refer to it."""
    if connection.dialect.name == "sqlite":
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - a checked-out connection has one
        driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
