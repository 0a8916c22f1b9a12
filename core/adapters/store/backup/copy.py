"""A copy of an SQLite database, taken while a bot goes on."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine

from core.adapters.store.db_errors import map_db_errors
from core.errors import DataFolderError

_WITHOUT_KEYS: Final = """
PRAGMA journal_mode = MEMORY;
PRAGMA secure_delete = ON;
DELETE FROM person_key;
"""
"""The bytes are overwritten where they lie, and no journal on the disk holds them."""


def back_up(engine: Engine, to: Path) -> None:
    """Write a whole copy, but for the keys of people, into a new file for its owner alone.

    What cannot be finished is taken away.

    Raises:
        DataFolderError: The file is there already, or cannot be written.
        StoreUnavailable: The database does not answer, or the disk is full.
    """
    try:
        os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError:
        raise DataFolderError(path=str(to)) from None
    try:
        with map_db_errors(str(to)):
            _copy(engine, to)
    except BaseException:
        with suppress(OSError):
            to.unlink()
        raise


def _copy(engine: Engine, to: Path) -> None:
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        with closing(sqlite3.connect(to)) as target:
            driver.backup(target)
            target.executescript(_WITHOUT_KEYS)
    finally:
        pooled.close()
