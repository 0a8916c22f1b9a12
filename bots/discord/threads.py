"""The threads of interviews in a server: named after what is made, closed when it is done, opened by what goes on.

Who opened a thread may rename and archive it. Where a server does not let the bot, it says so once and goes on.
"""

import asyncio
from contextlib import suppress
from enum import Enum
from typing import Any, Final

import aiohttp
import discord

from bots.discord import limits, log
from bots.discord.errors import is_archived
from bots.discord.interview_lookup import DiscordInterviews
from bots.discord.markup import one_line, small
from bots.discord.message import Message
from bots.discord.places import channel_of, is_ephemeral
from bots.discord.render_context import RenderContext
from bots.discord.rest import Rest
from bots.discord.texts import TEXTS
from bots.shared.lru import LRU
from core.conversation.replies import ShowPrompt, Tell
from core.messages import Outgoing, Place

_SERVERS: Final = 10_000  # a megabyte; one that is forgotten is told a second time
_WITHIN_S: Final = 3.0  # the next reply waits for it, and a third name in ten minutes would be waited for that long
_HOUR_MINUTES: Final = 60
"""After a prompt is there: Discord's shortest time, within which one refines it where it stands."""

_UNNAMED: Final = frozenset(texts["thread.name"] for texts in TEXTS.values())


class _Outcome(Enum):
    """What became of a change: `BARRED` is one that the bot lacks a permission for."""

    DONE = "done"
    FAILED = "failed"
    BARRED = "barred"


class Threads:
    """Changes threads beside the conversation, which never waits long for it."""

    def __init__(self, rest: Rest, interviews: DiscordInterviews) -> None:
        self._rest = rest
        self._interviews = interviews
        self._told: LRU[str, bool] = LRU(_SERVERS)

    async def open(self, outgoing: Outgoing) -> None:
        """Open the thread again before something in it waits for the person; an archived one is known to nobody."""
        if _is_thread(outgoing.place) and outgoing.reply.waits:
            thread = channel_of(outgoing.place)
            if self._rest.thread_name(thread) is None:
                await self._changed(thread, {"archived": False})

    async def reopen(self, place: Place) -> bool:
        """Open a thread in which nothing could be written; say whether it is open now."""
        if not _is_thread(place):
            return False
        return await self._changed(channel_of(place), {"archived": False}) is _Outcome.DONE

    async def follow(self, outgoing: Outgoing, ctx: RenderContext) -> None:
        """Name or close the thread after a reply was shown in it."""
        if not (_is_thread(outgoing.place) and outgoing.session):
            return
        thread, reply = channel_of(outgoing.place), outgoing.reply
        if isinstance(reply, Tell) and reply.closes:
            await self._changed(thread, {"archived": True})
            return
        finished = isinstance(reply, ShowPrompt)
        change: dict[str, Any] = {"auto_archive_duration": _HOUR_MINUTES} if finished else {}
        change |= await self._named(thread, outgoing, finished=finished)
        if change and await self._changed(thread, change) is _Outcome.BARRED:
            await self._tell_once(outgoing.place, ctx)

    async def _named(self, thread: str, outgoing: Outgoing, *, finished: bool) -> dict[str, str]:
        """Return the name that a thread is to have: Discord allows two in ten minutes, so not at every step."""
        known = self._rest.thread_name(thread)
        if not (finished or (outgoing.reply.waits and known in _UNNAMED)):
            return {}
        purpose = await self._interviews.purpose_at(outgoing.place, outgoing.session)
        name = one_line(purpose, limits.THREAD_NAME)
        return {"name": name} if name and name != known else {}

    async def _changed(self, thread: str, change: dict[str, Any]) -> "_Outcome":
        """Change a thread; what Discord does not do in time is left as it is."""
        try:
            await asyncio.wait_for(self._rest.change_thread(thread, change), _WITHIN_S)
        except discord.HTTPException as error:
            log.thread_unchanged(error.status, error.code)
            barred = isinstance(error, discord.Forbidden) and not is_archived(error)
            return _Outcome.BARRED if barred else _Outcome.FAILED
        except (aiohttp.ClientError, TimeoutError, RuntimeError):  # aiohttp's for a session that is closed
            return _Outcome.FAILED
        return _Outcome.DONE

    async def _tell_once(self, place: Place, ctx: RenderContext) -> None:
        if self._told.get(place.channel) is None:
            self._told.put(place.channel, value=True)
            told = Message(small(ctx.t("thread.unchanged")), silent=True)
            with suppress(discord.HTTPException, aiohttp.ClientError, TimeoutError):
                await self._rest.send(channel_of(place), told, f"thread-{channel_of(place)}"[: limits.NONCE])


def _is_thread(place: Place) -> bool:
    return not (place.private or is_ephemeral(place))
