"""Model wait: runs one model job per session, shows that it is in progress, and shows its answer as it streams."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from bots.ops import log
from bots.platform import Outbox, StreamingOutbox
from bots.shared.sender import Sender
from bots.shared.stream_throttle import Throttle
from core.model_jobs.time_limits import UNTIL_PROGRESS
from core.usecases.delivery import Delivery
from core.usecases.generation import Generation


class ModelWait:
    """Runs model jobs, at most one per session; a job that is no longer needed is cancelled."""

    def __init__(self, generation: Generation, outbox: Outbox, sender: Sender) -> None:
        self._generation = generation
        self._outbox = outbox
        self._sender = sender
        self._working: dict[str, asyncio.Task[tuple[Delivery, ...]]] = {}

    def __contains__(self, session_id: str) -> bool:
        """Whether this process does the job of a session."""
        return session_id in self._working

    def cancel(self, session_id: str) -> None:
        """End the job of a session, if there is one."""
        if session_id in self._working:
            self._working[session_id].cancel()

    async def finish(self, session_id: str, progress: tuple[Delivery, ...]) -> tuple[Delivery, ...]:
        """Do a job that its person waits for, and return what to deliver; they see how far it is."""
        latest = Throttle()
        working = asyncio.create_task(self._work(session_id, latest))
        try:
            await self._show_progress(session_id, working, progress)
            latest.again()
            return await working
        finally:
            working.cancel()

    async def resume(self, session_id: str) -> None:
        """Do and deliver a job that nobody watches, or that an earlier process began."""
        await self._sender.deliver(await self._work(session_id, Throttle()))

    async def _show_progress(
        self, session_id: str, working: "asyncio.Task[tuple[Delivery, ...]]", progress: tuple[Delivery, ...]
    ) -> None:
        """Show the notice of progress if the work takes its time; else note that nothing is to be shown of it."""
        if not progress:
            return
        with self._sender.leases.held(session_id):
            await asyncio.wait({working}, timeout=UNTIL_PROGRESS)
        if not working.done():
            await self._sender.deliver(progress)
        elif session_id in await self._sender.noted({each.outgoing.id: None for each in progress}):
            await self._sender.deliver_left(session_id)

    async def _work(self, session_id: str, latest: Throttle) -> tuple[Delivery, ...]:
        """Finish a generating session and return what to deliver: nothing if nobody waits for it any more."""
        outbox = self._outbox
        async with AsyncExitStack() as stack:
            if isinstance(outbox, StreamingOutbox):
                await stack.enter_async_context(latest.shown(_stream_partial(outbox), outbox.partials_every_s))
            task = asyncio.create_task(self._generation.run(session_id, latest.put))
            self._working[session_id] = task
            try:
                await asyncio.wait({task})
            finally:
                task.cancel()
                if self._working.get(session_id) is task:
                    del self._working[session_id]
        return () if task.cancelled() else task.result()


def _stream_partial(outbox: StreamingOutbox) -> Callable[[Delivery], Awaitable[None]]:
    async def show(delivery: Delivery) -> None:
        try:
            await outbox.stream_partial(delivery.outgoing, delivery.revealed)
        except Exception as error:  # noqa: BLE001 - it is for the moment; the whole answer comes all the same
            log.delivery_failed(0, error)

    return show
