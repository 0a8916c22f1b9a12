"""What the database complains about, told in the program's own errors; the library's text stays here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import exc
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError

from core.errors import DatabaseError, DataFolderError, PromptgenError, SettingsError, StoreUnavailable

_SQLITE: Final = {5: "busy", 6: "busy", 10: "disk", 13: "full"}
_SQLITE_UNWRITABLE: Final = frozenset({3, 8, 14})
"""SQLite's primary result codes, https://sqlite.org/rescode.html."""

_POSTGRESQL: Final = {
    "40": "busy",
    "55": "busy",
    "53100": "full",
    "25006": "read_only",
    "25P03": "down",  # who slept in a transaction is shown out
    "08": "down",
    "53": "down",
    "57": "down",
    "58": "down",
}
_POSTGRESQL_REFUSED: Final = ("28", "3D", "42501")
"""How an SQLSTATE begins, https://www.postgresql.org/docs/current/errcodes-appendix.html."""


@contextmanager
def map_db_errors(folder: str | None = None) -> Iterator[None]:
    """Run a block that talks to the database; `folder` is named to an operator who opens a file that cannot be written.

    Raises:
        StoreUnavailable: The database does not answer, is busy, full or read-only, or somebody else was faster
            (`reason`).
        DatabaseError: The database is damaged.
        DataFolderError: The database file cannot be written, and `folder` was given.
        SettingsError: The database's address makes no sense, or we are not let in there.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise _translate(error, folder) from None
    except sqlite3.Error as error:  # where the driver is used past SQLAlchemy
        raise _of_sqlite(getattr(error, "sqlite_errorcode", 0) & 0xFF, folder) from None


def bad_address() -> SettingsError:
    """Return the error of an address that leads to no database of ours."""
    return SettingsError(names="PROMPTGEN_DATABASE_URL")


def _translate(error: SQLAlchemyError, folder: str | None) -> PromptgenError:
    if isinstance(error, (IntegrityError, StaleDataError)):
        return StoreUnavailable(reason="conflict")
    if isinstance(error, exc.TimeoutError):
        return StoreUnavailable(reason="busy")
    if isinstance(error, (ArgumentError, NoSuchModuleError)):
        return bad_address()
    original = getattr(error, "orig", None)
    code = getattr(original, "sqlite_errorcode", None)
    if code is not None:
        return _of_sqlite(code & 0xFF, folder)
    return _of_postgresql(getattr(original, "sqlstate", None))


def _of_sqlite(code: int, folder: str | None) -> PromptgenError:
    if code in _SQLITE:
        return StoreUnavailable(reason=_SQLITE[code])
    if code in _SQLITE_UNWRITABLE:
        return DataFolderError(path=folder) if folder else StoreUnavailable(reason="read_only")
    return DatabaseError(reason="damaged")


def _of_postgresql(state: str | None) -> PromptgenError:
    if state is None:  # the connection broke, or was never made
        return StoreUnavailable(reason="down")
    if state.startswith(_POSTGRESQL_REFUSED):
        return bad_address()
    reasons = [reason for start, reason in _POSTGRESQL.items() if state.startswith(start)]
    return StoreUnavailable(reason=reasons[0]) if reasons else DatabaseError(reason="damaged")
