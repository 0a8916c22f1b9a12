"""Deletes what a server had when it removes the app."""

import asyncio
from collections.abc import Callable

from bots.discord.places import EVERYWHERE, PLATFORM


async def forget_server(forget: Callable[[str, str, str], int], guild: int) -> None:
    """Delete what is of a server; `forget` deletes the data of one in a platform's workspace."""
    await asyncio.to_thread(forget, PLATFORM, EVERYWHERE, str(guild))
