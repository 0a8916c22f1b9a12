"""What Discord hands over to be held to its roles."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.discord.places import direct_message, ephemeral, thread_of
from core.adapters.store.open_store import open_store
from tests.bots.discord.conftest import Lab
from tests.bots.roles import Sending
from tests.core.adapters.store.databases import with_schema
from tests.fakes.discord.components import words
from tests.fakes.discord.server import FakeDiscord

PLACES: Final = (
    (direct_message(11), ""),
    (ephemeral(22, 33, 44), "22"),
    (ephemeral(None, 33, 44), ""),
    (thread_of(22, 33), "22"),
)


@asynccontextmanager
async def sending(folder: Path) -> AsyncIterator[Sending]:
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    store = open_store(with_schema(folder), clock=time.time)
    async with FakeDiscord() as fake, Lab(fake, store, folder).bot() as bot:
        person = fake.person()
        yield Sending(
            bot.client._running.relay._sender._outbox,
            direct_message(person.dm.id),
            str(person.id),
            lambda: "\n".join(words(message) for message in person.dm.messages),
            lambda: fake.inject(r"POST .*/messages", 400, code=50035),
        )
    store.close()
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
