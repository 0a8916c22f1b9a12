"""Tasks that nobody awaits: they are kept until they are done, for the event loop would let them go."""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from typing import Any


class Tasks:
    """Tasks that are under way."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begin one."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def drain(self, within_s: float) -> None:
        """Wait for what is under way, but no longer."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within_s)


def until_end(stack: AsyncExitStack, work: Coroutine[Any, Any, None]) -> None:
    """Begin what goes on until `stack` ends."""
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    stack.push_async_callback(end)
