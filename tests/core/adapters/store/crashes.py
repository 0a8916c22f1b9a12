"""Kills bot processes, lets others go on, and looks whether anything was lost or done twice."""

import itertools
import multiprocessing
import random
import time
from collections import defaultdict
from multiprocessing.context import ForkServerProcess

from core.adapters.store.open_store import open_store
from tests.core.adapters.store.crash_worker import Plan, work
from tests.core.adapters.store.databases import Database

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.core.adapters.store.crash_worker", "psycopg"])
_TIMEOUT_S = 60
_KILLED = -9


def start(plan: Plan, fatal_point: int = 0) -> ForkServerProcess:
    plan.folder.mkdir(exist_ok=True)
    process = _PROCESSES.Process(target=work, args=(plan, fatal_point), daemon=True)
    process.start()
    return process


def finish(process: ForkServerProcess) -> int | None:
    """Wait for a process to end; return its exit code."""
    process.join(_TIMEOUT_S)
    assert not process.is_alive(), "it hangs"
    return process.exitcode


def kill_at_points(database: Database, first: int = 1, step: int = 1) -> int:
    """Let a process die at a point of its path, another finish its work, and so on to the end of the path.

    The points are: before each statement, before and after each commit, after each delivery. Return how many were met.
    """
    for met, point in enumerate(itertools.count(first, step)):
        plan = Plan(database.folder / str(point), None, conversations=1, events=2)
        plan.folder.mkdir(parents=True)
        code = finish(start(plan, point))
        assert finish(start(plan)) == 0
        check(plan)
        if code == 0:
            return met
        assert code == _KILLED
    raise AssertionError


def kill_at_random(plan: Plan, kills: int, processes: int, seed: int) -> int:
    """Keep so many processes at work and kill them at random moments; return how many kills hit one at work."""
    chance = random.Random(seed)  # noqa: S311 - moments, not keys
    running = [start(plan) for _ in range(processes)]
    hits = 0
    for _ in range(kills):
        time.sleep(chance.uniform(0, 0.4))
        index = chance.randrange(processes)
        running[index].kill()
        finish(running[index])
        hits += running[index].exitcode == _KILLED
        running[index] = start(plan)
    for process in running:
        assert finish(process) == 0
    return hits


def check(plan: Plan) -> None:
    """Prove that every event counted once, and every reply arrived once and in its order."""
    _check_platform(plan)
    store = open_store(plan.folder, plan.url, clock=time.time)
    try:
        assert store.unsent("slack") == ()
        assert store.abandoned("slack") == []
        with store.begin() as transaction:
            for name in plan.names():
                held = transaction.get(name)
                assert held is not None
                values = [entry.value.reveal() for entry in held.vault if entry.value]
                assert values == [f"{name}-{number + 1}" for number in range(plan.events)]
                assert len(held.session.versions) == 1
    finally:
        store.close()


def _check_platform(plan: Plan) -> None:
    """Look at what people saw: a reply that came again under its id is shown once, as the platforms do."""
    shown: dict[str, dict[str, str]] = defaultdict(dict)
    for outgoing_id, name, what in plan.delivered.lines():
        assert shown[name].setdefault(outgoing_id, what) == what
    expected = [f"{number}.{part}" for number in range(plan.events) for part in (0, 1)]
    for name in plan.names():
        assert list(shown[name].values()) == [*expected, "prompt"]
