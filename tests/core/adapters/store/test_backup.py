"""A backup that is taken while conversations go on restores to a consistent state."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import inspect, text

from core.adapters.store.backup.backups import Backups
from core.adapters.store.backup.check import Backup, KeyFit
from core.adapters.store.backup.person_keys import keys_in, write_keys
from core.adapters.store.backup.sqlite import back_up
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.conversation.session import Session
from core.errors import DatabaseError, DataFolderError, InputError
from core.privacy.entities import EntityType
from core.privacy.text import RawText
from core.privacy.vault import VaultEntry
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import started
from tests.core.adapters.store.databases import Database, postgresql_database


def turn(store: SqlStore, number: int) -> None:
    """Change session, vault and outbox together: one entry and one reply more each time."""
    with store.begin() as transaction:
        held = transaction.get("s1") or started()
        entry = VaultEntry(f"{{이름{number}}}", EntityType.PERSON, RawText(f"값 {number}"))
        session = replace(held.session, current_version=number)
        held = replace(held, session=session, vault=held.vault.add(entry))
        transaction.remember(f"Ev{number}", "slack")
        transaction.save(held)
        transaction.send(held, [Greet()])


def under_load(store: SqlStore, back_up: Callable[[], object]) -> None:
    """Take a backup while a conversation goes on."""
    turn(store, 1)
    stop = threading.Event()

    def talk() -> None:
        number = 1
        while not stop.is_set():
            number += 1
            turn(store, number)

    talking = threading.Thread(target=talk)
    talking.start()
    try:
        back_up()
    finally:
        stop.set()
        talking.join()


def assert_whole(restored: SqlStore) -> None:
    """See that session, vault, outbox and events stop at the same turn."""
    with restored.begin() as transaction:
        held = transaction.get("s1")
    assert held is not None
    session: Session = held.session
    count = session.current_version
    assert count > 0
    assert [entry.value for entry in held.vault] == [RawText(f"값 {number}") for number in range(1, count + 1)]
    assert len(restored.unsent("slack")) == count
    with restored.begin() as transaction:
        assert not transaction.remember(f"Ev{count}", "slack")
        assert transaction.remember(f"Ev{count + 1}", "slack")


def test_a_backup_under_load(sqlite: Database, open_at: Open, tmp_path: Path) -> None:
    backup = tmp_path / "copy.db"
    copy = Database(tmp_path / "restored")
    copy.folder.mkdir()

    def copied() -> None:
        source = sqlite.plain_engine()
        back_up(source, backup)
        write_keys(keys_in(source), tmp_path / "promptgen.keys")
        source.dispose()

    under_load(open_at(sqlite), copied)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    shutil.copy(sqlite.folder / "vault.key", copy.folder)
    Backups(copy.folder, None, None).restore(backup, "")
    assert_whole(open_at(copy))


def test_a_backup_writes_over_nothing(sqlite: Database, open_at: Open, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("precious")
    with pytest.raises(DataFolderError):
        back_up(open_at(sqlite).engine, there)
    assert there.read_text() == "precious"


def test_a_backup_that_fails_leaves_nothing(sqlite: Database, open_at: Open, tmp_path: Path) -> None:
    store = open_at(sqlite)
    store.close()
    sqlite.file.write_bytes(b"not a database at all" * 999)
    with pytest.raises(DatabaseError):
        back_up(store.engine, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_restored_copy_goes_on_though_a_log_of_the_old_one_was_left(sqlite: Database, tmp_path: Path) -> None:
    backups = Backups(sqlite.folder, None, None)
    turn_in(sqlite, 3)
    backups.make(tmp_path / "copy.db")
    # A bot that was killed leaves its log behind; played into the restored file, it would bring back what came later.
    subprocess.run([sys.executable, "-c", _KILLED, str(sqlite.folder)], check=False, timeout=60)
    assert sqlite.file.with_name("promptgen.db-wal").stat().st_size
    replaced = backups.restore(tmp_path / "copy.db", "20260101-000000")
    assert turns_in(sqlite) == 3
    assert replaced == sqlite.file.with_name("promptgen.db.replaced-20260101-000000")
    aside = Database(tmp_path / "aside")
    shutil.copytree(sqlite.folder, aside.folder)
    shutil.copy(replaced, aside.file)
    assert turns_in(aside) == 5


def test_nothing_is_restored_beside_a_bot(sqlite: Database, open_at: Open, tmp_path: Path) -> None:
    backups = Backups(sqlite.folder, None, None)
    turn_in(sqlite, 2)
    backups.make(tmp_path / "copy.db")
    open_at(sqlite)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "bots", "backup", "--restore", "--yes", str(tmp_path / "copy.db")],
        env={**os.environ, "PROMPTGEN_DATA_DIR": str(sqlite.folder)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "먼저 그쪽을 끝내주세요" in done.stderr.decode()


def test_a_backup_says_what_it_holds_and_whether_the_key_goes_with_it(sqlite: Database, tmp_path: Path) -> None:
    turn_in(sqlite, 1)
    copy = tmp_path / "copy.db"
    Backups(sqlite.folder, None, None).make(copy)
    assert Backups(sqlite.folder, None, None).check(copy) == Backup(1, is_current=True, key=KeyFit.FITS)
    elsewhere = tmp_path / "elsewhere"
    assert Backups(elsewhere, None, Fernet.generate_key().decode()).check(copy).key == KeyFit.OTHER
    assert Backups(elsewhere, None, None).check(copy).key == KeyFit.MISSING
    assert not list(tmp_path.glob("copy.db-*"))


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00 and no more"])
def test_what_is_damaged_is_told(damage: bytes, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    file.write_bytes(damage)
    with pytest.raises(InputError, match="input_unreadable"):
        Backups(tmp_path, None, None).check(file)


def test_a_copy_with_a_broken_page_is_told(sqlite: Database, tmp_path: Path) -> None:
    turn_in(sqlite, 40)
    copy = tmp_path / "copy.db"
    Backups(sqlite.folder, None, None).make(copy)
    whole = bytearray(copy.read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 8192] = bytes(8192)
    copy.write_bytes(whole)
    with pytest.raises(InputError):
        Backups(sqlite.folder, None, None).check(copy)


def test_a_copy_by_a_newer_program_is_refused(sqlite: Database, tmp_path: Path) -> None:
    turn_in(sqlite, 1)
    copy = tmp_path / "copy.db"
    Backups(sqlite.folder, None, None).make(copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    with pytest.raises(DatabaseError):
        Backups(sqlite.folder, None, None).check(copy)


@pytest.mark.postgresql
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="PostgreSQL's client programs are not installed")
def test_a_dump_under_load(postgresql: Database, open_at: Open, tmp_path: Path) -> None:
    dump = tmp_path / "promptgen.dump"
    under_load(open_at(postgresql), lambda: Backups(postgresql.folder, postgresql.url, None).make(dump))
    assert stat.S_IMODE(dump.stat().st_mode) == 0o600
    with postgresql_database(tmp_path / "restored") as copy:
        shutil.copytree(postgresql.folder, copy.folder)
        restored = Backups(copy.folder, copy.url, None)
        assert restored.check(dump) == Backup(1, is_current=True, key=KeyFit.FITS)
        restored.restore(dump, "")
        store = open_store(copy.folder, copy.url, clock=lambda: 1_800_000_120.0)  # when no lease is left
        assert_whole(store)
        with pytest.raises(DatabaseError):  # it is in use
            restored.restore(dump, "")
        store.close()


@pytest.mark.postgresql
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="PostgreSQL's client programs are not installed")
def test_a_dump_takes_the_place_of_a_schema_that_is_there(postgresql: Database, tmp_path: Path) -> None:
    dump = tmp_path / "promptgen.dump"
    backups = Backups(postgresql.folder, postgresql.url, None)
    turn_in(postgresql, 3)
    backups.make(dump)
    turn_in(postgresql, 5)
    engine = postgresql.plain_engine()
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE somebody_elses (id integer)"))
    backups.restore(dump, "")
    assert turns_in(postgresql) == 3
    assert "somebody_elses" in inspect(engine).get_table_names()
    engine.dispose()


@pytest.mark.postgresql
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="PostgreSQL's client programs are not installed")
def test_a_dump_that_is_cut_off_is_told(postgresql: Database, tmp_path: Path) -> None:
    dump = tmp_path / "promptgen.dump"
    backups = Backups(postgresql.folder, postgresql.url, None)
    turn_in(postgresql, 3)
    backups.make(dump)
    dump.write_bytes(dump.read_bytes()[:-400])
    with pytest.raises(InputError):
        backups.check(dump)


def turn_in(database: Database, until: int) -> None:
    """Have a bot go on until a turn, and end."""
    store = open_store(database.folder, database.url, clock=lambda: 1_800_000_000.0)
    for number in range(turns_in_store(store) + 1, until + 1):
        turn(store, number)
    store.close()


def turns_in(database: Database) -> int:
    """Open a database as a bot does, and return how far the conversation in it has come."""
    store = open_store(database.folder, database.url, clock=lambda: 1_800_000_120.0)
    count = turns_in_store(store)
    store.close()
    return count


def turns_in_store(store: SqlStore) -> int:
    with store.begin() as transaction:
        held = transaction.get("s1")
    return held.session.current_version if held else 0


_KILLED = """
import os, sys
from pathlib import Path
from core.adapters.store.open_store import open_store
from tests.core.adapters.store.test_backup import turn
store = open_store(Path(sys.argv[1]), clock=lambda: 1_800_000_000.0)
for number in (4, 5):
    turn(store, number)
os._exit(9)
"""
