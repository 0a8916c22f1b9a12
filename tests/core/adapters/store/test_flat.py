"""What is done all the time reads only what it is about, however many conversations there are."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event, text

from core.adapters.store.database_load import read_load
from core.adapters.store.store import SqlStore
from core.adapters.store.table_row import TableRow
from core.conversation.replies import Greet
from core.conversation.session import Phase
from core.messages import Interaction
from core.ports.processes import BotProcess
from core.privacy.text import RawText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import finished, started
from tests.core.adapters.store.databases import Database
from tests.fakes.clock import Clock

_FEW_ROWS = ("bot_process", "clock", "inbox", "vault_check")
"""Tables of a row a process, of one row, and of what was acknowledged some milliseconds ago."""
_GROW = "|".join(name for name in TableRow.metadata.tables if name not in _FEW_ROWS)
_WALKED_DAILY = ("allowance", "consent", "person_key", "preference")
"""Tables of a row a person, which the daily work goes through for what is past its time."""
_SCAN = re.compile(
    rf"SCAN ({_GROW})\b(?! USING (?:COVERING )?INDEX ix_(?:outgoing_unsent|session_generating|session_advising))"
)
"""A walk through a table, unless it is along an index of the few rows that there is something to do with."""
_ALL_OF_A_PLATFORM = re.compile(r"INDEX ix_session_platform_\w+ \(platform=\?\)")


_SEQUENTIAL = re.compile(rf"Seq Scan on ({_GROW})\b")


@contextmanager
def planned(store: SqlStore) -> Iterator[list[str]]:
    """Collect how the database goes about each statement: PostgreSQL where no small table is read as a whole."""
    plans: list[str] = []

    def explain(connection: Connection, cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")) and "pg_" not in statement:
            driver = connection.connection.driver_connection
            assert driver is not None
            if connection.dialect.name == "sqlite":
                plans.extend(row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))
            else:
                driver.execute("SET LOCAL enable_seqscan = off")
                plans.append("\n".join(row[0] for row in driver.execute(f"EXPLAIN {statement}", parameters)))

    event.listen(store.engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(store.engine, "before_cursor_execute", explain)


def read_whole(plans: list[str], walk: re.Pattern[str], work: Callable[[SqlStore], object]) -> list[str]:
    """Return the plans that read a whole table that grows with the conversations."""
    spared = _WALKED_DAILY if work is WORK["prune"] else ()
    return [plan for plan in plans if any(found[1] not in spared for found in walk.finditer(plan))]


def forget(store: SqlStore) -> None:
    with store.begin() as transaction:
        transaction.save(finished())
        transaction.send(finished(), [Greet()], only_to="U2")
        transaction.forget("U2", "slack")
        transaction.forget("U1", "slack")


def inbox(store: SqlStore) -> None:
    interaction = Interaction("trigger", "slack", "T1", "U1", "view", RawText("1"))
    store.inbox.put(interaction)
    store.inbox.take("slack")
    store.inbox.renew("slack", ["trigger"])
    store.inbox.withdraw("slack", "trigger")
    store.inbox.discard("slack", "trigger")


def turn(store: SqlStore) -> None:
    with store.begin() as transaction:
        transaction.spend({"person": (9, 1)}, 60)
        transaction.remember("Ev1", "slack")
        held = transaction.latest_at(started().place) or started()
        transaction.how_many(held.person, "slack", "T1", list(Phase))
        transaction.save(held)
        batch = transaction.send(held, [Greet()])
    store.standing_before("s1", batch[0].id)
    store.last_receipt("s1", batch[0].id)
    store.session_at(held.place, "1.0")


WORK: dict[str, Callable[[SqlStore], object]] = {
    "poll": lambda store: (store.waiting("slack"), store.abandoned("slack")),
    "scrape": lambda store: store.outbox_age(),
    "start": lambda store: store.end_leases(),
    "load": lambda store: read_load(store.engine, 1.0),
    "meet": lambda store: store.processes.meet("slack", BotProcess("a"), lambda _others, _stays: ()),
    "inbox": inbox,
    "places": lambda store: store.places("slack", 1.0),
    "keep": lambda store: store.keep_leases({"s1"}),
    "renew": lambda store: store.renew("s1"),
    "take": lambda store: store.unsent("slack", "s1"),
    "mark": lambda store: store.mark_sent({1: "1"}),
    "age": lambda store: store.time_passed(),
    "forget": forget,
    "export": lambda store: store.export("U1", "slack"),
    "turn": turn,
    "prune": lambda store: (store.time_passed(), store.purge(365)),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_nothing_reads_all_there_is(sqlite: Database, open_at: Open, work: Callable[[SqlStore], object]) -> None:
    store = open_at(sqlite)
    with planned(store) as plans:
        work(store)
    assert plans
    assert read_whole(plans, _SCAN, work) == []
    assert [plan for plan in plans if _ALL_OF_A_PLATFORM.search(plan)] == []


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_postgresql_has_indexes(postgresql: Database, open_at: Open, work: Callable[[SqlStore], object]) -> None:
    store = open_at(postgresql)
    with planned(store) as plans:
        work(store)
    assert read_whole(plans, _SEQUENTIAL, work) == []


def test_a_reply_that_was_sent_is_leased_to_nobody(store: SqlStore, clock: Clock) -> None:
    with store.begin() as transaction:
        transaction.save(started())
        (outgoing,) = transaction.send(started(), [Greet()])
    store.mark_sent({outgoing.id: "1"})
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT leased_until FROM outgoing")).scalars().all() == [0]


def test_one_deletion_rewrites_no_table(postgresql: Database, open_at: Open) -> None:
    store = open_at(postgresql)
    with store.begin() as transaction:
        transaction.save(finished())
    before = file_of(store)
    with store.begin() as transaction:
        transaction.forget("U1", "slack")
    assert file_of(store) == before
    store.purge(365)
    assert file_of(store) != before


def test_a_big_file_is_opened_without_being_read(
    sqlite: Database, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_at(sqlite).close()
    monkeypatch.setattr("core.adapters.store.open_store._READ_AT_ONCE", 0)
    asked: list[str] = []
    run = Connection.exec_driver_sql

    def noted(connection: Connection, statement: str) -> object:
        asked.append(statement)
        return run(connection, statement)

    monkeypatch.setattr(Connection, "exec_driver_sql", noted)
    open_at(sqlite)
    assert "PRAGMA page_count" in asked
    assert not [statement for statement in asked if "check" in statement]


def file_of(store: SqlStore) -> str:
    with store.engine.connect() as connection:
        return str(connection.execute(text("SELECT pg_relation_filepath('session')")).scalar_one())
