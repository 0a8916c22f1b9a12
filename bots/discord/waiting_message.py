"""The message in which an interview waits: it is changed where it was pressed, and goes when another took its place."""

import asyncio
from contextlib import suppress
from typing import Final

import aiohttp
import discord

from bots.discord.markup import answered_by
from bots.discord.message import Message
from bots.discord.places import channel_of, is_ephemeral
from bots.discord.responder import InteractionResponder
from bots.discord.rest import Rest
from bots.shared.receipts import concerns_card, standing_before
from core.conversation.replies import Reply, ShowSummary, TellSettled
from core.messages import Card, Outgoing
from core.ports import Store

_WITHIN_S: Final = 3.0  # the next reply waits for it


class Cards:
    """Finds the card before a reply, puts the reply in its place, or takes it away."""

    def __init__(self, rest: Rest, store: Store) -> None:
        self._rest = rest
        self._store = store

    async def before(self, outgoing: Outgoing) -> Card | None:
        """Return what waited for the person before a reply that waits for them, or ends that; None where it is over."""
        if not (outgoing.session and concerns_card(outgoing.reply)) or is_ephemeral(outgoing.place):
            return None
        card = (await standing_before(self._store, outgoing)).card
        return card if card and card.receipt.isdecimal() else None

    async def put(
        self, outgoing: Outgoing, message: Message, card: Card | None, responder: InteractionResponder | None
    ) -> str | None:
        """Put a reply in the place of the card that was pressed; None where it has to be posted.

        Raises:
            discord.HTTPException: It has to be posted, unless Discord has put it there all the same.
        """
        reply = outgoing.reply
        if card is None or card.stays or not goes_in_place(reply):
            return None
        if card.sums_up and isinstance(reply, ShowSummary) and reply.arrived:
            await self._rest.edit(channel_of(outgoing.place), card.receipt, message)
            return card.receipt
        if responder is None or responder.message != card.receipt:
            return None
        return await responder.put_in_place(_answered(message, responder.origin.answer))

    async def close(self, outgoing: Outgoing, card: Card | None, receipt: str) -> None:
        """Take the card before away, or only its controls where it is worth reading; it matters little if it stays."""
        if card is None or card.receipt == receipt:
            return
        stays = card.stays or (card.sums_up and not outgoing.reply.waits)
        channel = channel_of(outgoing.place)
        take = self._rest.take_controls(channel, card.receipt) if stays else self._rest.delete(channel, card.receipt)
        with suppress(discord.HTTPException, aiohttp.ClientError, TimeoutError, RuntimeError):
            await asyncio.wait_for(take, _WITHIN_S)


def goes_in_place(reply: Reply) -> bool:
    """Say whether a reply may take the place of what waited before it."""
    return reply.waits or isinstance(reply, TellSettled)


def _answered(message: Message, answer: str) -> Message:
    """Return a message that begins with what was pressed to get there."""
    return message.headed(answered_by(answer)) if answer else message
