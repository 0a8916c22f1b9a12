"""Deletes what a server had when it removes the app."""

import asyncio

from bots.discord.places import EVERYWHERE, PLATFORM
from core.ports import Store


async def forget_server(store: Store, guild: int) -> None:
    """Delete what is of a server; what people said in their DM is theirs, and stays."""
    await asyncio.to_thread(store.forget_workspace, PLATFORM, EVERYWHERE, str(guild))
