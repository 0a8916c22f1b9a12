"""A database that fails: it is told in our own words, nothing is lost, and afterwards everything goes on."""

import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import make_url, text

from core.adapters.store.store import SqlStore
from core.conversation.questions import Key
from core.conversation.session import Answer
from core.errors import PromptgenError, StoreUnavailable
from core.ports import StoredSession
from core.privacy.text import MaskedText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import generating, started
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.tcp_proxy import TcpProxy, tcp_proxy

MARK = "표지글MARK"


def large(session_id: str = "s2") -> StoredSession:
    held = started(session_id)
    answers = {Key.REFERENCE: Answer(MaskedText(MARK * 20_000))}
    return replace(held, session=replace(held.session, answers=answers))


def save(store: SqlStore, held: StoredSession) -> None:
    with store.begin() as transaction:
        transaction.remember(f"Ev-{held.session.id}", "slack")
        transaction.save(held)


def is_there(store: SqlStore, session_id: str) -> bool:
    with store.begin() as transaction:
        return transaction.get(session_id) is not None


def reason_of(work: Callable[[], object]) -> str:
    """Return why the store was unavailable, having checked that nothing of the text or of a library is told."""
    with pytest.raises(StoreUnavailable) as caught:
        work()
    told = "".join(traceback.format_exception(caught.value))
    assert MARK not in told
    assert "sqlalchemy.exc" not in told
    assert "psycopg" not in told
    return str(caught.value.details["reason"])


class TestFull:
    def test_it_is_told_and_goes_on(self, sqlite: Database, open_at: Open) -> None:
        store = open_at(sqlite)
        save(store, started())
        limit(store, pages=40)
        assert reason_of(lambda: save(store, large())) == "full"
        assert is_there(store, "s1")
        assert not is_there(store, "s2")
        limit(store, pages=4_000)
        save(store, large())
        assert is_there(store, "s2")


def limit(store: SqlStore, pages: int) -> None:
    """Make the file as full as a disk would: the pragma counts for the store's one connection."""
    with store._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


class TestLocked:
    def test_it_is_told_and_goes_on(self, sqlite: Database, open_at: Open) -> None:
        store = open_at(sqlite, lock_wait_s=0.2)
        save(store, started())
        with sqlite.plain_engine().connect() as other:
            other.connection.driver_connection.isolation_level = None  # type: ignore[union-attr]
            other.exec_driver_sql("BEGIN EXCLUSIVE")
            assert reason_of(lambda: save(store, large())) == "busy"
            assert reason_of(lambda: store.unsent("slack")) == "busy"
            other.exec_driver_sql("ROLLBACK")
        other.engine.dispose()
        save(store, large())
        assert is_there(store, "s2")

    def test_a_transaction_that_never_ends_does_not_hold_up_all_for_ever(self, open_again: Open) -> None:
        store = open_again(lock_wait_s=0.2)
        save(store, started())
        with store.begin() as transaction:
            transaction.get("s1")
            assert reason_of(lambda: is_there(store, "s1")) == "busy"
        assert is_there(store, "s1")

    def test_a_deletion_is_done_though_somebody_reads(self, sqlite: Database, open_at: Open) -> None:
        store = open_at(sqlite, lock_wait_s=0.2)
        save(store, large())
        with sqlite.plain_engine().connect() as reader:
            reader.exec_driver_sql("BEGIN")
            reader.exec_driver_sql("SELECT * FROM session").fetchone()
            with store.begin() as transaction:
                assert transaction.forget("U1", "slack", "T1") == 1
            assert not is_there(store, "s2")
        reader.engine.dispose()
        store.purge(30)
        everything = b"".join(path.read_bytes() for path in sqlite.folder.iterdir())
        assert MARK.encode() not in everything


class TestConnection:
    @pytest.fixture
    def proxied(self, postgresql: Database) -> Iterator[tuple[Database, TcpProxy]]:
        url = make_url(postgresql.url or "")
        with tcp_proxy(url.host or "", url.port or 5432) as proxy:
            through = url.set(host="127.0.0.1", port=proxy.port).render_as_string(hide_password=False)
            yield replace(postgresql, url=through), proxy

    def test_dropped_between_transactions(self, proxied: tuple[Database, TcpProxy], open_at: Open) -> None:
        database, proxy = proxied
        store = open_at(database)
        save(store, started())
        proxy.cut()
        save(store, large())
        assert is_there(store, "s2")

    def test_dropped_in_the_middle_of_one(self, proxied: tuple[Database, TcpProxy], open_at: Open) -> None:
        database, proxy = proxied
        store = open_at(database)
        save(store, started())

        def interrupted() -> None:
            with store.begin() as transaction:
                transaction.remember("Ev1", "slack")
                proxy.cut()
                transaction.save(large())

        assert reason_of(interrupted) == "down"
        with store.begin() as transaction:
            assert transaction.remember("Ev1", "slack")
            assert transaction.get("s2") is None

    def test_dropped_at_the_commit(self, proxied: tuple[Database, TcpProxy], open_at: Open) -> None:
        database, proxy = proxied
        store = open_at(database)

        def interrupted() -> None:
            with store.begin() as transaction:
                transaction.save(large())
                proxy.cut()

        assert reason_of(interrupted) == "down"
        assert not is_there(store, "s2")

    def test_a_server_that_is_down_and_comes_back(self, proxied: tuple[Database, TcpProxy], open_at: Open) -> None:
        database, proxy = proxied
        store = open_at(database)
        proxy.is_up = False
        proxy.cut()
        assert reason_of(lambda: save(store, large())) == "down"
        assert reason_of(lambda: store.unsent("slack")) == "down"
        proxy.is_up = True
        save(store, large())
        assert is_there(store, "s2")

    def test_ended_by_the_server(self, postgresql: Database, open_at: Open) -> None:
        store = open_at(postgresql)
        engine = postgresql.plain_engine()

        def interrupted() -> None:
            with store.begin() as transaction:
                transaction.save(large())
                with engine.begin() as operator:
                    operator.execute(
                        text(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                            " AND datname = current_database()"
                        )
                    )
                transaction.get("s2")

        assert reason_of(interrupted) == "down"
        engine.dispose()
        save(store, large())
        assert is_there(store, "s2")


def test_nothing_of_a_text_is_logged(open_again: Open, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store = open_again()
    save(store, generating())
    save(store, large())
    with pytest.raises(PromptgenError):
        save(store, large())
    assert MARK not in caplog.text
    assert "이름1" not in caplog.text
