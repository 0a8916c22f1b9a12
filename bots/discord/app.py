"""The Discord bot: settings in, a running connection out, and what it is to the others."""

import asyncio
import logging
from contextlib import AsyncExitStack
from typing import Final

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.container import Container
from bots.discord.client import DiscordClient
from bots.discord.dispatcher import Dispatcher
from bots.discord.doctor import run_checks
from bots.discord.interactions import Read
from bots.discord.places import PLATFORM
from bots.discord.render import RENDERERS
from bots.discord.rest import Rest
from bots.discord.shards import ShardLeases
from bots.platform import Bot, Connection
from bots.shared.platform_rate_limits import count_rate_limits
from core.errors import PlatformUnreachable, PromptgenError, SettingsError
from core.settings import Settings


class DiscordLifecycle:
    """A `bots.platform.Lifecycle`."""

    def check(self, settings: Settings) -> None:
        """See that there is a token.

        Raises:
            SettingsError: There is none.
        """
        if settings.discord_token is None:
            raise SettingsError(names="DISCORD_TOKEN")

    def share(self, settings: Settings, number: int) -> Settings:
        """Return the settings of one of several processes, with its part of the shards that they have together.

        Raises:
            SettingsError: There are fewer shards than processes.
        """
        mine, of = shards_in(settings.discord_shards) or (tuple(range(settings.processes)), settings.processes)
        if not mine:
            return settings
        if len(mine) < settings.processes:
            raise SettingsError(names="PROMPTGEN_DISCORD_SHARDS, PROMPTGEN_PROCESSES")
        own = ",".join(map(str, mine[number :: settings.processes]))
        return settings.model_copy(update={"discord_shards": f"{own}/{of}"})

    def failure(self, error: Exception) -> PromptgenError | None:
        """Return what an exception says."""
        match error:
            case discord.LoginFailure():
                return SettingsError(names="DISCORD_TOKEN")
            case discord.PrivilegedIntentsRequired():
                return SettingsError(names="PROMPTGEN_DISCORD_MESSAGE_CONTENT")
            case aiohttp.ClientError() | TimeoutError():
                return PlatformUnreachable(platform="Discord")
            case _:
                return None

    async def connect(self, parts: Container, stack: AsyncExitStack) -> Connection:
        """Begin to connect the bot; `stack` ends it."""
        token = parts.settings.discord_token
        client = await stack.enter_async_context(build(parts))
        running = asyncio.create_task(client.start(token.get_secret_value() if token else ""))

        async def end() -> None:
            await client.close()
            await asyncio.gather(running, return_exceptions=True)

        stack.push_async_callback(end)
        return Connection(client.is_connected, running)


def silence_library_logs() -> None:
    """Keep discord.py's log to warnings: below them it writes down whole payloads."""
    logging.getLogger("discord").setLevel(logging.WARNING)
    logging.getLogger("discord.client").setLevel(logging.ERROR)  # it warns of missing voice libraries


def use_addresses(settings: Settings) -> None:
    """Point discord.py at another REST base and gateway, which it takes from its classes."""
    if settings.discord_api_url:
        Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


def build(parts: Container) -> DiscordClient:
    """Return the client, not yet connected."""
    settings = parts.settings
    silence_library_logs()
    use_addresses(settings)
    reads_threads = settings.discord_message_content

    def make_dispatcher(rest: Rest, session: aiohttp.ClientSession, read: Read) -> Dispatcher:
        return Dispatcher(parts, rest, session, read, reads_threads=reads_threads)

    shards = shards_in(settings.discord_shards)
    return DiscordClient(
        make_dispatcher,
        reads_threads=reads_threads,
        shards=shards,
        leases=ShardLeases(parts.store.processes, shards[1]) if shards and not shards[0] else None,
        drain_s=settings.drain_s,
        trace=count_rate_limits(parts.meter, PLATFORM),
    )


def shards_in(written: str) -> tuple[tuple[int, ...], int] | None:
    """Return this process's shards and how many there are in all: `0,1/4` is the first two of four.

    There are none of its own where they are leased: `*/4` is its share of four.

    Raises:
        SettingsError: That is not what is written.
    """
    if not written.strip():
        return None
    ids, _, count = written.partition("/")
    try:
        mine, of = () if ids.strip() == "*" else tuple(int(shard) for shard in ids.split(",")), int(count)
    except ValueError:
        raise SettingsError(names="PROMPTGEN_DISCORD_SHARDS") from None
    if of < 1 or not all(0 <= shard < of for shard in mine):
        raise SettingsError(names="PROMPTGEN_DISCORD_SHARDS")
    return mine, of


DISCORD: Final = Bot(PLATFORM, RENDERERS, DiscordLifecycle(), run_checks)
