"""What gateway events are handed to."""

import asyncio
from collections.abc import Awaitable

import aiohttp

from bots.container import Container
from bots.discord import log
from bots.discord.backfill import Backfill
from bots.discord.command_mentions import CommandMentions
from bots.discord.files import HOSTS, DiscordFiles
from bots.discord.handlers.messages import MessageHandler
from bots.discord.interactions import Interactions, Read
from bots.discord.interview_lookup import DiscordInterviews
from bots.discord.locales import Locales
from bots.discord.outbox import DiscordOutbox
from bots.discord.places import PLATFORM
from bots.discord.rest import Rest
from bots.discord.services import Services
from bots.discord.uninstall import forget_server
from bots.ops.dropped_events import reason_of
from bots.ops.maintenance import run_daily
from bots.ops.metric_specs import MetricSpec
from bots.relay import Relay
from bots.shared.database_retry import StoreRetry
from bots.shared.download import Download
from bots.shared.file_queue import FileReadQueue
from bots.shared.reference_files import References


class Dispatcher:
    """The handlers of messages and interactions, which share one relay."""

    def __init__(
        self, parts: Container, rest: Rest, session: aiohttp.ClientSession, read: Read, *, reads_threads: bool
    ) -> None:
        settings, interviews = parts.settings, DiscordInterviews(parts.store)
        self._parts = parts
        self.mentions = CommandMentions()
        locales = Locales(interviews.locale_of, settings.locale)
        outbox = DiscordOutbox(
            rest, interviews, locales, self.mentions, settings.retention_days, reads_threads=reads_threads
        )
        retry = StoreRetry()
        self.relay = Relay.of(parts, PLATFORM, outbox, retry)
        queue = FileReadQueue(parts.reader, parts.rate_limiter, parts.meter, parts.store.spend)
        files = DiscordFiles(Download(session, HOSTS, settings.discord_api_url, queue.largest_mb))
        services = Services(self.relay, rest, interviews, References(files, queue), locales, self.mentions, parts.meter)
        self.messages = MessageHandler(services, retry)
        self.interactions = Interactions(services, parts.store.inbox, read)
        self.backfill = Backfill(parts.store, self.messages, retry)

    async def removed(self, guild: int) -> None:
        """Forget a server that removed the bot."""
        await forget_server(self._parts.store.forget_workspace, guild)

    def failed(self, error: BaseException) -> None:
        """Note that an event was lost to what no handler foresaw."""
        self._parts.meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason_of(error))

    async def watch(self) -> None:
        """Deliver and carry out what is left over, and do the daily work, until cancelled; none ends another."""
        settings, store = self._parts.settings, self._parts.store
        daily = run_daily(store, settings.retention_days, self._parts.meter, data_dir=settings.data_dir)
        await asyncio.gather(
            _guarded("delivery", self.relay.resend_loop()),
            _guarded("inbox", self.interactions.watch()),
            _guarded("maintenance", daily),
        )


async def _guarded(name: str, work: Awaitable[None]) -> None:
    try:
        await work
    except Exception as error:  # noqa: BLE001 - what stands beside it goes on, and is ended with it
        log.event_failed(name, error)
