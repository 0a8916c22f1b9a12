"""Behind a pooler that gives each transaction another session, everything works, and nothing is left in a session."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import make_url, text

from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.ports.processes import BotProcess
from tests.core.adapters.store.conversations import NAME, generating
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.pooler import Pooler, pooler
from tests.core.adapters.store.test_person_keys import forget, is_there, keep, name_of
from tests.fakes.clock import Clock

pytestmark = pytest.mark.postgresql
_PROCESSES = 2
_TURNS = 40


@pytest.fixture
def pooled(postgresql: Database) -> Iterator[tuple[Pooler, Database]]:
    url = make_url(postgresql.url or "")
    with pooler(url) as made:
        behind = url.set(host="127.0.0.1", port=made.listens_at).render_as_string(hide_password=False)
        yield made, replace(postgresql, url=behind)


@pytest.fixture
def stores(pooled: tuple[Pooler, Database], clock: Clock) -> Iterator[list[SqlStore]]:
    """Open the database twice, as two processes do that come to an empty one."""
    _, database = pooled
    with ExitStack() as stack:
        yield [
            stack.enter_context(closing(open_store(database.folder, database.url, clock=clock, lock_wait_s=10)))
            for _ in range(_PROCESSES)
        ]


def test_it_takes_no_startup_options(pooled: tuple[Pooler, Database]) -> None:
    _, database = pooled
    url = (database.url or "").replace("+psycopg", "")
    with pytest.raises(psycopg.OperationalError, match="unsupported startup parameter"):
        psycopg.connect(url, options="-c lock_timeout=7s", sslmode="disable")


def test_processes_work_and_leave_nothing_in_a_session(
    pooled: tuple[Pooler, Database], stores: list[SqlStore], postgresql: Database
) -> None:
    def turn(number: int) -> None:
        store = stores[number % _PROCESSES]
        with store.begin() as transaction:
            held = transaction.get("of-U1")
            assert held is not None
            session = replace(held.session, current_version=held.session.current_version + 1)
            transaction.save(replace(held, session=session))
            transaction.remember(f"Ev{number}", "slack")
            sent = transaction.send(held, [Greet()])
        store.mark_sent({each.id: f"1.{number}" for each in sent})

    keep(stores[0], "U1", "U2")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(turn, range(_TURNS)))
    for number, store in enumerate(stores):
        store.processes.meet("slack", BotProcess(f"p{number}"), lambda _others, _stays: ())
    with stores[0].begin() as transaction:
        held = transaction.claim("of-U2")
        assert held is not None
        assert not transaction.remember("Ev1", "slack")
    forget(stores[1], "U2")
    assert not is_there(stores[0], "U2")
    assert name_of(stores[1], "U1") == NAME
    with stores[0].exclusive("any"), stores[1].begin() as transaction:
        transaction.save(generating("of-U3", person="U3"))
    stores[0].purge(30)

    with stores[0].begin() as transaction:
        held = transaction.get("of-U1")
    assert held is not None
    assert held.session.current_version == _TURNS
    made, _ = pooled
    assert len(made.handed) > 1
    assert min(made.handed.values()) > _TURNS / len(made.handed)
    assert left_in_sessions(pooled) == {("0", "0", 0)}
    engine = postgresql.plain_engine()
    with engine.connect() as connection:
        locks = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()")
        assert connection.execute(locks).scalar_one() == 0
    engine.dispose()


def left_in_sessions(pooled: tuple[Pooler, Database]) -> set[tuple[str, str, int]]:
    """Return what each session of the server has been left with: bounds on waiting, and statements."""
    made, database = pooled
    left = (
        "SELECT current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'),"
        " (SELECT count(*) FROM pg_prepared_statements)::int"
    )
    with psycopg.connect(
        (database.url or "").replace("+psycopg", ""), autocommit=True, prepare_threshold=None
    ) as connection:
        return {connection.execute(left).fetchone() for _ in made.handed}  # type: ignore[misc]  # a count has a row
