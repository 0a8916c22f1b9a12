"""One interaction while it is handled: who it is from, where, and how it is answered."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord

from bots.discord import inbound, log
from bots.discord.message import Message
from bots.discord.render_context import RenderContext
from bots.discord.responder import InteractionResponder
from bots.discord.services import Services
from core.messages import Action, Incoming, Place
from core.values.locale import Locale

Interaction = discord.Interaction[Any]


@dataclass(frozen=True, slots=True)
class InteractionContext:
    """An interaction; `place` is where its conversation is held, None if none can be held where it came from."""

    interaction: Interaction
    responder: InteractionResponder
    locale: Locale
    place: Place | None
    services: Services

    @property
    def person(self) -> str:
        """Discord's id of the person."""
        return str(self.interaction.user.id)

    @property
    def session(self) -> str:
        """The interview that the control or form is about; empty for the one at the front of the place."""
        return inbound.session_in(self.interaction)

    @property
    def can_be_lost(self) -> bool:
        """Whether something is gone with it if nothing comes of it: not where an input or form is to be opened."""
        opens = self.interaction.type is discord.InteractionType.component
        return not (opens and inbound.code_in(self.interaction).startswith(("form:", "answer:")))

    @property
    def ctx(self) -> RenderContext:
        """How to speak to this person."""
        address = inbound.address_in(self.interaction)
        return RenderContext(self.locale, session=address, mentions=self.services.mentions)

    @property
    def here(self) -> Place:
        """The place, or what the person alone sees where there is none."""
        return self.place or inbound.ephemeral_of(self.interaction)

    async def tell(self, text: str, **details: str | int) -> None:
        """Say something of Discord's own to the person alone."""
        await self.show(Message(self.ctx.t(text, **details)))

    async def show(self, message: Message, *, in_place: bool = False) -> None:
        """Show a message to the person alone; where Discord refuses it, what else they asked for is done."""
        try:
            await self.responder.show(message, in_place=in_place)
        except discord.HTTPException as error:
            log.answer_refused(error.status, error.code)

    def did(self, place: Place, action: Action, part: str = "") -> Incoming:
        """Return what the person did, and to which interview."""
        return inbound.did(self.interaction, place, action, self.locale, part)

    async def take(
        self,
        action: Action,
        committed: Callable[[], Awaitable[None]] | None = None,
        *,
        at: Place | None = None,
        part: str = "",
    ) -> bool:
        """Let the relay handle what the person did, here or at another place; say whether its event is committed."""
        return await self.services.relay.handle(self.did(at or self.here, action, part), committed)

    async def is_anothers(self) -> bool:
        """Say whether the interview that is meant belongs to somebody else."""
        held = await self.services.interviews.held(self.here, self.session)
        return held is not None and held.person != self.person
