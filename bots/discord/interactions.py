"""Interactions, which Discord sends once and wants answered within three seconds.

Each is sealed in the inbox before it is acknowledged, and then carried out; what a process that died has left there is
carried out by the next. What cannot be sealed in time is not acknowledged as taken: a form stays open with all that was
written in it, of anything else its person is told. Without a key to seal with, an interaction is acknowledged when it
is committed, however long that takes.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import discord

from bots.discord import log
from bots.discord.cleanup import MessageCleanup
from bots.discord.inbound import event_of
from bots.discord.interaction_context import InteractionContext
from bots.discord.interaction_handler import InteractionHandler
from bots.discord.places import EVERYWHERE, PLATFORM
from bots.ops.meter import Meter
from bots.shared.lru import LRU
from core.errors import PlatformUnreachable, PromptgenError, StoreUnavailable
from core.messages import LEFTOVERS, Interaction
from core.ports import Inbox
from core.privacy.text import RawText

Payload = Mapping[str, Any]
Read = Callable[[Payload], discord.Interaction[Any]]
"""Makes discord.py's object of an interaction's payload."""

_SEAL_WITHIN_S: Final = 2.0
_LOOK_EVERY_S: Final = 5.0
_MOST_ATTEMPTS: Final = 10
_REMEMBERED: Final = 1_000


class Interactions:
    """Receives interactions, and takes up those that were left behind."""

    def __init__(self, handler: InteractionHandler, inbox: Inbox, leftovers: MessageCleanup, meter: Meter) -> None:
        self._handler = handler
        self._leftovers = leftovers
        self._inbox = inbox
        self._meter = meter
        self._held: set[str] = set()
        self._seen: LRU[str, bool] = LRU(_REMEMBERED)
        self._taking_back: set[asyncio.Task[None]] = set()

    async def take(self, payload: Payload, read: Read, bot: int) -> None:
        """Carry an interaction out, once, though it may be delivered twice."""
        context = self._handler.context(read(payload), bot)
        if context.interaction.type is discord.InteractionType.autocomplete:
            await self._handler.suggest(context)
            return
        event = event_of(context.interaction)
        if self._seen.get(event):
            self._drop(context.interaction.type.name, "repeated")
            return
        self._seen.put(event, value=True)
        if not (self._inbox.is_open and context.can_be_lost):
            await self._handler.take(context, bot, may_defer=not context.can_be_lost)
            return
        written = RawText(json.dumps(payload, ensure_ascii=False))
        sealed = Interaction(event, PLATFORM, EVERYWHERE, str(context.person), context.interaction.type.name, written)
        is_fresh = await self._sealed(sealed)
        if is_fresh is None:
            await self._handler.turn_away(context)
        elif is_fresh:
            await self._carry_out(sealed, context, bot)

    async def watch(self, read: Read, bot: Callable[[], int]) -> None:
        """Carry out what was acknowledged by a process that is gone, again and again, until cancelled."""
        while True:
            is_more = False
            try:
                is_more = await self.recover(read, bot())
            except PromptgenError as error:
                log.inbox_failed(error.code)
            except Exception as error:  # noqa: BLE001 - it must not end: who else would carry them out?
                log.event_failed("inbox", error)
            if not is_more:
                await asyncio.sleep(_LOOK_EVERY_S)

    async def recover(self, read: Read, bot: int) -> bool:
        """Carry out what was acknowledged by a process that is gone; say whether there may be more."""
        await asyncio.to_thread(self._inbox.renew, PLATFORM, tuple(self._held))
        left = await asyncio.to_thread(self._inbox.take, PLATFORM)
        await asyncio.gather(*(self._take_up(each, read, bot) for each in left if each.id not in self._held))
        return bool(left)

    async def _take_up(self, sealed: Interaction, read: Read, bot: int) -> None:
        if sealed.kind == LEFTOVERS:
            await self._delete(sealed, bot)
            return
        interaction = read(json.loads(sealed.payload.reveal()))
        await self._carry_out(sealed, self._handler.context(interaction, bot, again=True), bot)

    async def _sealed(self, interaction: Interaction) -> bool | None:
        """Seal an interaction; False if it was carried out, None if it could not be sealed in time."""
        sealing = asyncio.create_task(asyncio.to_thread(self._inbox.put, interaction))
        try:
            return await asyncio.wait_for(asyncio.shield(sealing), _SEAL_WITHIN_S)
        except TimeoutError:
            self._drop(interaction.kind, "late")
            taking_back = asyncio.create_task(self._taken_back(sealing, interaction))
            self._taking_back.add(taking_back)
            taking_back.add_done_callback(self._taking_back.discard)
        except PromptgenError as error:
            self._drop(interaction.kind, error.code)
        return None

    async def _taken_back(self, sealing: asyncio.Task[bool], interaction: Interaction) -> None:
        """Take back what is sealed too late: its person is told that it was not taken."""
        try:
            if await sealing:
                await asyncio.to_thread(self._inbox.withdraw, PLATFORM, interaction.id)
        except PromptgenError as error:
            log.inbox_failed(error.code)

    async def _delete(self, sealed: Interaction, bot: int) -> None:
        """Delete what somebody's conversations have left; what cannot be deleted now is tried again."""
        self._held.add(sealed.id)
        try:
            await self._leftovers.delete(sealed.payload, bot)
        except PlatformUnreachable as error:
            log.inbox_failed(error.code)
            return
        finally:
            self._held.discard(sealed.id)
        await asyncio.to_thread(self._inbox.discard, PLATFORM, sealed.id)

    async def _carry_out(self, sealed: Interaction, context: InteractionContext, bot: int) -> None:
        self._held.add(sealed.id)
        try:
            if sealed.attempts > _MOST_ATTEMPTS:
                self._drop(sealed.kind, "given_up")
                await self._handler.give_up(context)
            elif await self._handler.take(context, bot, may_defer=True):
                return  # with the event of its id it went from the inbox
            await asyncio.to_thread(self._inbox.discard, PLATFORM, sealed.id)
        except StoreUnavailable as error:
            log.inbox_failed(error.code)  # it lies sealed until the database is back
        finally:
            self._held.discard(sealed.id)

    def _drop(self, kind: str, reason: str) -> None:
        log.dropped(kind, reason)
        self._meter.dropped(PLATFORM, reason)
