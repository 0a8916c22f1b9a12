"""Handles interactions: commands, components, submitted modals."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Final

import discord

from bots.discord import inbound, log
from bots.discord.autocomplete import Autocomplete
from bots.discord.command_handler import CommandHandler
from bots.discord.component_handler import ComponentHandler
from bots.discord.interaction_context import Interaction, InteractionContext
from bots.discord.message import Message
from bots.discord.modal_handler import ModalSubmitHandler
from bots.discord.places import PLATFORM
from bots.discord.responder import InteractionResponder
from bots.discord.services import Services
from core.errors import StoreUnavailable

_PATIENCE_S: Final = 2.0
"""How long an answer may take before the interaction is acknowledged without one; Discord waits for three seconds."""

_SHORT_PATIENCE_S: Final = 0.3
"""The same for a press, which holds nothing that could be lost and needs no form in answer."""


class InteractionHandler:
    """Takes every interaction, also those whose buttons and forms are older than this process."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._command_handler = CommandHandler(services)
        self._autocomplete = Autocomplete(services)
        self._component_handler = ComponentHandler(services)
        self._modal_handler = ModalSubmitHandler(services, self._command_handler)

    def context(self, interaction: Interaction, bot: int, *, again: bool = False) -> InteractionContext:
        """Return an interaction as it is served; `again`: one that an earlier process has acknowledged."""
        responder = InteractionResponder(
            self._services.rest, inbound.origin_of(interaction), time.monotonic, self._services.meter
        )
        if again:
            responder.resume(max((discord.utils.utcnow() - interaction.created_at).total_seconds(), 0))
        locale = self._services.locales.of_interaction(str(interaction.user.id), str(interaction.locale))
        place = inbound.place_in(interaction, bot)
        return InteractionContext(interaction, responder, locale, place, self._services.mentions)

    async def suggest(self, context: InteractionContext) -> None:
        """Answer what is still being typed; where that fails, nothing is offered, and nothing is lost."""
        try:
            await self._autocomplete.take(context)
        except (discord.HTTPException, StoreUnavailable) as error:
            log.event_failed("autocomplete", error)

    async def take(self, context: InteractionContext, bot: int, *, may_defer: bool) -> bool:
        """Handle one interaction to its end, and say whether the event of its id is committed.

        `may_defer` says that it can be acknowledged before that.

        Raises:
            StoreUnavailable: The database was away; its person knows that it is waited for.
        """
        patience_s = max(_patience(context) - context.responder.age, 0.0) if may_defer else None
        async with _acknowledged(context.responder, patience_s):
            try:
                return await self._served(context, bot)
            except StoreUnavailable:
                await context.show(Message(context.ctx.say("error.store_waiting")))
                raise
            except Exception as error:  # noqa: BLE001 - the last line of defence: the person is told
                log.event_failed(context.interaction.type.name, error)
                self._services.meter.dropped(PLATFORM, "failed")
                context.responder.refuse()
                await context.show(Message(context.ctx.say("error.unexpected")))
                return False

    async def tell_not_taken(self, context: InteractionContext) -> None:
        """Say that it was not taken; a form stays open unless it is acknowledged, and says so itself."""
        if context.interaction.type is not discord.InteractionType.modal_submit:
            await context.show(Message(context.ctx.say("error.store_unavailable")))

    async def give_up(self, context: InteractionContext) -> None:
        """Say that it was tried again and again."""
        await context.show(Message(context.ctx.say("error.unexpected")))

    async def _served(self, context: InteractionContext, bot: int) -> bool:
        match context.interaction.type:
            case discord.InteractionType.application_command:
                return await self._command_handler.take(context, bot)
            case discord.InteractionType.component:
                return await self._component_handler.take(context)
            case discord.InteractionType.modal_submit:
                return await self._modal_handler.take(context)
            case _:
                return False


def _patience(context: InteractionContext) -> float:
    pressed = context.interaction.type is discord.InteractionType.component
    return _SHORT_PATIENCE_S if pressed and context.can_be_lost else _PATIENCE_S


@asynccontextmanager
async def _acknowledged(responder: InteractionResponder, patience_s: float | None) -> AsyncIterator[None]:
    """Acknowledge in time what takes longer, unless `patience_s` is None, and in the end what nothing was shown for."""
    timer = asyncio.create_task(_later(responder, patience_s)) if patience_s is not None else None
    try:
        with responder.serving():
            yield
    finally:
        if timer:
            timer.cancel()
        await _carefully(responder.settle())


async def _later(responder: InteractionResponder, patience_s: float) -> None:
    await asyncio.sleep(patience_s)
    await _carefully(responder.defer())


async def _carefully(acknowledging: Awaitable[None]) -> None:
    try:
        await acknowledging
    except discord.HTTPException as error:
        log.answer_refused(error.status, error.code)
