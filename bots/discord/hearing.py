"""Hearing messages: in the DM, in threads of ours, and where the bot is called by name."""

import asyncio
from dataclasses import replace
from weakref import WeakValueDictionary

import discord

from bots.captioned import parts_of
from bots.discord import inbound
from bots.discord.means import Means
from bots.discord.message import Message
from bots.discord.texts import tell
from bots.discord.whereabouts import direct_message, thread_of
from bots.discord.words import words_of
from core.conversation.events import SentNoWords
from core.incoming import Incoming, Opened, Place, Pressed, Typed

_LONG_PASTE = "message.txt"
"""What Discord's client makes of a text that is too long for a message."""


class Hearing:
    """Takes messages in the order of their place, though files among them take time to fetch."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._gates: WeakValueDictionary[Place, asyncio.Lock] = WeakValueDictionary()

    async def take(self, message: discord.Message, bot: int) -> None:
        """Handle one message to its end; one that says nothing to the bot is left alone."""
        if not inbound.is_spoken(message):
            return
        place = await self._place_of(message, bot)
        if place is not None:
            await self.hear(message, place, bot)
        elif any(user.id == bot for user in message.mentions):
            await self._called(message, bot)

    async def hear(self, message: discord.Message, place: Place, bot: int) -> None:
        """Take a message of a conversation, the text before its files."""
        gate = self._gates.setdefault(place, asyncio.Lock())
        async with gate:
            done = await self._said(message, place, bot)
            turns = [asyncio.create_task(self._means.relay.take(incoming)) for incoming in done]
        for turn in turns:
            await turn

    async def _said(self, message: discord.Message, place: Place, bot: int) -> list[Incoming]:
        said = await self._spoken(message, place, bot)
        uploads, text = tuple(inbound.uploads_of(message)), words_of(message, without=bot)
        pasted = next((one for one in uploads if one.name.reveal() == _LONG_PASTE), None)
        if pasted and not len(text):
            said = replace(said, action=await self._means.references.as_text(pasted))
            uploads = tuple(one for one in uploads if one is not pasted)
        if not uploads:
            return [said] if pasted or len(text) else _wordless(said, message)
        held = await self._means.interviews.held_at(place, said.session)
        references = self._means.references
        return await parts_of(said, held, lambda about: references.read(said.person, place, uploads, about))

    async def _spoken(self, message: discord.Message, place: Place, bot: int) -> Incoming:
        """Return the words of a message, said to the interview whose message it replies to."""
        text = words_of(message, without=bot)
        locale = await self._means.locales.of_message(str(message.author.id), place, text)
        session = await self._means.interviews.session_at(place, inbound.answered_by(message))
        return replace(inbound.said(message, place, Typed(text), locale), session=session)

    async def _called(self, message: discord.Message, bot: int) -> None:
        """Start an interview for somebody who called the bot by name."""
        purpose = words_of(message, without=bot)
        guild, person = inbound.guild_of(message), message.author.id
        if guild is None:
            return
        locale = await self._means.locales.of_message(str(person), None, purpose)
        opened = await self._means.places.thread(guild, message.channel.id, person, locale)
        opened = opened or await self._means.places.dm(person, locale, message.id)
        if opened is None:
            await self._means.rest.send(
                str(message.channel.id), Message(tell(locale, "nowhere")), f"nowhere-{message.id}"[:25]
            )
            return
        action = Opened(purpose if len(purpose) else None)
        await self._means.relay.take(inbound.said(message, opened.place, action, locale))

    async def _place_of(self, message: discord.Message, bot: int) -> Place | None:
        """Return the conversation a message belongs to: the DM, or a thread of the bot's own."""
        channel, guild = message.channel, inbound.guild_of(message)
        if isinstance(channel, discord.DMChannel):
            return direct_message(channel.id)
        own = inbound.is_own_thread(channel, bot)
        if isinstance(channel, discord.PartialMessageable) and message.content:
            own = await self._is_own(channel.id, bot)
        return thread_of(guild, channel.id) if own and guild is not None else None

    async def _is_own(self, channel: int, bot: int) -> bool:
        """Say whether a channel that discord.py does not know is a thread of the bot's own."""
        try:
            found = await self._means.rest.channel(str(channel))
        except discord.HTTPException:
            return False
        return bool(found.get("thread_metadata")) and found.get("owner_id") == str(bot)


def _wordless(said: Incoming, message: discord.Message) -> list[Incoming]:
    """Return a sticker and the like as what it is; in a thread words may be there and kept from the bot."""
    return [replace(said, action=Pressed(SentNoWords()))] if said.place.private or message.stickers else []
