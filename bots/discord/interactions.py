"""Interactions, which Discord sends once and wants answered within three seconds.

Each is sealed first. Where that cannot be, it is not acknowledged as taken: a form stays open with all that was written
in it, of anything else its person is told. Without a key to seal with, an interaction is acknowledged when it is
committed, however long that takes.
"""

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
from bots.ops.tasks import Tasks
from bots.shared.interaction_inbox import InteractionInbox
from bots.shared.lru import LRU
from core.messages import LEFTOVERS, Interaction
from core.ports import Inbox
from core.privacy.text import RawText

Payload = Mapping[str, Any]
Read = Callable[[Payload], discord.Interaction[Any]]
"""Makes discord.py's object of an interaction's payload."""

_SEAL_WITHIN_S: Final = 2.0
_REMEMBERED: Final = 1_000


class Interactions:
    """Receives interactions, and takes up those that were left behind."""

    def __init__(self, handler: InteractionHandler, inbox: Inbox, leftovers: MessageCleanup, meter: Meter) -> None:
        self._handler = handler
        self._leftovers = leftovers
        self._inbox = InteractionInbox(PLATFORM, inbox, meter, Tasks(), seal_within_s=_SEAL_WITHIN_S)
        self._meter = meter
        self._seen: LRU[str, bool] = LRU(_REMEMBERED)

    async def take(self, payload: Payload, read: Read, bot: int) -> None:
        """Carry an interaction out, once, though it may be delivered twice."""
        context = self._handler.context(read(payload), bot)
        if context.interaction.type is discord.InteractionType.autocomplete:
            await self._handler.suggest(context)
            return
        event, kind = event_of(context.interaction), context.interaction.type.name
        if self._seen.get(event):
            log.dropped(kind, "repeated")
            self._meter.dropped(PLATFORM, "repeated")
            return
        self._seen.put(event, value=True)
        if not (self._inbox.is_open and context.can_be_lost):
            await self._handler.take(context, bot, may_defer=not context.can_be_lost)
            return
        written = RawText(json.dumps(payload, ensure_ascii=False))
        sealed = Interaction(event, PLATFORM, EVERYWHERE, str(context.person), kind, written)
        is_fresh = await self._inbox.seal(sealed)
        if is_fresh is None:
            await self._handler.tell_not_taken(context)
        elif is_fresh:
            await self._inbox.begin(sealed, self._carry_out(sealed, context, bot))

    async def watch(self, read: Read, bot: Callable[[], int]) -> None:
        """Carry out what was acknowledged by a process that is gone, again and again, until cancelled."""
        await self._inbox.watch(lambda left: self._take_up(left, read, bot()))

    async def _take_up(self, left: Interaction, read: Read, bot: int) -> None:
        if left.kind == LEFTOVERS:
            await self._inbox.clean_up(left, lambda: self._leftovers.delete(left.payload, bot))
        else:
            interaction = read(json.loads(left.payload.reveal()))
            await self._carry_out(left, self._handler.context(interaction, bot, again=True), bot)

    async def _carry_out(self, sealed: Interaction, context: InteractionContext, bot: int) -> None:
        await self._inbox.carry_out(
            sealed,
            lambda: self._handler.take(context, bot, may_defer=True),
            lambda: self._handler.give_up(context),
        )
