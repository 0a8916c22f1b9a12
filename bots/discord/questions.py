"""The open questions, whose controls go when they are answered by typing; a pressed one loses them by itself."""

import asyncio
from contextlib import suppress
from typing import Final

import aiohttp
import discord

from bots.discord.places import channel_of, is_aside
from bots.discord.responder import InteractionResponder
from bots.discord.rest import Rest
from bots.shared.lru import LRU
from core.conversation.replies import Ask, AskGap, ShowProgress, ShowSummary
from core.messages import Outgoing

_MOST: Final = 10_000


class Questions:
    """Remembers the newest question of each interview; to have lost one costs no more than controls that stay."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest
        self._open: LRU[str, str] = LRU(_MOST)
        self._closing: set[asyncio.Task[None]] = set()

    def shown(self, outgoing: Outgoing, receipt: str, responder: InteractionResponder | None) -> None:
        """Note a reply that was shown; a question before it is over."""
        reply, session = outgoing.reply, outgoing.session
        if not isinstance(reply, Ask | AskGap | ShowSummary | ShowProgress) or not session or is_aside(outgoing.place):
            return
        before = self._open.get(session)
        self._open.pop(session)
        if isinstance(reply, Ask | AskGap) and receipt.isdecimal():
            self._open.put(session, receipt)
        if before and before != receipt and not (responder and responder.spends):
            closing = asyncio.create_task(self._close(channel_of(outgoing.place), before))
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)

    async def _close(self, channel: str, message: str) -> None:
        with suppress(discord.HTTPException, aiohttp.ClientError, TimeoutError, RuntimeError):
            await self._rest.take_controls(channel, message)
