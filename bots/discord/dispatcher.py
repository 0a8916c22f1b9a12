"""Dispatches gateway events to their handlers."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

import aiohttp
import discord

from bots.container import Container
from bots.discord import log
from bots.discord.backfill import Backfill
from bots.discord.cleanup import MessageCleanup
from bots.discord.command_mentions import CommandMentions
from bots.discord.interaction_handler import InteractionHandler
from bots.discord.interactions import Interactions, Payload, Read
from bots.discord.interviews import Interviews
from bots.discord.locales import Locales
from bots.discord.message_handler import MessageHandler
from bots.discord.outbox import DiscordOutbox
from bots.discord.places import EVERYWHERE, PLATFORM
from bots.discord.references import HOSTS, References
from bots.discord.rest import Rest
from bots.discord.services import Services
from bots.discord.thread_opener import ThreadOpener
from bots.ops.maintenance import run_daily
from bots.relay import Relay
from bots.shared.database_retry import StoreRetry
from bots.shared.download import Download
from bots.shared.file_queue import FileReadQueue
from bots.shared.resending import resending


class EventDispatcher:
    """Hands interactions and messages to their handlers, which share one relay."""

    def __init__(self, parts: Container, rest: Rest, session: aiohttp.ClientSession, *, reads_threads: bool) -> None:
        settings, interviews = parts.settings, Interviews(parts.store)
        days = settings.retention_days
        locales = Locales(interviews, settings.locale)
        self._mentions = CommandMentions()
        outbox = DiscordOutbox(rest, interviews, locales, self._mentions, days, reads_threads=reads_threads)
        retry = StoreRetry()
        self._relay = Relay(
            PLATFORM,
            parts.chat,
            parts.generation,
            outbox,
            meter=parts.meter,
            rate_limiter=parts.rate_limiter,
            retry=retry,
        )
        queue = FileReadQueue(parts.reader, parts.rate_limiter, parts.meter)
        references = References(queue, Download(session, HOSTS, settings.discord_api_url, queue.largest_mb))
        services = Services(
            self._relay, rest, ThreadOpener(rest), interviews, references, locales, self._mentions, parts.meter
        )
        self._message_handler = MessageHandler(services, retry)
        self._interactions = Interactions(
            InteractionHandler(services), parts.store.inbox, MessageCleanup(rest), parts.meter
        )
        self._backfill = Backfill(parts.store, self._message_handler, retry)
        self._store = parts.store
        self._retention_days, self._data_dir = settings.retention_days, settings.data_dir
        self._meter = parts.meter

    @property
    def collects(self) -> bool:
        """Whether people can agree that their prompts are learnt from."""
        return self._relay.collects

    def registered(self, commands: Iterable[Mapping[str, Any]]) -> None:
        """Take the commands with the ids that Discord has given them."""
        self._mentions.learn(commands)

    async def interaction(self, payload: Payload, read: Read, bot: int) -> None:
        """Take an interaction."""
        await self._interactions.take(payload, read, bot)

    async def message(self, message: discord.Message, bot: int) -> None:
        """Take a message."""
        await self._message_handler.take(message, bot)

    async def connected(self, client: discord.AutoShardedClient, shard: int, bot: int) -> None:
        """Take up what was said while no session was there to be told."""
        await self._backfill.look(client, shard, time.time(), bot)

    async def removed(self, guild: int) -> None:
        """Forget a server that removed the bot."""
        await asyncio.to_thread(self._store.forget_workspace, PLATFORM, EVERYWHERE, str(guild))

    async def watch(self, read: Read, bot: Callable[[], int]) -> None:
        """Deliver and carry out what is left over, and do the daily work, until cancelled; none ends another."""
        await asyncio.gather(
            _guarded("delivery", self._deliver_left()),
            _guarded("inbox", self._interactions.watch(read, bot)),
            _guarded("maintenance", run_daily(self._store, self._retention_days, self._meter, data_dir=self._data_dir)),
        )

    async def _deliver_left(self) -> None:
        with resending():
            await self._relay.resend_loop()


async def _guarded(name: str, work: Awaitable[None]) -> None:
    try:
        await work
    except Exception as error:  # noqa: BLE001 - what stands beside it goes on, and is ended with it
        log.event_failed(name, error)
