"""Backups of the configured database: a copy of an SQLite file, or a dump by PostgreSQL's own programs."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from core.adapters.store.backup.check import Backup, check_sqlite
from core.adapters.store.backup.dump import check_dump, dump, restore_dump
from core.adapters.store.backup.last_backup import leave_mark
from core.adapters.store.backup.person_keys import NAME, Keys, keys_in, put_keys, read_keys, write_keys
from core.adapters.store.backup.sqlite import back_up, restore_sqlite
from core.adapters.store.cipher import Cipher
from core.adapters.store.db_errors import map_db_errors
from core.adapters.store.keys import vault_keys
from core.adapters.store.live_processes import is_pooled
from core.adapters.store.open_store import address_of, open_store
from core.errors import InputError


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

    def make(self, to: Path, keys: Path | None = None, *, may_empty: bool = False) -> Path:
        """Back up into a new file, and people's keys into another, which is replaced; both for their owner alone.

        Return the file of keys: `keys`, or else one beside the backup. See `back_up`, `dump` and `write_keys` for what
        else can go wrong.

        Raises:
            InputError: Keys would be replaced by none, as from a database that was lost, unless it `may_empty` them;
                or a pooler stands before the server.
        """
        beside = keys or to.with_name(NAME)
        if not may_empty and beside.exists() and _has(read_keys(beside)) and not self._has_keys():
            raise InputError(reason="backup_empties_keys", file=str(beside))
        if self._server:
            self._refuse_pooler()
            dump(self._address, to)
        else:
            self._copy(to)
        with map_db_errors(str(beside)), self._looking() as engine:
            write_keys(keys_in(engine), beside)  # after the copy: no value in it is without its key
        leave_mark(self._folder)
        return beside

    def check(self, file: Path, keys: Path | None = None) -> Backup:
        """Read a whole backup and return what it holds; see `check_sqlite` and `check_dump`."""
        check = check_dump if self._server else check_sqlite
        return check(file, self._key, self._folder, self._keys_for(file, keys))

    def restore(self, file: Path, stamp: str, keys: Path | None = None) -> Path | None:
        """Put a backup that was checked in the place of the database; return where what was there is kept.

        The keys of people stay those of the database that is replaced, and those of `keys` come to them.

        Raises:
            InputError: A pooler stands before the server.
        """
        usable = self._keys_for(file, keys)
        if self._server:
            self._refuse_pooler()
            restore_dump(file, self._address)
            self._put(usable, self._address)
            return None
        database = Path(self._address.database or "")
        return restore_sqlite(
            file, database, stamp, lambda copy: self._put(usable, URL.create("sqlite", database=str(copy)))
        )

    def _keys_for(self, file: Path, keys: Path | None) -> Keys:
        """Return the keys at hand; those beside the backup count where the database has none, as on a new machine."""
        try:
            with self._looking() as engine:
                present = keys_in(engine)
        except SQLAlchemyError:  # it is not there, or damaged
            present = {}
        beside = file.with_name(NAME)
        if keys is None and (present or not beside.exists()):
            return present
        stored = read_keys(keys or beside)
        return {**stored, **{who: key for who, key in present.items() if key[0] or who not in stored}}

    def _has_keys(self) -> bool:
        if not (self._server or Path(self._address.database or "").exists()):
            return False
        with map_db_errors(str(self._folder)), self._looking() as engine:
            return _has(keys_in(engine))

    def _refuse_pooler(self) -> None:
        """Raise where a pooler answers: it would hand on what PostgreSQL's programs set in its sessions.

        Where nobody answers, the programs will tell.
        """
        with suppress(SQLAlchemyError), self._looking() as engine, engine.connect() as connection:
            if is_pooled(connection):
                raise InputError(reason="backup_pooler")

    def _put(self, keys: Keys, where: URL) -> None:
        vault = Cipher(vault_keys(self._key, self._folder, create=False))
        engine = create_engine(where, hide_parameters=True)
        try:
            with map_db_errors(str(self._folder)):
                put_keys(engine, keys, vault)
        finally:
            engine.dispose()

    @contextmanager
    def _looking(self) -> Iterator[Engine]:
        """Give the database to read alone; a log that a killed process left beside an SQLite file stays there."""
        address: URL | str = self._address
        if not self._server:
            address = f"sqlite:///{Path(self._address.database or '').absolute().as_uri()}?mode=ro&uri=true"
        engine = create_engine(address, hide_parameters=True)
        try:
            yield engine
        finally:
            engine.dispose()

    def _copy(self, to: Path) -> None:
        store = open_store(self._folder, self._url, self._key, clock=time.time, read_beside=True)
        try:
            back_up(store.engine, to)
        finally:
            store.close()


def _has(keys: Keys) -> bool:
    """Say whether there is a key, and not only marks of those who began without one."""
    return any(key for key, _ in keys.values())
