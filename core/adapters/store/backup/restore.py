"""Putting a backup in the place of an SQLite database."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from core.adapters.store.backup.draft import draft, sync
from core.adapters.store.lock import ProcessLock
from core.errors import DatabaseError, DataFolderError

_TAKE_KEYS: Final = """
PRAGMA main.journal_mode = MEMORY;
PRAGMA secure_delete = ON;
DELETE FROM main.person_key WHERE secret IN (SELECT secret FROM restored.person_key);
"""
_BESIDE: Final = ("", "-wal", "-shm")
"""An SQLite database in WAL mode is these three files; a log left behind would be played into the restored one."""


def restore_sqlite(backup: Path, database: Path, stamp: str, complete: Callable[[Path], None]) -> Path | None:
    """Put a backup that was checked in the place of a database; return where what was there is kept, if anything was.

    Whatever happens in between, either database is there as a whole. `complete` adds to the copy what no backup holds;
    in what is kept there are no keys of people any more.

    Raises:
        DatabaseError: A process has the database open.
        DataFolderError: The folder cannot be written.
    """
    lock = ProcessLock(database.with_name(f"{database.name}.lock"))
    try:
        if not lock.acquire():
            raise DatabaseError(reason="in_use")
        return _replace(backup, database, stamp, complete)
    except OSError:
        raise DataFolderError(path=str(database.parent)) from None
    finally:
        lock.release()


def _replace(backup: Path, database: Path, stamp: str, complete: Callable[[Path], None]) -> Path | None:
    with draft(database, replaces=True) as copy:
        shutil.copyfile(backup, copy)
        complete(copy)
        sync(copy)
        replaced = _set_aside(database, stamp)
    if replaced:
        _take_keys(replaced, database)
    return replaced


def _set_aside(database: Path, stamp: str) -> Path | None:
    replaced = database.with_name(f"{database.name}.replaced-{stamp}")
    was_there = database.exists()
    for suffix in _BESIDE:
        file = database.with_name(database.name + suffix)
        if file.exists():
            file.rename(replaced.with_name(replaced.name + suffix))
    return replaced if was_there else None


def _take_keys(replaced: Path, database: Path) -> None:
    """Delete the keys that the restored database has from the one that is kept, as from every backup."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(replaced)) as connection:  # it may be damaged
        connection.execute("ATTACH ? AS restored", (str(database),))
        connection.executescript(_TAKE_KEYS)
