"""Kills bot processes by the hundred: `python -m tests.crash [KILLS]`, on SQLite and, if there is one, PostgreSQL."""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.core.adapters.store.crash_worker import Plan
from tests.core.adapters.store.crashes import check, kill_at_points, kill_at_random
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database

_KILLS_A_ROUND = 20


def main(kills: int) -> None:
    """Run both kinds of kills and say how many there were; an AssertionError says what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        points = kill_at_points(Database(Path(folder) / "points"))
        _say(f"sqlite: killed at each of {points} points of the path, nothing lost, nothing twice")
    _kill_often("sqlite", kills)
    if POSTGRESQL_URL:
        _kill_often("postgresql", kills)


def _kill_often(kind: str, kills: int) -> None:
    hits = rounds = 0
    while hits < kills:
        rounds += 1
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            postgresql = kind == "postgresql"
            database = stack.enter_context(postgresql_database(folder)) if postgresql else Database(folder)
            plan = Plan(database.folder, database.url, conversations=20, events=8)
            hits += kill_at_random(plan, _KILLS_A_ROUND, processes=3 if postgresql else 1, seed=rounds)
            check(plan)
        _say(f"{kind}: {hits} kills at random moments in {rounds} rounds, nothing lost, nothing twice")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
