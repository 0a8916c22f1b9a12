"""Behind a pooler that gives each transaction another session, everything works, and nothing is left in a session."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, event, make_url, text

from core.adapters.store.backup.backups import Backups
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.errors import InputError
from core.ports.processes import BotProcess
from tests.core.adapters.store.conversations import NAME, generating
from tests.core.adapters.store.databases import Database
from tests.core.adapters.store.pgbouncer import PROGRAM, pgbouncer
from tests.core.adapters.store.pooler import pooler
from tests.core.adapters.store.test_person_keys import forget, is_there, keep, name_of
from tests.fakes.clock import Clock

pytestmark = pytest.mark.postgresql
_PROCESSES = 2
_TURNS = 40


@pytest.fixture(params=["stand-in", "pgbouncer"])
def pooled(request: pytest.FixtureRequest, postgresql: Database) -> Iterator[Database]:
    """Give the database behind a pooler."""
    if request.param == "pgbouncer" and PROGRAM is None:
        pytest.skip("PgBouncer is not installed (Debian: apt install pgbouncer)")
    url = make_url(postgresql.url or "")
    with (pooler if request.param == "stand-in" else pgbouncer)(url) as port:
        behind = url.set(host="127.0.0.1", port=port).render_as_string(hide_password=False)
        yield replace(postgresql, url=behind)


@pytest.fixture
def stores(pooled: Database, clock: Clock) -> Iterator[list[SqlStore]]:
    """Open the database twice, as two processes do that come to an empty one."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(closing(open_store(pooled.folder, pooled.url, clock=clock, lock_wait_s=10)))
            for _ in range(_PROCESSES)
        ]


@pytest.fixture
def given(stores: list[SqlStore]) -> list[int]:
    """Note which session of the server each transaction is given."""
    sessions: list[int] = []
    for store in stores:

        @event.listens_for(store.engine, "begin")
        def note(connection: Connection) -> None:
            sessions.append(connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())

    return sessions


def test_it_takes_no_startup_options(pooled: Database) -> None:
    with pytest.raises(psycopg.OperationalError, match="unsupported startup parameter"):
        psycopg.connect(plain(pooled), options="-c lock_timeout=7s", sslmode="disable")


def test_processes_work_and_leave_nothing_in_a_session(
    pooled: Database, stores: list[SqlStore], given: list[int], postgresql: Database
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
    sessions = Counter(given)
    assert len(sessions) > 1
    assert min(sessions.values()) > _TURNS / len(sessions)
    assert left_in_sessions(pooled, len(sessions)) == dict.fromkeys(sessions, ("0", "0", 0))
    engine = postgresql.plain_engine()
    with engine.connect() as connection:
        locks = text(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
            " WHERE locktype = 'advisory' AND datname = current_database()"
        )
        assert connection.execute(locks).scalar_one() == 0
    engine.dispose()


def test_a_backup_asks_for_the_server_itself(pooled: Database, tmp_path: Path) -> None:
    backups = Backups(pooled.folder, pooled.url, None)
    with pytest.raises(InputError, check=lambda error: error.details["reason"] == "backup_pooler"):
        backups.make(tmp_path / "promptgen.dump")
    with pytest.raises(InputError, check=lambda error: error.details["reason"] == "backup_pooler"):
        backups.restore(tmp_path / "promptgen.dump", "")


def left_in_sessions(pooled: Database, sessions: int) -> dict[int, tuple[object, ...]]:
    """Return what each session of the server has been left with: bounds on waiting, and statements."""
    left = (
        "SELECT pg_backend_pid(), current_setting('lock_timeout'),"
        " current_setting('idle_in_transaction_session_timeout'),"
        " (SELECT count(*) FROM pg_prepared_statements)::int"
    )
    with psycopg.connect(plain(pooled), autocommit=True, prepare_threshold=None) as connection:
        rows = [connection.execute(left).fetchone() for _ in range(sessions)]
    return {row[0]: row[1:] for row in rows if row}


def plain(database: Database) -> str:
    return (database.url or "").replace("+psycopg", "")
