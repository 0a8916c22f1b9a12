"""A word on what takes its time: said only once it does, and taken back when it is over."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

PATIENCE_S: Final = 1.0


@asynccontextmanager
async def noticing(
    begin: Callable[[], Awaitable[None]],
    end: Callable[[], Awaitable[None]] | None = None,
    after_s: float = PATIENCE_S,
) -> AsyncIterator[None]:
    """Await `begin` if what is done inside takes longer, and `end` when it is over; neither holds it up or fails it."""
    started = asyncio.Event()

    async def later() -> None:
        await asyncio.sleep(after_s)
        started.set()
        await begin()

    notice = asyncio.create_task(later())
    try:
        yield
    finally:
        notice.cancel()
        await asyncio.gather(notice, return_exceptions=True)
        if started.is_set() and end:
            await asyncio.gather(end(), return_exceptions=True)
