"""Taking interactions: commands, pressed controls, forms that were sent."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Final

import discord

from bots.discord import inbound, log
from bots.discord.answering import Answering
from bots.discord.entrance import Entrance
from bots.discord.means import Means
from bots.discord.message import Message
from bots.discord.pressing import Pressing
from bots.discord.submission import Submission
from bots.discord.visit import Interaction, Visit
from bots.discord.whereabouts import PLATFORM
from core.errors import StoreUnavailable

_PATIENCE_S: Final = 2.0
"""How long an answer may take before the interaction is acknowledged without one; Discord waits for three seconds."""

_SHORT_PATIENCE_S: Final = 0.3
"""The same for a press, which holds nothing that could be lost and needs no form in answer."""


class Reception:
    """Takes every interaction, also those whose buttons and forms are older than this process."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._entrance = Entrance(means)
        self._pressing = Pressing(means)
        self._submission = Submission(means, self._entrance)

    def visit(self, interaction: Interaction, bot: int, *, again: bool = False) -> Visit:
        """Return an interaction as it is served; `again`: one that an earlier process has acknowledged."""
        answering = Answering(self._means.rest, inbound.origin_of(interaction), time.monotonic, self._means.meter)
        if again:
            answering.resume(max((discord.utils.utcnow() - interaction.created_at).total_seconds(), 0))
        locale = self._means.locales.of_interaction(str(interaction.user.id), str(interaction.locale))
        return Visit(interaction, answering, locale, inbound.place_in(interaction, bot))

    async def take(self, visit: Visit, bot: int, *, may_defer: bool) -> bool:
        """Handle one interaction to its end, and say whether the event of its id is committed.

        `may_defer` says that it can be acknowledged before that.

        Raises:
            StoreUnavailable: The database was away; its person knows that it is waited for.
        """
        patience_s = max(_patience(visit) - visit.answering.age, 0.0) if may_defer else None
        async with _acknowledged(visit.answering, patience_s):
            try:
                return await self._served(visit, bot)
            except StoreUnavailable:
                await visit.show(Message(visit.scene.say("error.store_waiting")))
                raise
            except Exception as error:  # noqa: BLE001 - the last line of defence: the person is told
                log.event_failed(visit.interaction.type.name, error)
                self._means.meter.dropped(PLATFORM, "failed")
                visit.answering.refuse()
                await visit.show(Message(visit.scene.say("error.unexpected")))
                return False

    async def turn_away(self, visit: Visit) -> None:
        """Say that it was not taken; a form stays open unless it is acknowledged, and says so itself."""
        if visit.interaction.type is not discord.InteractionType.modal_submit:
            await visit.show(Message(visit.scene.say("error.store_unavailable")))

    async def give_up(self, visit: Visit) -> None:
        """Say that it was tried again and again."""
        await visit.show(Message(visit.scene.say("error.unexpected")))

    async def _served(self, visit: Visit, bot: int) -> bool:
        match visit.interaction.type:
            case discord.InteractionType.application_command:
                return await self._entrance.take(visit, bot)
            case discord.InteractionType.component:
                return await self._pressing.take(visit)
            case discord.InteractionType.modal_submit:
                return await self._submission.take(visit)
            case _:
                return False


def _patience(visit: Visit) -> float:
    pressed = visit.interaction.type is discord.InteractionType.component
    return _SHORT_PATIENCE_S if pressed and visit.can_be_lost else _PATIENCE_S


@asynccontextmanager
async def _acknowledged(answering: Answering, patience_s: float | None) -> AsyncIterator[None]:
    """Acknowledge in time what takes longer, unless `patience_s` is None, and in the end what nothing was shown for."""
    timer = asyncio.create_task(_later(answering, patience_s)) if patience_s is not None else None
    try:
        with answering.serving():
            yield
    finally:
        if timer:
            timer.cancel()
        await _carefully(answering.settle())


async def _later(answering: Answering, patience_s: float) -> None:
    await asyncio.sleep(patience_s)
    await _carefully(answering.defer())


async def _carefully(acknowledging: Awaitable[None]) -> None:
    try:
        await acknowledging
    except discord.HTTPException as error:
        log.answer_refused(error.status, error.code)
