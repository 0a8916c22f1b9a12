"""A planted secret is in no byte of the database, and after a deletion nothing of the person is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from core.adapters.store.store import SqlStore
from core.conversation.questions import Key
from core.conversation.replies import Greet, ShowPrompt, Tell
from core.conversation.session import Answer
from core.ports import StoredSession
from core.privacy.text import MaskedText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import SECRETS, finished, generating, started
from tests.core.adapters.store.databases import Database
from tests.fakes.clock import Clock

MARK = "표지글MARK"
"""Stands in every text of the person who will be forgotten."""

# Objects that users made have numbers from 16384 on.
_FILES = text(
    "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class "
    "WHERE oid >= 16384 AND relkind IN ('r', 't', 'i')"
)


def marked(number: int) -> StoredSession:
    held = finished(f"{MARK}{number}", person=f"{MARK}-person")
    reference = Answer(MaskedText(f"{MARK} " * (number * 37 % 2_000)))
    return replace(held, session=replace(held.session, answers={**held.session.answers, Key.REFERENCE: reference}))


def fill(store: SqlStore) -> None:
    """Interleave what will be forgotten with what will stay, growing and sending as conversations do."""
    for number in range(25):
        for held in (started(f"{MARK}{number}", person=f"{MARK}-person"), finished(f"s{number}")):
            with store.begin() as transaction:
                transaction.remember(f"Ev-{held.session.id}".replace(MARK, ""), "slack")
                transaction.save(held)
                transaction.send(held, [Greet()])
        with store.begin() as transaction:
            transaction.get(f"{MARK}{number}")
            held = marked(number)
            transaction.save(held)
            transaction.send(held, [ShowPrompt(held.session.versions[0], ()), Tell(MARK)])
        for outgoing in store.unsent("slack", f"s{number}")[:1]:
            store.mark_sent({outgoing.id: "1"})


def content(database: Database) -> bytes:
    """Return every byte of the database's files, free space included."""
    if database.is_sqlite:
        return b"".join(path.read_bytes() for path in database.folder.iterdir() if path.name != "vault.key")
    engine = database.plain_engine()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        files = connection.execute(_FILES).scalars().all()
    engine.dispose()
    return b"".join(files)


def test_no_secret_is_in_the_database(database: Database, open_again: Open) -> None:
    store = open_again()
    fill(store)
    open_files = content(database)
    assert "{이름1}".encode() in open_files
    store.close()
    for secret in SECRETS:
        assert secret.encode() not in open_files
        assert secret.encode() not in content(database)


def forget(store: SqlStore, clock: Clock) -> None:
    with store.begin() as transaction:
        assert transaction.forget(f"{MARK}-person", "slack", "T1") == 25


def purge(store: SqlStore, clock: Clock) -> None:
    clock.now += 1
    assert store.purge(0) == 50


def leave(store: SqlStore, clock: Clock) -> None:
    assert store.forget_workspace("slack", "T1") == 50


@pytest.mark.parametrize("delete", [forget, purge, leave])
def test_nothing_stays_of_what_is_deleted(
    database: Database, open_again: Open, clock: Clock, delete: Callable[[SqlStore, Clock], None]
) -> None:
    store = open_again()
    fill(store)
    assert MARK.encode() in content(database)
    delete(store, clock)
    if not database.is_sqlite:
        _clear_the_way(database, store)
    assert MARK.encode() not in content(database)


def _clear_the_way(database: Database, store: SqlStore) -> None:
    """Scrub again if somebody was in the way: PostgreSQL keeps rows that a backend just starting up might still see."""
    for _ in range(20):
        if MARK.encode() not in content(database):
            return
        store.purge(365)


def test_deleted_pages_are_given_back(sqlite: Database, open_at: Open, clock: Clock) -> None:
    store = open_at(sqlite)
    store.purge(0)
    empty = sqlite.file.stat().st_size
    fill(store)
    clock.now += 1
    store.purge(0)
    assert sqlite.file.stat().st_size == empty
    assert (sqlite.folder / "promptgen.db-wal").stat().st_size == 0


def test_what_was_sent_is_not_kept(sqlite: Database, open_at: Open) -> None:
    store = open_at(sqlite)
    with store.begin() as transaction:
        transaction.save(started())
        (outgoing,) = transaction.send(started(), [Tell(MARK)])
    store.mark_sent({outgoing.id: "1"})
    store.close()
    assert MARK.encode() not in content(sqlite)


def test_what_a_rotated_key_sealed_is_gone(sqlite: Database, open_at: Open) -> None:
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    store = open_at(sqlite, old)
    with store.begin() as transaction:
        transaction.save(generating())
    engine = sqlite.plain_engine()
    with engine.connect() as connection:
        (sealed,) = connection.execute(text("SELECT secret FROM person_key")).one()
    engine.dispose()
    store.close()
    assert sealed in content(sqlite)
    store = open_at(sqlite, f"{new},{old}")
    store.rotate_keys()
    assert sealed not in content(sqlite)
