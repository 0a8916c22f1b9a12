"""Fetches messages that were sent while there was no connection."""

import asyncio
from typing import Final

import aiohttp
import discord

from bots.discord import inbound, log
from bots.discord.handlers.messages import MessageHandler
from bots.discord.places import DMS, PLATFORM, channel_of, is_ephemeral, shard_of
from bots.shared.database_retry import StoreRetry
from core.messages import Place
from core.ports import Store

_BACK_S: Final = 24 * 60 * 60.0
"""How far back conversations are looked at; who has waited longer writes again."""

_BEFORE_S: Final = 600.0
"""How long before a conversation's last change is searched: two messages may come at once, and one be lost."""

_DISCORD_EPOCH_S: Final = 1_420_070_400
"""The beginning of 2015: an id counts the milliseconds since then, above 22 other bits."""

_MOST: Final = 100  # one request brings no more


class Backfill:
    """Finds them again; those that were taken up are known by their ids and change nothing."""

    def __init__(self, store: Store, message_handler: MessageHandler, retry: StoreRetry) -> None:
        self._store = store
        self._message_handler = message_handler
        self._retry = retry

    async def look(self, client: discord.AutoShardedClient, shard: int, now: float) -> None:
        """Take up what was said in the conversations of a shard."""
        places = await self._retry.run(lambda: asyncio.to_thread(self._store.places, PLATFORM, now - _BACK_S))
        here = [(place, changed) for place, changed in places if shard_of(place, client.shard_count or 1) == shard]
        found = 0
        for place, changed in here:
            if not is_ephemeral(place):
                found += await self._catch_up(client, place, changed - _BEFORE_S)
        log.caught_up(len(here), found)

    async def _catch_up(self, client: discord.AutoShardedClient, place: Place, since: float) -> int:
        guild = None if place.channel == DMS else int(place.channel)
        channel = client.get_partial_messageable(int(channel_of(place)), guild_id=guild)
        after = discord.Object(int((since - _DISCORD_EPOCH_S) * 1000) << 22)
        try:
            messages = [message async for message in channel.history(limit=_MOST, after=after, oldest_first=True)]
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            log.history_unread(error)
            return 0
        spoken = [message for message in messages if inbound.is_spoken(message)]
        for message in spoken:
            await self._message_handler.handle(message, place)
        return len(spoken)
