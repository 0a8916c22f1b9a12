"""Copying an SQLite database while a bot goes on, and putting a backup in its place."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine

from core.adapters.store.backup.whole_file import draft, sync
from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.sqlite_lock import ProcessLock
from core.errors import DatabaseError, DataFolderError

_WITHOUT_KEYS: Final = """
PRAGMA journal_mode = MEMORY;
PRAGMA secure_delete = ON;
DELETE FROM person_key;
"""
"""The bytes are overwritten where they lie, and no journal on the disk holds them."""

_TAKE_KEYS: Final = """
PRAGMA main.journal_mode = MEMORY;
PRAGMA secure_delete = ON;
DELETE FROM main.person_key WHERE secret IN (SELECT secret FROM restored.person_key);
"""
_BESIDE: Final = ("", "-wal", "-shm")
"""An SQLite database in WAL mode is these three files; a log left behind would be played into the restored one."""


def back_up(engine: Engine, to: Path) -> None:
    """Write a whole copy, but for the keys of people, into a new file for its owner alone.

    It has its name only when it is finished and no key is in it.

    Raises:
        DataFolderError: The file is there already, or cannot be written.
        StoreUnavailable: The database does not answer, or the disk is full.
    """
    with draft(to) as copy, map_db_errors(str(to)):
        _copy(engine, copy)


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


def _copy(engine: Engine, to: Path) -> None:
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        with closing(sqlite3.connect(to)) as target:
            driver.backup(target)
            target.executescript(_WITHOUT_KEYS)
    finally:
        pooled.close()


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
