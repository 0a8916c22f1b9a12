"""The Discord bot: settings in, a running connection out."""

import asyncio
import logging
import signal
from contextlib import AsyncExitStack

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bots.container import BuildContainer, Container, build_container
from bots.discord.client import DiscordClient
from bots.discord.dispatcher import Dispatcher
from bots.discord.interactions import Read
from bots.discord.places import PLATFORM
from bots.discord.rest import Rest
from bots.discord.shards import ShardLeases
from bots.ops import log_format
from bots.ops.health import Ops
from bots.ops.interpreter import settle
from bots.ops.log import draining
from bots.ops.warm_up import warm_up
from bots.shared.rate_limits import count_rate_limits
from core.errors import PlatformUnreachable, SettingsError
from core.settings import Settings


def run(settings: Settings, assemble: BuildContainer = build_container) -> int:
    """Run the bot until it is told to end, and return the exit status.

    Raises:
        SettingsError: The token or the shards are missing or wrong, or an intent is asked for that is switched off.
        PlatformUnreachable: Discord is not there.
    """
    if settings.discord_token is None:
        raise SettingsError(names="DISCORD_TOKEN")
    log_format.set_up(settings.log_format, settings.log_level)
    with assemble(settings) as parts:
        try:
            asyncio.run(parts.through(run_until_signal(parts, settings.discord_token.get_secret_value())))
        except discord.LoginFailure:
            raise SettingsError(names="DISCORD_TOKEN") from None
        except discord.PrivilegedIntentsRequired:
            raise SettingsError(names="PROMPTGEN_DISCORD_MESSAGE_CONTENT") from None
        except (aiohttp.ClientError, TimeoutError):
            raise PlatformUnreachable(platform="Discord") from None
    return 0


async def run_until_signal(parts: Container, token: str) -> None:
    """Run the bot until a signal ends it; then take nothing new, and let what is under way come to its end."""
    ops = Ops(parts)
    async with AsyncExitStack() as stack:
        await ops.start(stack)
        client = await stack.enter_async_context(build(parts))
        ops.connected = client.is_connected

        loop, closing = asyncio.get_running_loop(), list[asyncio.Task[None]]()

        def end() -> None:
            ops.drain()
            draining(PLATFORM, parts.settings.drain_s)
            closing.append(loop.create_task(client.close()))

        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, end)
        # What comes before anything can be masked would only wait in memory, and loading keeps the loop from answering.
        await asyncio.to_thread(warm_up, parts.detector)
        settle()
        if not closing:
            await client.start(token)
        await asyncio.gather(*closing)


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


def with_share(settings: Settings, number: int) -> Settings:
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
