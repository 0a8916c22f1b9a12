"""The message in which an interview waits: it is changed where it was pressed, and goes when another took its place."""

import asyncio
from contextlib import suppress

import aiohttp
import discord

from bots.discord.markup import answered_by
from bots.discord.message import Message
from bots.discord.places import channel_of, is_ephemeral
from bots.discord.responder import InteractionResponder
from bots.discord.rest import Rest
from bots.shared.receipts import concerns_card, standing_before
from bots.shared.waiting_card import CLOSED_WITHIN_S, is_arrival, place_for, stays_readable
from core.messages import Card, Outgoing
from core.ports import Store


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
        receipt = place_for(outgoing.reply, card, responder.message if responder else None)
        if card and receipt and is_arrival(outgoing.reply, card):
            await self._rest.edit(channel_of(outgoing.place), receipt, message)
            return receipt
        if responder is None or not receipt:
            return None
        return await responder.put_in_place(_answered(message, responder.origin.answer))

    async def close(self, outgoing: Outgoing, card: Card | None, receipt: str) -> None:
        """Take the card before away, or only its controls where it is worth reading; it matters little if it stays."""
        if card is None or card.receipt == receipt:
            return
        channel = channel_of(outgoing.place)
        change = self._rest.take_controls if stays_readable(outgoing.reply, card) else self._rest.delete
        with suppress(discord.HTTPException, aiohttp.ClientError, TimeoutError, RuntimeError):
            await asyncio.wait_for(change(channel, card.receipt), CLOSED_WITHIN_S)


def _answered(message: Message, answer: str) -> Message:
    """Return a message that begins with what was pressed to get there."""
    return message.headed(answered_by(answer)) if answer else message
