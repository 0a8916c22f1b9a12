"""Opening the store: the one place that turns an address, a folder and a key into something ready."""

import os
import stat
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, make_url, select, text
from sqlalchemy.engine import URL
from sqlmodel import col

from core.adapters.store.cipher import Cipher
from core.adapters.store.db_errors import bad_address, map_db_errors
from core.adapters.store.engine import make_engine
from core.adapters.store.keys import vault_keys
from core.adapters.store.live_processes import end_leases, live
from core.adapters.store.schema import is_current, upgrade
from core.adapters.store.sqlite_lock import ProcessLock
from core.adapters.store.store import SqlStore
from core.adapters.store.tables import VaultCheckRow
from core.errors import DatabaseError, DataFolderError, VaultKeyError

_FILE: Final = "promptgen.db"
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_READ_AT_ONCE: Final = 32 * 2**20


def open_store(  # noqa: PLR0913 - three settings, and what only tests and short commands change
    folder: Path,
    url: str | None = None,
    vault_key: str | None = None,
    *,
    clock: Callable[[], float],
    lock_wait_s: float = 10,
    read_beside: bool = False,
) -> SqlStore:
    """Return the store, its database brought up to date.

    `url` empty: an SQLite file in `folder`, which is made if it is missing. `vault_key` empty: the key file there.
    `clock` gives Unix seconds. One process may have an SQLite file open; a short command is `read_beside`, and may come
    while another process has it.

    Raises:
        SettingsError: The address or the key is malformed.
        DataFolderError: The folder or the file cannot be written.
        DatabaseError: The database is newer than this program, damaged, or in use by another process.
        VaultKeyError: The vault was written with another key, or the key file is empty.
        StoreUnavailable: The database does not answer.
    """
    _make_folder(folder)
    with ExitStack() as undo, map_db_errors(str(folder)):
        address = address_of(folder, url)
        lock = _lock(address)
        if lock:
            undo.callback(lock.release)
        exclusive = lock is not None and lock.acquire()
        if lock and not exclusive and not read_beside:
            raise DatabaseError(reason="in_use")
        engine = make_engine(address, lock_wait_s)
        undo.callback(engine.dispose)
        _bring_up_to_date(engine, may_change=exclusive or lock is None)
        cipher = _cipher(engine, vault_key, folder)
        if read_beside and lock:
            lock.release()
        store = SqlStore(engine, cipher, clock, lock, lock_wait_s)
        if exclusive and not read_beside:
            store.end_leases()
        elif not read_beside:
            live(engine, end_leases)
        undo.pop_all()
    return store


def address_of(folder: Path, url: str | None) -> URL:
    """Return where the database is: at the setting's address, or else in a file in the data folder.

    Raises:
        SettingsError: The address is malformed.
    """
    with map_db_errors(str(folder)):
        return make_url(url or f"sqlite:///{folder / _FILE}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ignored = folder / ".gitignore"  # keys and people's data are committed nowhere
        if not ignored.exists():
            with os.fdopen(os.open(ignored, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="ascii") as file:
                file.write("*\n")
    except OSError:
        raise DataFolderError(path=str(folder)) from None


def _lock(address: URL) -> ProcessLock | None:
    """Return the lock beside an SQLite file, and make the file itself, readable by its owner alone."""
    if address.get_backend_name() != "sqlite":
        return None
    if not address.database or address.database == ":memory:":
        raise bad_address()
    path = Path(address.database)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        raise DataFolderError(path=str(path.parent)) from None
    for suffix in ("", "-wal", "-shm", ".lock"):
        _close_to_others(path.with_name(path.name + suffix))
    return ProcessLock(path.with_name(path.name + ".lock"))


def _close_to_others(path: Path) -> None:
    """Take from others what they may do with a file that was made, or copied here, by a careless hand."""
    with suppress(OSError):  # it is not there, or is somebody else's
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


def _bring_up_to_date(engine: Engine, *, may_change: bool) -> None:
    if may_change:
        upgrade(engine)
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite" and not _is_sound(connection):
            raise DatabaseError(reason="damaged")
        if not is_current(connection):
            raise DatabaseError(reason="in_use")  # by an older program, which must end before it is brought up to date


def _is_sound(connection: Connection) -> bool:
    """Say whether a file is undamaged; a big one is not read through, and SQLite reports damage when it meets some."""
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    size = pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    return size > _READ_AT_ONCE or connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"


def _cipher(engine: Engine, setting: str | None, folder: Path) -> Cipher:
    """Return the cipher, proved against the database's check value; the first process to come leaves that value.

    Where it was left by a key that is nowhere to be found, the cipher does nothing, and nothing can be restored.
    """
    check_value = select(col(VaultCheckRow.secret))
    with engine.begin() as connection:
        sealed = connection.execute(check_value).scalar_one_or_none()
        cipher = Cipher(vault_keys(setting, folder, create=sealed is None))
        check = cipher.check()
        if sealed is None and check is not None:
            leave = text("INSERT INTO vault_check (id, secret) VALUES (1, :check) ON CONFLICT DO NOTHING")
            connection.execute(leave, {"check": check})
            sealed = connection.execute(check_value).scalar_one()
        if sealed is not None and cipher.works and not cipher.fits(sealed):
            raise VaultKeyError
        return cipher
