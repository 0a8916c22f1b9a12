"""A backup that is taken while conversations go on restores to a consistent state."""

import shutil
import sqlite3
import threading
from dataclasses import replace

from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.conversation.session import Session
from core.privacy.entities import EntityType
from core.privacy.text import RawText
from core.privacy.vault import VaultEntry
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import started
from tests.core.adapters.store.databases import Database


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


def test_a_backup_under_load(sqlite: Database, open_at: Open) -> None:
    store = open_at(sqlite)
    turn(store, 1)
    stop = threading.Event()

    def talk() -> None:
        number = 1
        while not stop.is_set():
            number += 1
            turn(store, number)

    talking = threading.Thread(target=talk)
    talking.start()
    copy = Database(sqlite.folder.with_name("restored"))
    copy.folder.mkdir()
    source, target = sqlite3.connect(sqlite.file), sqlite3.connect(copy.file)
    source.backup(target)
    stop.set()
    talking.join()
    source.close()
    target.close()
    shutil.copy(sqlite.folder / "vault.key", copy.folder)

    restored = open_at(copy)
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
