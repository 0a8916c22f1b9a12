"""Taking interactions: commands, pressed controls, forms that were sent."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any, Final

import discord

from bots.discord import inbound, log
from bots.discord.answering import Answering
from bots.discord.entrance import Entrance
from bots.discord.means import Means
from bots.discord.pressing import Pressing
from bots.discord.submission import Submission
from bots.discord.visit import Visit

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

    async def take(self, interaction: discord.Interaction[Any], bot: int) -> None:
        """Handle one interaction to its end; it is acknowledged in time whatever happens."""
        answering = Answering(self._means.rest, inbound.origin_of(interaction), time.monotonic, self._means.meter)
        locale = self._means.locales.of_interaction(str(interaction.user.id), str(interaction.locale))
        visit = Visit(interaction, answering, locale, inbound.place_in(interaction, bot))
        async with _acknowledged(answering, _patience(interaction)):
            match interaction.type:
                case discord.InteractionType.application_command:
                    await self._entrance.take(visit, bot)
                case discord.InteractionType.component:
                    await self._pressing.take(visit)
                case discord.InteractionType.modal_submit:
                    await self._submission.take(visit)


def _patience(interaction: discord.Interaction[Any]) -> float:
    pressed = interaction.type is discord.InteractionType.component
    opens = inbound.code_in(interaction).startswith(("form:", "answer:"))
    return _SHORT_PATIENCE_S if pressed and not opens else _PATIENCE_S


@asynccontextmanager
async def _acknowledged(answering: Answering, patience_s: float) -> AsyncIterator[None]:
    """Acknowledge in time what takes longer, and in the end what nothing was shown for."""
    timer = asyncio.create_task(_later(answering, patience_s))
    try:
        with answering.serving():
            yield
    finally:
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
