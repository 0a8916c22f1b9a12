"""Work that goes on after Slack has its acknowledgement."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Final
from weakref import WeakValueDictionary

from bots.meter import Meter
from bots.slack import log
from bots.slack.whereabouts import PLATFORM
from core.incoming import Place

_ACKNOWLEDGE_WITHIN_S: Final = 2.0

Committed = Callable[[], Awaitable[None]]
Job = Callable[[Committed], Coroutine[Any, Any, object]]
Excuse = Callable[[Exception], Awaitable[object]]


class Work:
    """Runs jobs: each is waited for until it is committed, or until Slack would lose patience."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._tasks: set[asyncio.Task[None]] = set()
        self._lines: WeakValueDictionary[Place, asyncio.Lock] = WeakValueDictionary()

    async def begin(self, name: str, job: Job, excuse: Excuse | None = None) -> None:
        """Begin a job, and return when what it took in can no longer be lost, or after 2 s.

        `excuse` tells the person of a job that failed.
        """
        began = time.monotonic()
        safe: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        async def committed() -> None:
            if not safe.done():
                safe.set_result(None)

        task = asyncio.create_task(_logged(name, job(committed), excuse))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.wait({task, safe}, timeout=_ACKNOWLEDGE_WITHIN_S, return_when=asyncio.FIRST_COMPLETED)
        self._meter.acknowledged(PLATFORM, time.monotonic() - began)

    @asynccontextmanager
    async def in_line(self, place: Place) -> AsyncIterator[None]:
        """Let what happens at a place go on in the order in which it came."""
        async with self._lines.setdefault(place, asyncio.Lock()):
            yield

    async def drain(self, seconds: float) -> None:
        """Wait for what is under way."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)


async def _logged(name: str, job: Coroutine[Any, Any, object], excuse: Excuse | None = None) -> None:
    try:
        await job
    except Exception as error:  # noqa: BLE001 - the last line of defence: one job must not end the others
        log.unheard(name, error)
        if excuse:
            await _logged(f"excuse.{name}", _excused(excuse, error))


async def _excused(excuse: Excuse, error: Exception) -> None:
    await excuse(error)
