"""Deleting what the bot has said to somebody who was forgotten: Discord lets nobody else delete it from a DM."""

import json
from contextlib import suppress
from typing import Final

import aiohttp
import discord

from bots.discord import log
from bots.discord.errors import is_closed
from bots.discord.places import DMS, EVERYWHERE, PLATFORM, channel_of, is_ephemeral
from bots.discord.rest import Rest
from bots.ops.log import leftovers_deleted
from core.errors import PlatformUnreachable
from core.messages import Place
from core.privacy.text import RawText

_LATEST: Final = str((1 << 63) - 1)  # no id is greater


class MessageCleanup:
    """Deletes the bot's own messages, place by place; what only one person sees goes by itself, and cannot be found."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def delete(self, noted: RawText) -> None:
        """Delete what was noted with the deletion; what was said since stays.

        Raises:
            PlatformUnreachable: Not all could be deleted now.
        """
        found = json.loads(noted.reveal())
        # The event is `m` or `i`, an id, and perhaps its part (`.text`, `:file`); what came later has a greater id.
        until = found["until"][1:].partition(".")[0].partition(":")[0]
        places = [Place(PLATFORM, EVERYWHERE, channel, thread) for channel, thread in found["places"]]
        deleted = 0
        for place in places:
            if not is_ephemeral(place):
                await self._opened(place, archived=False)
                deleted += await self._emptied(channel_of(place), until if until.isdecimal() else _LATEST)
                await self._opened(place, archived=True)
        leftovers_deleted(PLATFORM, len(places), deleted)

    async def _opened(self, place: Place, *, archived: bool) -> None:
        """Open a thread, in which else nothing can be deleted, or close it."""
        if place.channel != DMS:
            with suppress(discord.HTTPException, aiohttp.ClientError, TimeoutError):
                await self._rest.change_thread(channel_of(place), {"archived": archived})

    async def _emptied(self, channel: str, before: str) -> int:
        deleted = 0
        try:
            while page := await self._rest.history(channel, before):
                for message in page:
                    if message["author"]["id"] == str(self._rest.own_id):
                        deleted += await self._deleted(channel, message["id"])
                before = page[-1]["id"]
        except discord.HTTPException as error:
            if not is_closed(error):
                raise PlatformUnreachable(platform="Discord") from None
            log.history_unread(error)
        except (aiohttp.ClientError, TimeoutError):
            raise PlatformUnreachable(platform="Discord") from None
        return deleted

    async def _deleted(self, channel: str, message: str) -> bool:
        try:
            await self._rest.delete(channel, message)
        except discord.NotFound:
            return False
        return True
