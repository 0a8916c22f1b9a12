"""What a backup of an SQLite database holds, read without changing it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from core.adapters.store.backup.person_keys import Keys, without
from core.adapters.store.cipher import Cipher
from core.adapters.store.conditions import PersonFilter, whose
from core.adapters.store.keys import vault_keys
from core.adapters.store.schema import is_current
from core.errors import InputError

_MAGIC: Final = b"SQLite format 3\x00"
"""How every SQLite file begins, https://www.sqlite.org/fileformat.html."""


class KeyFit(StrEnum):
    """Whether the key at hand opens what a backup holds sealed."""

    FITS = "fits"
    OTHER = "other"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that is whole: how many conversations it holds, and whether this program and its key go with it.

    `keyless` is how many people in it have no key here: they were forgotten since, or their keys are elsewhere.
    """

    sessions: int
    is_current: bool
    key: KeyFit
    keyless: int = 0


def check_sqlite(file: Path, vault_key: str | None, folder: Path, keys: Keys) -> Backup:
    """Read a whole backup; `vault_key` or the key file in `folder`, and people's keys, are what it is tried with.

    Raises:
        InputError: It is damaged, or no backup of promptgen's.
        DatabaseError: It is newer than this program.
    """
    with _opened(file) as connection:
        if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
            raise InputError(reason="backup_damaged", file=str(file))
        current = is_current(connection)
        sessions = connection.execute(text("SELECT count(*) FROM session")).scalar_one()
        sealed = connection.execute(text("SELECT secret FROM vault_check")).scalar_one_or_none()
        keyless = without(_people(connection), keys) if current else 0
    return Backup(sessions, current, key_fit(sealed, vault_key, folder), keyless)


def key_fit(sealed: bytes | None, vault_key: str | None, folder: Path) -> KeyFit:
    """Try the keys at hand on a database's check value; one that never had a key needs none."""
    cipher = Cipher(vault_keys(vault_key, folder, create=False))
    if sealed is None:
        return KeyFit.FITS
    if not cipher.works:
        return KeyFit.MISSING
    return KeyFit.FITS if cipher.fits(sealed) else KeyFit.OTHER


def _people(connection: Connection) -> list[PersonFilter]:
    """Return who has conversations there; nobody where not all of their values lie under keys of their own."""
    if not connection.execute(text("SELECT by_person FROM vault_check")).scalar():
        return []
    rows = connection.execute(text("SELECT DISTINCT platform, workspace, person FROM session"))
    return [whose(row) for row in rows]


@contextmanager
def _opened(file: Path) -> Iterator[Connection]:
    """Open a file for reading alone: not even a journal is made beside it."""
    try:
        with file.open("rb") as stream:
            begins = stream.read(len(_MAGIC))
    except OSError:
        raise InputError(reason="no_file", file=str(file)) from None
    if begins != _MAGIC:
        raise InputError(reason="backup_damaged", file=str(file))
    engine = create_engine(f"sqlite:///{file.absolute().as_uri()}?mode=ro&immutable=1&uri=true", hide_parameters=True)
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError:
        raise InputError(reason="backup_damaged", file=str(file)) from None
    finally:
        engine.dispose()
