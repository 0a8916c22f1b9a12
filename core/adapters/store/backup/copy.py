"""A copy of an SQLite database, taken while a bot goes on."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine

from core.adapters.store.backup.draft import draft
from core.adapters.store.db_errors import map_db_errors

_WITHOUT_KEYS: Final = """
PRAGMA journal_mode = MEMORY;
PRAGMA secure_delete = ON;
DELETE FROM person_key;
"""
"""The bytes are overwritten where they lie, and no journal on the disk holds them."""


def back_up(engine: Engine, to: Path) -> None:
    """Write a whole copy, but for the keys of people, into a new file for its owner alone.

    It has its name only when it is finished and no key is in it.

    Raises:
        DataFolderError: The file is there already, or cannot be written.
        StoreUnavailable: The database does not answer, or the disk is full.
    """
    with draft(to) as copy, map_db_errors(str(to)):
        _copy(engine, copy)


def _copy(engine: Engine, to: Path) -> None:
    pooled = engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        with closing(sqlite3.connect(to)) as target:
            driver.backup(target)
            target.executescript(_WITHOUT_KEYS)
    finally:
        pooled.close()
