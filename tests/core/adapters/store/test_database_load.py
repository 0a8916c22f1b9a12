"""What an operator's figures say of the database."""

from core.adapters.store.database_load import read_load
from core.conversation.replies import Greet
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import started
from tests.core.adapters.store.databases import Database


def test_what_waits_and_what_goes_on_is_counted(database: Database, open_at: Open) -> None:
    store = open_at(database)
    assert read_load(store.engine, 0.0).unsent == 0
    with store.begin() as transaction:
        held = started()
        transaction.save(held)
        transaction.send(held, [Greet(), Greet()])
    engine = store.engine
    with store.begin() as transaction:
        touched = transaction.get("s1")
    assert touched is not None
    load = read_load(engine, 1_800_000_000.0)
    assert (load.unsent, load.inbox, load.jobs, load.attempts, load.active) == (2, 0, 0, 0, 1)
    assert load.size > 4096
    assert read_load(engine, 1_800_009_000.0).active == 0


def test_the_database_is_as_old_as_the_oldest_thing_that_it_holds(database: Database, open_at: Open) -> None:
    store = open_at(database)
    assert read_load(store.engine, 1_800_000_000.0).age_s == 0
    with store.begin() as transaction:
        transaction.remember("Ev1", "slack")
    seen = read_load(store.engine, 1_800_009_000.0)
    with store.begin() as transaction:
        transaction.save(started())
    assert seen.oldest_s == 0
    assert seen.age_s > 0
    assert read_load(store.engine, 1_800_009_000.0).age_s >= seen.age_s
