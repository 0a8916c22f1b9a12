"""How fast the store is and how much it keeps: `python -m tests.core.adapters.store.bench [CONVERSATIONS]`."""

import itertools
import resource
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from sqlalchemy import text

from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.conversation.replies import Ask, Reply, ShowPrompt, ShowSummary
from core.conversation.session import Phase
from core.ports import StoredSession
from tests.core.adapters.store.conversations import finished, place, started
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database


def main(conversations: int) -> None:
    """Run whole conversations on each database, by one thread and by four."""
    for kind, threads in itertools.product(("sqlite", "postgresql"), (1, 4)):
        if kind == "sqlite" or POSTGRESQL_URL:
            with ExitStack() as stack:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                database = Database(folder) if kind == "sqlite" else stack.enter_context(postgresql_database(folder))
                _measure(kind, database, threads, conversations)


def _measure(kind: str, database: Database, threads: int, conversations: int) -> None:
    store = open_store(database.folder, database.url, clock=time.time)
    before = _size(database)
    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        turns = sorted(itertools.chain(*pool.map(lambda number: _converse(store, f"c{number}"), range(conversations))))
    took = time.perf_counter() - began
    began = time.perf_counter()
    store.purge(365)
    scrubbed = time.perf_counter() - began
    size = (_size(database) - before) / conversations
    store.close()
    centiles = quantiles(turns, n=100)
    sys.stdout.write(
        f"{kind}, {threads} thread(s): {len(turns) / took:.0f} turns/s, turn p50 {centiles[49] * 1e3:.1f} ms, "
        f"p99 {centiles[98] * 1e3:.1f} ms, {size:.0f} bytes per finished conversation, scrub {scrubbed:.2f} s, "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB\n"
    )
    sys.stdout.flush()


def _converse(store: SqlStore, name: str) -> list[float]:
    """Hold one conversation of nine turns, each with one reply that is delivered; return how long the turns took."""
    end = finished(name).session
    steps: list[tuple[StoredSession, Reply]] = []
    for count in range(7):
        answers = dict(itertools.islice(end.answers.items(), count))
        held = replace(finished(name), session=replace(started(name).session, phase=Phase.ASKING, answers=answers))
        steps.append((held, Ask(list(end.answers)[count % 6], count)))
    summary = replace(end, phase=Phase.SUMMARY, versions=(), current_version=0)
    steps.append((replace(finished(name), session=summary), ShowSummary(end.answers, end.items)))
    steps.append((finished(name), ShowPrompt(end.versions[0], end.items)))
    return [_turn(store, name, number, *step) for number, step in enumerate(steps)]


def _turn(store: SqlStore, name: str, number: int, held: StoredSession, reply: Reply) -> float:
    began = time.perf_counter()
    with store.begin() as transaction:
        transaction.remember(f"Ev-{name}-{number}", "slack")
        transaction.latest_at(place(name))
        transaction.save(held)
        batch = transaction.send(held, [reply])
    for outgoing in batch:
        store.mark_sent({outgoing.id: "1700000000.000100"})
    return time.perf_counter() - began


def _size(database: Database) -> int:
    if database.is_sqlite:
        return database.file.stat().st_size
    engine = database.plain_engine()
    with engine.connect() as connection:
        size: int = connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()
    engine.dispose()
    return size


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
