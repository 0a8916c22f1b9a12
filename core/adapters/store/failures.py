"""What the database complains about, told in the program's own errors; the library's text stays here."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import exc
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError

from core.errors import DatabaseError, DataFolderError, PromptgenError, SettingsError, StoreUnavailable

_BUSY: Final = frozenset({5, 6})
_UNWRITABLE: Final = frozenset({3, 8, 14})
_DAMAGED: Final = frozenset({11, 26})
_TRANSIENT: Final = {10: "disk", 13: "full"}
"""SQLite's primary result codes, https://sqlite.org/rescode.html."""

_UNAVAILABLE: Final = ("08", "40", "53", "55", "57", "58")
_REFUSED: Final = ("28", "3D", "42501")
"""PostgreSQL's classes of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html."""


@contextmanager
def translated(folder: str) -> Iterator[None]:
    """Run a block that talks to the database; `folder` is named when it cannot be written.

    Raises:
        StoreUnavailable: The database does not answer, is busy or full, or somebody else was faster (`reason`).
        DatabaseError: The database is damaged.
        DataFolderError: The database file cannot be written.
        SettingsError: The database's address makes no sense, or we are not let in there.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise _translate(error, folder) from None


def bad_address() -> SettingsError:
    """Return the error of an address that leads to no database of ours."""
    return SettingsError(names="PROMPTGEN_DATABASE_URL")


def _translate(error: SQLAlchemyError, folder: str) -> PromptgenError:
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


def _of_sqlite(code: int, folder: str) -> PromptgenError:
    if code in _BUSY:
        return StoreUnavailable(reason="busy")
    if code in _TRANSIENT:
        return StoreUnavailable(reason=_TRANSIENT[code])
    if code in _UNWRITABLE:
        return DataFolderError(path=folder)
    return DatabaseError(reason="damaged")


def _of_postgresql(state: str | None) -> PromptgenError:
    if state is None or state.startswith(_UNAVAILABLE):
        return StoreUnavailable(reason="down")
    return bad_address() if state.startswith(_REFUSED) else DatabaseError(reason="damaged")
