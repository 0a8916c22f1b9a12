"""Backups of the configured database: a copy of an SQLite file, or a dump by PostgreSQL's own programs."""

import time
from pathlib import Path

from core.adapters.store.backup.check import Backup, check_sqlite
from core.adapters.store.backup.copy import back_up
from core.adapters.store.backup.dump import check_dump, dump, restore_dump
from core.adapters.store.backup.mark import leave_mark
from core.adapters.store.backup.restore import restore_sqlite
from core.adapters.store.open_store import address_of, open_store


class Backups:
    """Makes, reads and restores the backups of one database; `kind` is how their files' names end."""

    def __init__(self, folder: Path, url: str | None, vault_key: str | None) -> None:
        """Take what the store would be opened with.

        Raises:
            SettingsError: The address is malformed.
        """
        self._folder = folder
        self._url = url
        self._key = vault_key
        self._address = address_of(folder, url)
        self._server = self._address.get_backend_name() != "sqlite"
        self.kind = "dump" if self._server else "db"

    def make(self, to: Path) -> None:
        """Back up into a new file, for its owner alone; see `back_up` and `dump` for what can go wrong."""
        if self._server:
            dump(self._address, to)
        else:
            self._copy(to)
        leave_mark(self._folder)

    def check(self, file: Path) -> Backup:
        """Read a whole backup and return what it holds; see `check_sqlite` and `check_dump`."""
        return (check_dump if self._server else check_sqlite)(file, self._key, self._folder)

    def restore(self, file: Path, stamp: str) -> Path | None:
        """Put a backup that was checked in the place of the database; return where what was there is kept."""
        if self._server:
            restore_dump(file, self._address)
            return None
        return restore_sqlite(file, Path(self._address.database or ""), stamp)

    def _copy(self, to: Path) -> None:
        store = open_store(self._folder, self._url, self._key, clock=time.time, read_beside=True)
        try:
            back_up(store.engine, to)
        finally:
            store.close()
