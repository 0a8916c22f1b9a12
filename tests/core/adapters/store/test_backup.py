"""A backup that is taken while conversations go on restores to a consistent state."""

import shutil
import stat
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.adapters.store.backup import back_up
from core.adapters.store.opening import open_store
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.conversation.session import Session
from core.errors import DatabaseError, DataFolderError
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


def under_load(store: SqlStore, back_up: Callable[[], None]) -> None:
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


def test_a_backup_under_load(sqlite: Database, open_at: Open) -> None:
    copy = Database(sqlite.folder.with_name("restored"))
    copy.folder.mkdir()

    def copied() -> None:
        source = sqlite.plain_engine()
        back_up(source, copy.file)
        source.dispose()

    under_load(open_at(sqlite), copied)
    assert stat.S_IMODE(copy.file.stat().st_mode) == 0o600
    shutil.copy(sqlite.folder / "vault.key", copy.folder)
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


@pytest.mark.postgresql
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="PostgreSQL's client programs are not installed")
def test_a_dump_under_load(postgresql: Database, open_at: Open, tmp_path: Path) -> None:
    dump = tmp_path / "promptgen.dump"

    def run(program: str, *arguments: str) -> None:
        subprocess.run([program, *arguments], check=True, timeout=60)

    under_load(open_at(postgresql), lambda: run("pg_dump", "--format=custom", f"--file={dump}", address(postgresql)))
    with postgresql_database(tmp_path / "restored") as copy:
        run("pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={address(copy)}", str(dump))
        shutil.copytree(postgresql.folder, copy.folder)
        store = open_store(copy.folder, copy.url, clock=lambda: 1_800_000_120.0)  # when no lease is left
        assert_whole(store)
        store.close()


def address(database: Database) -> str:
    """Return the database's address as PostgreSQL's own programs take it."""
    return (database.url or "").replace("+psycopg", "")
