"""Waiting for what a test waits for."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

_NOW_AND_THEN: Final = 0.1


async def until(true: Callable[[], object], changed: asyncio.Condition, seconds: float) -> None:
    """Return when something holds: looked at with each change of a fake world, and now and then.

    What happens inside the bot changes no world, so that nobody would look again.
    """
    async with asyncio.timeout(seconds):
        while not true():
            async with changed:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_NOW_AND_THEN):
                        await changed.wait()
