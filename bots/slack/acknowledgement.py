"""Carrying out what reached us, so that nothing is acknowledged before it can no longer be lost.

An event of Slack's is acknowledged when it is committed. Until then Slack holds it too, and sends it again to whatever
process lives by then; `event_id` tells that it is the same. While the database is away it is kept here and tried again,
which is sooner than Slack would. What fails for another reason is told to its person, and acknowledged.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final

from bots.ops.background_tasks import Tasks
from bots.ops.dropped_events import Ignored, reason_of
from bots.ops.metric_specs import Meter, MetricSpec
from bots.shared.database_retry import StoreRetry
from bots.shared.keyed_locks import KeyedLocks
from bots.slack import log
from bots.slack.errors import is_expired_trigger
from bots.slack.places import PLATFORM
from core.errors import StoreUnavailable
from core.messages import Place

WAITING: Final = "error.store_waiting"
UNAVAILABLE: Final = "error.store_unavailable"

Committed = Callable[[], Awaitable[None]]
Job = Callable[[Committed], Coroutine[Any, Any, object]]
ErrorNotifier = Callable[[str], Awaitable[object]]
"""Tells a person what became of what they did, by the id of a text."""


class NotCommittedError(Exception):
    """The process ends before an event was committed: it is not acknowledged, and Slack sends it again."""


@dataclass(frozen=True, slots=True)
class _Running:
    """An event that is being carried out; `safe` is done when it is committed."""

    task: asyncio.Task[None]
    safe: asyncio.Event


class BackgroundTasks(Tasks):
    """Runs jobs, and knows when each is committed."""

    def __init__(self, meter: Meter, retry: StoreRetry) -> None:
        super().__init__()
        self._meter: Final = meter
        self._retry: Final = retry
        self._events: dict[str, _Running] = {}
        self._lines: KeyedLocks[Place] = KeyedLocks()

    async def event(self, name: str, event_id: str, job: Job, notify: ErrorNotifier) -> None:
        """Carry out an event, and return when it may be acknowledged.

        One that Slack sends again meanwhile waits for the same job.

        Raises:
            NotCommittedError: It may not.
        """
        began = time.monotonic()
        running = self._events.get(event_id) or self._begin_event(name, event_id, job, notify)
        safe = asyncio.create_task(running.safe.wait())
        await asyncio.wait({running.task, safe}, return_when=asyncio.FIRST_COMPLETED)
        safe.cancel()
        if running.task.done() and running.task.cancelled() and not running.safe.is_set():
            raise NotCommittedError
        self._meter.note(MetricSpec.ACKNOWLEDGEMENT, PLATFORM, value=time.monotonic() - began)

    async def carry_out(self, name: str, job: Job, notify: ErrorNotifier, safe: asyncio.Event) -> None:
        """Carry a job out to its end; `safe` is set when it is committed.

        Raises:
            StoreUnavailable: The database was away all the time; its person knows that it was waited for.
        """
        try:
            await self._retry.run(lambda: _attempt(name, job, safe), lambda: self.try_to_notify(name, notify, WAITING))
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - the last line of defence: one job must not end the others
            log.handler_failed(name, error)
            if not safe.is_set():
                is_late = is_expired_trigger(error)
                self._dropped(Ignored.TOO_LATE if is_late else reason_of(error))
                await self.try_to_notify(name, notify, "window.late" if is_late else "error.unexpected")

    async def try_to_notify(self, name: str, notify: ErrorNotifier, text: str) -> None:
        """Tell a person what became of what they did, if that can be told."""
        try:
            await notify(text)
        except Exception as error:  # noqa: BLE001 - as above: Slack may be away, too
            log.handler_failed(f"notify.{name}", error)

    @asynccontextmanager
    async def in_line(self, place: Place) -> AsyncIterator[None]:
        """Let what happens at a place go on in the order in which it came."""
        async with self._lines[place]:
            yield

    def _begin_event(self, name: str, event_id: str, job: Job, notify: ErrorNotifier) -> _Running:
        safe = asyncio.Event()
        running = self._events[event_id] = _Running(self.begin(self._event(name, job, notify, safe)), safe)
        running.task.add_done_callback(lambda _: self._events.pop(event_id, None))
        return running

    async def _event(self, name: str, job: Job, notify: ErrorNotifier, safe: asyncio.Event) -> None:
        try:
            await self.carry_out(name, job, notify, safe)
        except StoreUnavailable as error:
            log.handler_failed(name, error)
            self._dropped(reason_of(error))
            await self.try_to_notify(name, notify, UNAVAILABLE)

    def _dropped(self, reason: str) -> None:
        self._meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason)


async def _attempt(name: str, job: Job, safe: asyncio.Event) -> None:
    async def committed() -> None:
        safe.set()

    try:
        await job(committed)
    except StoreUnavailable as error:
        if not safe.is_set():
            raise
        log.handler_failed(name, error)  # what follows the commit is a courtesy
