"""Putting a backup in the place of an SQLite database."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.adapters.store.lock import ProcessLock
from core.errors import DatabaseError, DataFolderError

_BESIDE: Final = ("", "-wal", "-shm")
"""An SQLite database in WAL mode is these three files; a log left behind would be played into the restored one."""


def restore_sqlite(backup: Path, database: Path, stamp: str, complete: Callable[[Path], None]) -> Path | None:
    """Put a backup that was checked in the place of a database; return where what was there is kept, if anything was.

    Whatever happens in between, either database is there as a whole. `complete` adds to the copy what no backup holds.

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
    fd, draft = tempfile.mkstemp(dir=database.parent)  # readable by its owner alone
    try:
        with os.fdopen(fd, "wb") as copy, backup.open("rb") as source:
            shutil.copyfileobj(source, copy)
            os.fsync(copy.fileno())
        complete(Path(draft))
        replaced = _set_aside(database, stamp)
        Path(draft).rename(database)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    folder = os.open(database.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return replaced


def _set_aside(database: Path, stamp: str) -> Path | None:
    replaced = database.with_name(f"{database.name}.replaced-{stamp}")
    was_there = database.exists()
    for suffix in _BESIDE:
        file = database.with_name(database.name + suffix)
        if file.exists():
            file.rename(replaced.with_name(replaced.name + suffix))
    return replaced if was_there else None
