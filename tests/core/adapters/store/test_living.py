"""On PostgreSQL, too, a process that is alone takes up at once what a dead one held; beside another it waits."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from core.adapters.store.living import LivingLock
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.messages import Interaction
from core.privacy.text import RawText
from tests.core.adapters.store.conftest import Open
from tests.core.adapters.store.conversations import generating, started
from tests.core.adapters.store.databases import Database

pytestmark = pytest.mark.postgresql


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
    assert isinstance(store._lock, LivingLock)
    store._lock.release()


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


def lose_session(store: SqlStore) -> None:
    """End the session with the lock, as a server does that is restarted."""
    assert isinstance(store._lock, LivingLock)
    assert store._lock._session is not None
    pid = store._lock._session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with store.engine.begin() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})


def test_a_process_that_lost_its_session_is_soon_known_to_live_again(postgresql: Database, open_at: Open) -> None:
    living = open_at(postgresql)
    hold(living)
    lose_session(living)
    for _ in range(2):
        living.waiting("slack")
    assert left(open_at(postgresql)) == ([], [], [])


@pytest.mark.parametrize("end", [SqlStore.close, kill])
def test_who_ends_leaves_no_session_behind(
    postgresql: Database, open_at: Open, end: Callable[[SqlStore], None]
) -> None:
    store = open_at(postgresql)
    end(store)
    engine = replace(postgresql).plain_engine()
    with engine.connect() as connection:
        locks = connection.execute(
            text(
                "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
                " WHERE locktype = 'advisory' AND datname = current_database()"
            )
        )
        assert locks.scalar_one() == 0
    engine.dispose()
