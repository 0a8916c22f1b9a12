"""On PostgreSQL, too, a process that is alone takes up at once what a dead one held; beside another it waits."""

import time
from collections.abc import Callable
from contextlib import closing
from threading import Thread

import pytest
from sqlalchemy import Connection, make_url, text

from core.adapters.store.engine import make_engine
from core.adapters.store.live_processes import live
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.messages import Interaction
from core.privacy.text import RawText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import generating, started
from tests.core.adapters.store.databases import Database

pytestmark = pytest.mark.postgresql
_LOCKS = (
    " FROM pg_locks JOIN pg_database ON pg_database.oid = database"
    " WHERE locktype = 'advisory' AND datname = current_database()"
)


def hold(store: SqlStore) -> None:
    """Lease one of each: a reply, a prompt and an interaction."""
    with store.begin() as transaction:
        transaction.save(started("replied"))
        transaction.send(started("replied"), [Greet()])
        transaction.save(generating("begun"))
        assert transaction.claim("begun")
    store.inbox.put(Interaction("trigger", "slack", "T1", "U1", "view", RawText("1")))


def left(store: SqlStore) -> tuple[list[str], list[str], list[str]]:
    waiting = [each.session for each in store.waiting("slack")]
    return waiting, list(store.abandoned("slack")), [each.id for each in store.inbox.take("slack")]


def kill(store: SqlStore) -> None:
    """End a process's sessions as the system does with those of a process that was killed."""
    store.engine.dispose()


def scalar(database: Database, query: str, **values: object) -> int:
    engine = database.plain_engine()
    with closing(engine.connect()) as connection:
        found: int = connection.execute(text(query), values).scalar_one()
    engine.dispose()
    return found


def test_what_a_dead_process_held_is_there_at_once_for_the_next(postgresql: Database, open_at: Open) -> None:
    dead = open_at(postgresql)
    hold(dead)
    kill(dead)
    assert left(open_at(postgresql)) == (["replied"], ["begun"], ["trigger"])


def test_what_a_living_process_holds_is_left_to_it(postgresql: Database, open_at: Open) -> None:
    hold(open_at(postgresql))
    assert left(open_at(postgresql)) == ([], [], [])


def test_of_two_that_live_one_may_die(postgresql: Database, open_at: Open) -> None:
    first, second = open_at(postgresql), open_at(postgresql)
    hold(second)
    kill(first)
    assert left(open_at(postgresql)) == ([], [], [])


def end_session(connection: Connection, database: Database) -> None:
    """End a session as a server does that is restarted, and wait for it."""
    pid = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    assert scalar(database, "SELECT pg_terminate_backend(:pid, 60000)::int", pid=pid)


def test_a_process_that_lost_its_session_is_known_to_live_again(postgresql: Database, open_at: Open) -> None:
    living = open_at(postgresql)
    hold(living)
    with living.engine.connect() as connection:
        end_session(connection, postgresql)
        connection.invalidate()
    living.waiting("slack")
    assert left(open_at(postgresql)) == ([], [], [])


def test_a_process_that_lost_one_session_of_two_is_still_known_to_live(postgresql: Database, open_at: Open) -> None:
    living = open_at(postgresql)
    hold(living)
    with living.engine.connect() as first, living.engine.begin():
        end_session(first, postgresql)
        first.invalidate()
        assert left(open_at(postgresql)) == ([], [], [])


def test_one_that_comes_waits_until_the_first_has_taken_over(postgresql: Database) -> None:
    first, second = (make_engine(make_url(postgresql.url or ""), 10) for _ in range(2))
    took_over: list[str] = []
    coming = Thread(target=live, args=(second, lambda _: took_over.append("second")))

    def take_over(_: Connection) -> None:
        coming.start()
        while not scalar(postgresql, f"SELECT count(*){_LOCKS} AND NOT granted"):
            time.sleep(0.01)
        took_over.append("first")

    live(first, take_over)
    coming.join()
    assert took_over == ["first"]
    first.dispose()
    second.dispose()


def test_it_takes_no_session_of_its_own(postgresql: Database, open_at: Open) -> None:
    store = open_at(postgresql)
    for _ in range(3):
        store.waiting("slack")
    held = scalar(postgresql, f"SELECT count(*){_LOCKS}")
    sessions = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid != pg_backend_pid()"
    assert (held, scalar(postgresql, sessions)) == (1, 1)


@pytest.mark.parametrize("end", [SqlStore.close, kill])
def test_who_ends_leaves_no_session_behind(
    postgresql: Database, open_at: Open, end: Callable[[SqlStore], None]
) -> None:
    end(open_at(postgresql))
    assert scalar(postgresql, f"SELECT count(*){_LOCKS}") == 0
