"""Whether costs stay flat: `python -m tests.bench.flat [CONVERSATIONS …]`, by default with 2,000 and 200,000.

The start of a process, a poll for what is left, a scrape of the figures, a look at the places of the last half an
hour, a turn, a look at the clock, the export and the deletion of one person's data, in milliseconds: the best of
twenty, which a busy machine disturbs least. `tests/core/adapters/store/test_flat.py` reads the plans of the same.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from sqlalchemy import text

from core.adapters.store.database_load import read_load
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from tests.core.adapters.store.conversations import finished, place
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database

_REPLIES: Final = 5
_TIMES: Final = 20
_LATELY_S: Final = 1_800  # of which the few conversations have as many as the many, one a second
_SESSIONS: Final = """
INSERT INTO session (id, front, platform, workspace, channel, thread, private, beneath, person, phase, state, reserved,
                     version, started_at, touched_at, leased_until)
SELECT 'c' || n, 1, platform, workspace, channel, 't' || n, private, beneath, 'P' || n, phase,
       replace(state, '"s1"', '"c' || n || '"'), reserved,
       version, :now - n, :now - n, 0 FROM session CROSS JOIN ({numbers}) numbers WHERE id = 's1'
"""
_OUTGOING: Final = """
INSERT INTO outgoing (session_number, kind, reply, queued_at, leased_until, sent_at, receipt)
SELECT session.number, 'Ask', '', touched_at, 0, touched_at, '1700000000.' || n
FROM session CROSS JOIN ({numbers}) numbers
"""
_ENTRIES: Final = """
INSERT INTO vault_entry (session_number, label, position, type, kept, secret)
SELECT session.number, label, position, entry.type, kept, secret FROM session
CROSS JOIN (SELECT vault_entry.* FROM vault_entry JOIN session ON number = session_number WHERE id = 's1') entry
WHERE session.id <> 's1'
"""
_EVENTS: Final = "INSERT INTO event (platform, id, seen_at) SELECT 'slack', 'Ev' || number, touched_at FROM session"


def main(sizes: list[int]) -> None:
    """Print one line a database and a size."""
    for kind in ("sqlite", "postgresql"):
        for conversations in sizes:
            if kind == "sqlite" or POSTGRESQL_URL:
                with ExitStack() as stack:
                    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                    sqlite = kind == "sqlite"
                    database = Database(folder) if sqlite else stack.enter_context(postgresql_database(folder))
                    _measure(kind, database, conversations)


def _measure(kind: str, database: Database, conversations: int) -> None:
    store = open_store(database.folder, database.url, clock=time.time)
    _fill(store, conversations)
    _settle(store)
    store.close()
    start = _best(lambda: open_store(database.folder, database.url, clock=time.time).close())
    store = open_store(database.folder, database.url, clock=time.time)
    figures = {
        "start": start,
        "poll": _best(lambda: (store.waiting("slack"), store.abandoned("slack"))),
        "scrape": _best(lambda: _scrape(store)),
        "places": _best(lambda: store.places("slack", time.time() - _LATELY_S)),
        "turn": _best(lambda: _turn(store)),
        "look at the clock": _best(store.time_passed),
        "export": _best(lambda: store.export("P50", "slack")),
        "deletion": _deletion(store),
    }
    store.close()
    shown = ", ".join(f"{name} {milliseconds:.1f}" for name, milliseconds in figures.items())
    sys.stdout.write(f"{kind}, {conversations} conversations: {shown} ms\n")
    sys.stdout.flush()


def _fill(store: SqlStore, conversations: int) -> None:
    held = finished("s1")
    with store.begin() as transaction:
        transaction.save(held)
    is_sqlite = store.engine.dialect.name == "sqlite"
    with store._begin() as connection:
        for statement, count in ((_SESSIONS, conversations), (_OUTGOING, _REPLIES), (_ENTRIES, 0), (_EVENTS, 0)):
            connection.execute(text(statement.format(numbers=_numbers(count, is_sqlite))), {"now": time.time()})


def _settle(store: SqlStore) -> None:
    """Let PostgreSQL do at once what it would do in the background while the figures are taken."""
    if store.engine.dialect.name == "postgresql":
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _numbers(count: int, is_sqlite: bool) -> str:  # noqa: FBT001 - which dialect
    counted = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {count}) SELECT n FROM c"
    return (counted if is_sqlite else "SELECT n FROM generate_series(1, {count}) n").format(count=count)


def _scrape(store: SqlStore) -> None:
    """Read what `/metrics` reads of the database."""
    store.is_current()
    store.outbox_age()
    read_load(store.engine, time.time())


def _turn(store: SqlStore) -> None:
    with store.begin() as transaction:
        held = transaction.latest_at(place("t5"))
        assert held is not None
        transaction.save(held)
        batch = transaction.send(held, [Greet()])
    store.mark_sent({outgoing.id: "1" for outgoing in batch})


def _deletion(store: SqlStore) -> float:
    numbers = iter(range(100, 200))

    def forget() -> None:
        with store.begin() as transaction:
            assert transaction.forget(f"P{next(numbers)}", "slack") == 1

    return _best(forget)


def _best(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_TIMES):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best * 1e3


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [2_000, 200_000])
