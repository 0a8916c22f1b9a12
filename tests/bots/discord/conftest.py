"""The real client, relay, use case and database, against a Discord on loopback."""

import asyncio
import itertools
import time
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
import yarl

with warnings.catch_warnings():
    # discord.py's voice part imports audioop, which Python 3.12 has deprecated.
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    import discord  # noqa: F401 - imported first, here, for its warning

from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.container import Container
from bots.discord.app import build, use_addresses
from bots.discord.client import DiscordClient
from bots.ops.metric_specs import Meter
from core.adapters.documents.reader import FileReader
from core.adapters.lazy_loading import BackgroundDetector
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.settings import Settings
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from core.usecases.limits import Limits
from core.usecases.rate_limiter import RateLimiter
from tests.core.adapters.store.databases import with_schema
from tests.fakes.detector import FakeDetector
from tests.fakes.discord.server import TOKEN, FakeDiscord


@dataclass
class Bot:
    """A running bot with the fake it is connected to."""

    fake: FakeDiscord
    client: DiscordClient
    parts: Container
    detector: FakeDetector


class Lab:
    """Starts bots on one fake and one database, as often as a test likes."""

    def __init__(self, fake: FakeDiscord, store: SqlStore, folder: Path) -> None:
        self.fake, self.store, self.folder = fake, store, folder
        self.meter = Meter()
        self._ids = itertools.count()

    @asynccontextmanager
    async def bot(
        self,
        *,
        message_content: bool = False,
        shards: str = "",
        limits: Limits | None = None,
        asks_gaps: bool = False,
    ) -> AsyncIterator[Bot]:
        """Run a bot while the block runs."""
        settings = Settings(
            discord_api_url=self.fake.api_url,
            discord_gateway_url=self.fake.gateway_url,
            discord_message_content=message_content,
            discord_shards=shards,
        )
        use_addresses(settings)
        detector = FakeDetector()
        rate_limiter = RateLimiter(limits or Limits(), time.monotonic)
        chat = Chat(
            detector, self.store, lambda: f"session-{next(self._ids)}", rate_limiter=rate_limiter, asks_gaps=asks_gaps
        )
        parts = Container(
            settings,
            cast("BackgroundDetector", detector),
            self.store,
            chat,
            Generation(self.store),
            FileReader(),
            meter=self.meter,
            rate_limiter=rate_limiter,
        )
        client = build(parts)
        self.fake.record.reads_all = message_content
        connected = self.fake.gateway.identified
        running = asyncio.create_task(client.start(TOKEN))
        await self.fake.gateway.ready(connected + (len(shards.split("/", maxsplit=1)[0].split(",")) if shards else 1))
        try:
            yield Bot(self.fake, client, parts, detector)
        finally:
            await client.close()
            await running


@pytest.fixture
def addresses() -> Iterator[None]:
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, yarl.URL(gateway)


@pytest.fixture
async def fake(addresses: None) -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as fake:
        # Several test processes share few cores; the three seconds are held to where they are what is tested.
        fake.record.patience = 20.0
        yield fake
        assert fake.record.faults == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(with_schema(tmp_path), clock=time.time)
    yield store
    store.close()


@pytest.fixture
def lab(fake: FakeDiscord, store: SqlStore, tmp_path: Path) -> Lab:
    return Lab(fake, store, tmp_path)


@pytest.fixture
async def bot(lab: Lab) -> AsyncIterator[Bot]:
    async with lab.bot() as bot:
        yield bot
