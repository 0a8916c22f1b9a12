"""Showing what is still being written: the latest of it, no faster than the platform takes it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

from core.usecases.delivery import Delivery

_IN_FLIGHT_S: Final = 5.0


class Throttle:
    """Keeps the latest only: what came while one was being shown is passed over but for the last of it."""

    def __init__(self) -> None:
        self._came = asyncio.Event()
        self._delivery: Delivery | None = None
        self._in_flight = asyncio.Lock()

    def put(self, delivery: Delivery) -> None:
        """Have this shown, unless another comes first."""
        self._delivery = delivery
        self._came.set()

    def again(self) -> None:
        """Have the latest shown once more: there is a place for it now."""
        self._came.set()

    @asynccontextmanager
    async def shown(self, show: Callable[[Delivery], Awaitable[None]], every_s: float) -> AsyncIterator[None]:
        """Within the block, show what comes, one every so many seconds.

        One that is on its way when the block ends is waited for: it must not come after what follows.
        """
        showing = asyncio.create_task(self._show(show, every_s))
        try:
            yield
        finally:
            with suppress(TimeoutError):
                async with asyncio.timeout(_IN_FLIGHT_S):
                    await self._in_flight.acquire()
            showing.cancel()
            await asyncio.wait({showing})

    async def _show(self, show: Callable[[Delivery], Awaitable[None]], every_s: float) -> None:
        while True:
            await self._came.wait()
            self._came.clear()
            if self._delivery is not None:
                async with self._in_flight:
                    await show(self._delivery)
            await asyncio.sleep(every_s)
