"""Kills one of two forked bots under people: `python -m tests.bots.slack.forked_crashes [KILLS]`, on PostgreSQL.

The other one lives on, and takes up what the dead one held, as does the one that is forked in its place.
"""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bots.crashing import Outcome, report, started
from tests.bots.slack.crashes import CHANNEL, STARTS_WITHIN_S, Employee, settings_for
from tests.core.adapters.store.databases import Database
from tests.fakes.slack.server import FakeSlack

_PROCESSES = 2


async def kill_often(database: Database, kills: int, people: int, seed: int) -> Outcome:
    """Kill so many processes under so many people, and say what came of it."""
    outcome, chance = Outcome(), random.Random(seed)  # noqa: S311 - moments, not keys
    async with FakeSlack.running() as slack:
        slack.world.add_channel(CHANNEL, *(f"U{number}" for number in range(people)))
        ended = asyncio.Event()
        async with (
            _forked(slack, database) as first,
            outcome.uptime.counted(slack.connected(STARTS_WITHIN_S)),
        ):
            await slack.connected(STARTS_WITHIN_S)
            crowd = [Employee(slack, number, outcome, chance) for number in range(people)]
            tasks = [asyncio.create_task(one.work_until(ended)) for one in crowd]
            for _ in range(kills):
                await asyncio.sleep(chance.uniform(0.5, 5))
                os.kill(chance.choice(await _children(first)), signal.SIGKILL)
                outcome.note("a process", "is killed")
                outcome.kills += 1
            ended.set()
            await asyncio.gather(*tasks)
            await outcome.settled(database)
        for one in crowd:
            one.look_for_doubles()
    return outcome


@asynccontextmanager
async def _forked(slack: FakeSlack, database: Database) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the process that forks the others, and have it end them with itself."""
    settings = {**settings_for(slack), "PROMPTGEN_PROCESSES": str(_PROCESSES)}
    async with started("slack", database, settings) as first:
        try:
            yield first
        finally:
            first.terminate()
            await first.wait()


async def _children(first: asyncio.subprocess.Process) -> list[int]:
    """Wait until all have been forked, and return their ids."""
    while len(forked := _children_now(first.pid)) < _PROCESSES:  # noqa: ASYNC110 - nothing tells that a process began
        await asyncio.sleep(0.02)
    return forked


def _children_now(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


if __name__ == "__main__":
    report("Slack", kill_often, ("postgresql",))
