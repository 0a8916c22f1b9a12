"""Kills bot processes by the hundred: `python -m tests.crash [KILLS]`, on SQLite and, if there is one, PostgreSQL.

Where PostgreSQL's programs are on this machine, a server of its own is stopped and started under bots at work, too.
"""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.core.adapters.store.cluster import Cluster, own_cluster
from tests.core.adapters.store.crash_worker import Plan
from tests.core.adapters.store.crashes import check, finish, kill_at_points, kill_at_random, start
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
    with own_cluster() as cluster:
        if cluster:
            _restart_often(cluster)


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


def _restart_often(cluster: Cluster) -> None:
    """Restart the server under three bots at work, by turns as an operator does and as a crash."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(Path(folder), cluster.url, conversations=40, events=8)
        bots = [start(plan) for _ in range(3)]
        restarts = 0
        while len(plan.acknowledged.lines()) < plan.conversations * plan.events:
            before = len(plan.acknowledged.lines())
            while len(plan.acknowledged.lines()) <= before:
                time.sleep(0.05)
            cluster.stop("immediate" if restarts % 2 else "fast")
            cluster.start()
            restarts += 1
        assert [finish(bot) for bot in bots] == [0, 0, 0]
        check(plan)
        _say(f"postgresql: restarted {restarts} times under three bots at work, nothing lost, nothing twice")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
