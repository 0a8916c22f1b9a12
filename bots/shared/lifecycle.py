"""Running a bot until a signal ends it."""

import asyncio
import signal
from contextlib import AsyncExitStack

from bots.container import BuildContainer, Container, build_container
from bots.ops import log_format
from bots.ops.health import Ops
from bots.ops.log import draining
from bots.ops.supervisor import Supervisor
from bots.ops.switch_interval import settle
from bots.ops.warm_up import warm_up
from bots.platform import Bot, Connection
from core.settings import Settings


def run(
    bot: Bot, settings: Settings, build: BuildContainer = build_container, supervisor: Supervisor | None = None
) -> int:
    """Run a bot until it is told to end, and return the exit status.

    Raises:
        SettingsError: Settings are missing or wrong, or the platform does not take a token.
        PlatformUnreachable: The platform is not there.
    """
    bot.lifecycle.check(settings)
    log_format.set_up(settings.log_format, settings.log_level)
    with build(settings) as parts:
        try:
            asyncio.run(parts.through(run_until_signal(bot, parts, supervisor)))
        except Exception as error:
            failure = bot.lifecycle.failure(error)
            if failure is None:
                raise
            raise failure from None
    return 0


async def run_until_signal(bot: Bot, parts: Container, supervisor: Supervisor | None = None) -> None:
    """Run a bot until a signal ends it; then take nothing new, and let what is under way come to its end."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.set)
    async with AsyncExitStack() as stack:
        ops = Ops(parts, supervisor)
        connection = await start(bot, parts, stack, ops)
        settle()
        await _ended(connection, told)
        ops.drain()
        draining(bot.name, parts.settings.drain_s)


async def start(bot: Bot, parts: Container, stack: AsyncExitStack, ops: Ops | None = None) -> Connection:
    """Connect a bot, with what says how it is; `stack` ends both.

    Raises:
        SettingsError: The port for health is taken.
    """
    ops = ops or Ops(parts)
    await ops.start(stack)
    # What comes before anything can be masked would only wait in memory, and be lost with it.
    await asyncio.to_thread(warm_up, parts.detector)
    connection = await bot.lifecycle.connect(parts, stack)
    ops.connected = connection.is_connected
    return connection


async def _ended(connection: Connection, told: asyncio.Event) -> None:
    """Wait for the signal, or for a connection that has failed: that is raised."""
    waiting = asyncio.create_task(told.wait())
    try:
        await asyncio.wait(
            {waiting, *([connection.running] if connection.running else ())}, return_when="FIRST_COMPLETED"
        )
    finally:
        waiting.cancel()
    if connection.running and connection.running.done():
        connection.running.result()
