"""How long the event loop keeps whoever is ready waiting."""

import asyncio
from contextlib import AsyncExitStack
from typing import Final

from bots.ops.meter import Meter
from bots.ops.tasks import until_end

_EVERY_S: Final = 1.0


def watch_loop(meter: Meter, stack: AsyncExitStack, every_s: float = _EVERY_S) -> None:
    """Note the loop's delay again and again until `stack` ends."""
    until_end(stack, _measure(meter, every_s))


async def _measure(meter: Meter, every_s: float) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every_s
        await asyncio.sleep(every_s)
        meter.loop_lag(max(0.0, loop.time() - due))
