"""Interactions, which Discord sends once and wants answered within three seconds.

Each is sealed first. Where that cannot be, it is not acknowledged as taken: a form stays open with all that was written
in it, of anything else its person is told. Without a key to seal with, an interaction is acknowledged when it is
committed, however long that takes.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, Final

import discord

from bots.discord import inbound, log
from bots.discord.handlers.actions import handle_component
from bots.discord.handlers.autocomplete import suggest
from bots.discord.handlers.commands import handle_command
from bots.discord.handlers.modal_submissions import handle_modal
from bots.discord.interaction_context import InteractionContext
from bots.discord.message import Message
from bots.discord.message_cleanup import MessageCleanup
from bots.discord.places import EVERYWHERE, PLATFORM
from bots.discord.responder import InteractionResponder
from bots.discord.services import Services
from bots.ops.background_tasks import Tasks
from bots.ops.dropped_events import Ignored, reason_of
from bots.ops.metric_specs import MetricSpec
from bots.shared.interaction_inbox import InteractionInbox
from bots.shared.lru import LRU
from core.errors import StoreUnavailable
from core.messages import LEFTOVERS, Interaction
from core.ports import Inbox
from core.privacy.text import RawText

Payload = Mapping[str, Any]
Read = Callable[[Payload], discord.Interaction[Any]]
"""Makes discord.py's object of an interaction's payload."""

_SEAL_WITHIN_S: Final = 2.0  # of three seconds: where it fails, there is still one to say so
_REMEMBERED: Final = 1_000  # for what is under way; an event that was committed is known by its id
_TIMEOUT_S: Final = 2.0
"""How long an answer may take before the interaction is acknowledged without one; Discord waits for three seconds."""

_SHORT_PATIENCE_S: Final = 0.3
"""The same for a press, which holds nothing that could be lost and needs no form in answer."""

_HANDLERS: Final = {
    discord.InteractionType.application_command: handle_command,
    discord.InteractionType.component: handle_component,
    discord.InteractionType.modal_submit: handle_modal,
}


class Interactions:
    """Takes every interaction, also those that were left behind, and whose buttons are older than this process."""

    def __init__(self, services: Services, inbox: Inbox, read: Read) -> None:
        self._services = services
        self._read = read
        self._leftovers = MessageCleanup(services.rest)
        self._inbox = InteractionInbox(PLATFORM, inbox, services.meter, Tasks(), seal_within_s=_SEAL_WITHIN_S)
        self._seen: LRU[str, bool] = LRU(_REMEMBERED)

    async def take(self, payload: Payload) -> None:
        """Carry an interaction out, once, though it may be delivered twice."""
        context = self._context(payload)
        if context.interaction.type is discord.InteractionType.autocomplete:
            await _suggest(context)
            return
        event, kind = inbound.event_of(context.interaction), context.interaction.type.name
        if self._seen.get(event):
            self._services.dropped(kind, Ignored.REPEATED)
            return
        self._seen.put(event, value=True)
        if not (self._inbox.is_open and context.can_be_lost):
            await self._handle(context, may_defer=not context.can_be_lost)
            return
        written = RawText(json.dumps(payload, ensure_ascii=False))
        sealed = Interaction(event, PLATFORM, EVERYWHERE, context.person, kind, written)
        is_fresh = await self._inbox.seal(sealed)
        if is_fresh:
            await self._inbox.begin(sealed, self._carry_out(sealed, context))
        elif is_fresh is None and context.interaction.type is not discord.InteractionType.modal_submit:
            await _tell(context, "error.store_unavailable")  # a form stays open, and says so itself

    async def watch(self) -> None:
        """Carry out what was acknowledged by a process that is gone, again and again, until cancelled."""
        await self._inbox.watch(self._resume)

    async def _resume(self, left: Interaction) -> None:
        if left.kind == LEFTOVERS:
            await self._inbox.clean_up(left, lambda: self._leftovers.delete(left.payload))
            return
        context = self._context(json.loads(left.payload.reveal()))
        context.responder.resume(max((discord.utils.utcnow() - context.interaction.created_at).total_seconds(), 0))
        await self._carry_out(left, context)

    def _context(self, payload: Payload) -> InteractionContext:
        interaction, services = self._read(payload), self._services
        responder = InteractionResponder(services.rest, inbound.origin_of(interaction), time.monotonic, services.meter)
        locale = services.locales.at_once(str(interaction.user.id), str(interaction.locale))
        place = inbound.place_in(interaction, services.rest.own_id)
        return InteractionContext(interaction, responder, locale, place, services)

    async def _carry_out(self, sealed: Interaction, context: InteractionContext) -> None:
        await self._inbox.carry_out(
            sealed, lambda: self._handle(context, may_defer=True), lambda: _tell(context, "error.unexpected")
        )

    async def _handle(self, context: InteractionContext, *, may_defer: bool) -> bool:
        """Handle one interaction to its end, and say whether the event of its id is committed.

        `may_defer` says that it can be acknowledged before that.

        Raises:
            StoreUnavailable: The database was away; its person knows that it is waited for.
        """
        kind = context.interaction.type
        timeout_s = max(_patience(context) - context.responder.age, 0.0) if may_defer else None
        async with _acknowledged(context.responder, timeout_s):
            try:
                tag = str(context.interaction.locale)
                locale = await self._services.locales.of_interaction(context.person, tag)
                return kind in _HANDLERS and await _HANDLERS[kind](replace(context, locale=locale))
            except StoreUnavailable:
                await _tell(context, "error.store_waiting")
                raise
            except Exception as error:  # noqa: BLE001 - the last line of defence: the person is told
                log.event_failed(kind.name, error)
                self._services.meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason_of(error))
                context.responder.refuse()
                await _tell(context, "error.unexpected")
                return False


async def _suggest(context: InteractionContext) -> None:
    """Answer what is still being typed; where that fails, nothing is offered, and nothing is lost."""
    try:
        await suggest(context)
    except (discord.HTTPException, StoreUnavailable) as error:
        log.event_failed("autocomplete", error)


async def _tell(context: InteractionContext, text: str) -> None:
    await context.show(Message(context.ctx.t(text)))


def _patience(context: InteractionContext) -> float:
    pressed = context.interaction.type is discord.InteractionType.component
    return _SHORT_PATIENCE_S if pressed and context.can_be_lost else _TIMEOUT_S


@asynccontextmanager
async def _acknowledged(responder: InteractionResponder, timeout_s: float | None) -> AsyncIterator[None]:
    """Acknowledge in time what takes longer, unless `timeout_s` is None, and in the end what nothing was shown for."""
    timer = asyncio.create_task(_later(responder, timeout_s)) if timeout_s is not None else None
    try:
        with responder.serving():
            yield
    finally:
        if timer:
            timer.cancel()
        await _carefully(responder.acknowledge())


async def _later(responder: InteractionResponder, timeout_s: float) -> None:
    await asyncio.sleep(timeout_s)
    await _carefully(responder.defer())


async def _carefully(acknowledging: Awaitable[None]) -> None:
    try:
        await acknowledging
    except discord.HTTPException as error:
        log.answer_refused(error.status, error.code)
