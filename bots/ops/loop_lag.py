"""How long the event loop keeps whoever is ready waiting."""

import asyncio
from contextlib import AsyncExitStack, suppress
from typing import Final

from bots.ops.meter import Meter

_EVERY_S: Final = 1.0


def watch_loop(meter: Meter, stack: AsyncExitStack, every_s: float = _EVERY_S) -> None:
    """Note the loop's delay again and again until `stack` ends."""
    task = asyncio.get_running_loop().create_task(_measure(meter, every_s))

    async def end() -> None:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    stack.push_async_callback(end)


async def _measure(meter: Meter, every_s: float) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every_s
        await asyncio.sleep(every_s)
        meter.loop_lag(max(0.0, loop.time() - due))
