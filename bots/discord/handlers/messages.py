"""Handles messages: in the DM, in threads of ours, and mentions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Final

import aiohttp
import discord

from bots.discord import inbound, limits, log
from bots.discord.message import Message
from bots.discord.message_text import words_of
from bots.discord.places import PLATFORM, channel_of, direct_message, thread_of
from bots.discord.services import Services
from bots.discord.texts import t
from bots.discord.thread_opener import open_dm, open_thread
from bots.ops.dropped_events import Ignored, reason_of
from bots.ops.metric_specs import MetricSpec
from bots.shared.database_retry import StoreRetry
from bots.shared.error_texts import UNEXPECTED, WAITING, sentence_of
from bots.shared.keyed_locks import KeyedLocks
from bots.shared.lru import LRU
from core.conversation.events import SentNoWords
from core.conversation.replies import Tell
from core.errors import PromptgenError
from core.messages import Incoming, Opened, Place, Pressed, Typed
from core.privacy.text import RawText

_REMEMBERED: Final = 10_000  # what a gap is read again for is a hundred messages a conversation at most
_LONG_PASTE: Final = "message.txt"
"""What Discord's client makes of a text that is too long for a message."""


class MessageHandler:
    """Takes messages in the order of their place, though files among them take time to fetch."""

    def __init__(self, services: Services, retry: StoreRetry) -> None:
        self._services = services
        self._retry = retry
        self._taken: LRU[int, bool] = LRU(_REMEMBERED)
        self._gates: KeyedLocks[Place] = KeyedLocks()

    async def take(self, message: discord.Message) -> None:
        """Handle one message to its end; one that says nothing to the bot is left alone."""
        if not inbound.is_spoken(message):
            self._pass_over(Ignored.NOT_SPOKEN)
            return
        place = await self._place_of(message)
        if place is not None:
            await self.handle(message, place)
        elif not any(user.id == self._services.rest.own_id for user in message.mentions):
            self._pass_over(Ignored.NOT_ADDRESSED)
        elif self._is_new(message):
            async with self._answered(message, message.channel.id):
                await self._start(message)

    async def handle(self, message: discord.Message, place: Place) -> None:
        """Handle a message of a conversation, the text before its files; once, though it may be found a second time."""
        if self._is_new(message):
            async with self._answered(message, channel_of(place)):
                await self._handle_at(message, place)

    async def _handle_at(self, message: discord.Message, place: Place) -> None:
        gate = self._gates[place]
        async with gate:
            done = await self._retry.run(
                lambda: self._read(message, place),
                lambda: self._tell(message, channel_of(place), WAITING),
            )
            # Begun in here, they stand in the relay's line in the order of the messages; the next one's files are
            # fetched while they wait there.
            turns = [(incoming.id, asyncio.create_task(self._services.relay.handle(incoming))) for incoming in done]
        refused = [event for event, turn in turns if not await turn]
        if refused:  # they were answered though they were not taken, and are not taken up again
            await self._services.interviews.read(lambda store: [store.remember(each, PLATFORM) for each in refused])

    async def _read(self, message: discord.Message, place: Place) -> list[Incoming]:
        said = await self._typed(message, place)
        uploads, has_words = tuple(inbound.uploads_of(message)), bool(len(self._words(message)))
        if not uploads:
            return [said] if has_words else _wordless(said, message)
        held = await self._services.interviews.target(place, said.session)
        if held is not None and held.person != said.person:
            return [said] if has_words else []  # nothing of somebody else's is fetched
        references = self._services.references
        pasted = next((one for one in uploads if one.name.reveal() == _LONG_PASTE), None)
        if pasted and not has_words:
            said = replace(said, action=await references.as_text(place, pasted))
            uploads = tuple(one for one in uploads if one is not pasted)
        if not uploads:
            return [said]
        return await references.split(said, uploads, held, lambda: self._services.rest.type_at(channel_of(place)))

    @asynccontextmanager
    async def _answered(self, message: discord.Message, channel: str | int) -> AsyncIterator[None]:
        """Within the block, whatever fails is told to the author of a message."""
        try:
            yield
        except PromptgenError as error:
            self._services.dropped(message.type.name, reason_of(error))
            await self._tell(message, channel, sentence_of(error))
        except Exception as error:  # noqa: BLE001 - the last line of defence
            log.event_failed("message", error)
            self._services.dropped(message.type.name, reason_of(error))
            await self._tell(message, channel, UNEXPECTED)

    async def _tell(self, message: discord.Message, channel: str | int, sentence: Tell) -> None:
        locale = self._services.locales.of(str(message.author.id)) or self._services.locales.default
        # Five letters leave room for an id of twenty digits.
        nonce = f"{sentence.text.removeprefix('error.')[:5]}{message.id}"[: limits.NONCE]
        with suppress(discord.HTTPException, aiohttp.ClientError, TimeoutError):
            await self._services.rest.send(str(channel), Message(t(locale, sentence.text, **sentence.details)), nonce)

    def _pass_over(self, reason: Ignored) -> None:
        log.passed_over(reason)
        self._services.meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason)

    def _words(self, message: discord.Message) -> RawText:
        return words_of(message, without=self._services.rest.own_id)

    def _is_new(self, message: discord.Message) -> bool:
        """Say whether a message is new: it may come both over the gateway and from the history."""
        is_new = self._taken.get(message.id) is None
        self._taken.put(message.id, value=True)
        return is_new

    async def _typed(self, message: discord.Message, place: Place) -> Incoming:
        """Return the words of a message, said to the interview whose message it replies to."""
        text = self._words(message)
        locale = await self._services.locales.of_message(str(message.author.id), text)
        session = await self._services.interviews.session_at(place, inbound.answered_by(message))
        return replace(inbound.said(message, place, Typed(text), locale), session=session)

    async def _start(self, message: discord.Message) -> None:
        """Start an interview for somebody who called the bot by name."""
        purpose = self._words(message)
        guild, person, rest = inbound.guild_of(message), str(message.author.id), self._services.rest
        if guild is None:
            return
        locale = await self._services.locales.of_message(person, purpose)
        opened = await open_thread(rest, guild, message.channel.id, person, locale)
        opened = opened or await open_dm(rest, person, locale, message.id)
        if opened is None:
            await rest.send(
                str(message.channel.id), Message(t(locale, "nowhere")), f"nowhere-{message.id}"[: limits.NONCE]
            )
            return
        action = Opened(purpose if len(purpose) else None)
        await self._services.relay.handle(inbound.said(message, opened.place, action, locale))

    async def _place_of(self, message: discord.Message) -> Place | None:
        """Return the conversation a message belongs to: the DM, or a thread of the bot's own."""
        channel, guild = message.channel, inbound.guild_of(message)
        if isinstance(channel, discord.DMChannel):
            return direct_message(channel.id)
        own = inbound.is_own_thread(channel, self._services.rest.own_id)
        if isinstance(channel, discord.PartialMessageable) and message.content:
            own = await self._is_own(channel.id)
        return thread_of(guild, channel.id) if own and guild is not None else None

    async def _is_own(self, channel: int) -> bool:
        """Say whether a channel that discord.py does not know is a thread of the bot's own."""
        try:
            found = await self._services.rest.channel(str(channel))
        except discord.HTTPException:
            return False
        return bool(found.get("thread_metadata")) and found.get("owner_id") == str(self._services.rest.own_id)


def _wordless(said: Incoming, message: discord.Message) -> list[Incoming]:
    """Return a sticker and the like as what it is; in a thread words may be there and kept from the bot."""
    return [replace(said, action=Pressed(SentNoWords()))] if said.place.private or message.stickers else []
