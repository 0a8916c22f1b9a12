"""Health and figures over HTTP (`/healthz`, `/readyz`, `/metrics`), how late the event loop is among them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Final

from aiohttp import web

from bots.container import Container
from bots.ops.background_tasks import until_end
from bots.ops.metric_specs import Meter, MetricSpec
from bots.ops.supervisor import Supervisor
from bots.ops.systemd import Systemd
from core.errors import PromptgenError, SettingsError

Connected = Callable[[], Awaitable[bool]]

_TIMEOUT_S: Final = 5.0
_FAILED: Final = 503


class Ops:
    """Answers whoever looks after the process; of what is wrong it says the name of the check, and no more.

    `connected` says whether the platform can reach us; it is set when there is something to ask. `supervisor` starts
    the process again: systemd, unless it is another.
    """

    def __init__(self, parts: Container, supervisor: Supervisor | None = None) -> None:
        self._parts = parts
        self._supervisor = supervisor or Systemd().supervisor()
        self.connected: Connected | None = None
        self._is_connected = float("nan")
        parts.meter.watch("promptgen_platform_connected", lambda: self._is_connected)
        self._draining = False
        self._asking: asyncio.Task[bool] | None = None

    async def start(self, stack: AsyncExitStack) -> None:
        """Tell the supervisor how the process is, and serve where a port is set, until `stack` ends.

        Raises:
            SettingsError: The port is taken, perhaps by another bot on this machine.
        """
        self._supervisor.watch(self._is_ready, stack)
        settings = self._parts.settings
        if not settings.ops_port:
            return
        watch_loop(self._parts.meter, stack)
        application = web.Application()
        application.router.add_get("/healthz", self._healthz)
        application.router.add_get("/readyz", self._readyz)
        application.router.add_get("/metrics", self._metrics)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        try:
            await web.TCPSite(runner, settings.http_host, settings.ops_port).start()
        except OSError:
            raise SettingsError(names="PROMPTGEN_HTTP_HOST, PROMPTGEN_OPS_PORT") from None

    def drain(self) -> None:
        """Say from now on that nothing new is to be sent here."""
        self._draining = True
        self._supervisor.stopping()

    async def _healthz(self, _: web.Request) -> web.Response:
        """Say that the process lives: whoever answers has an event loop that turns."""
        return web.json_response({"alive": True})

    async def _is_ready(self) -> bool:
        return not [name async for name in self._failed_checks()]

    async def _readyz(self, _: web.Request) -> web.Response:
        failed = [name async for name in self._failed_checks()]
        return web.json_response({"ready": not failed, "failed": failed}, status=_FAILED if failed else 200)

    async def _metrics(self, _: web.Request) -> web.Response:
        if self.connected is not None:
            self._is_connected = await self.connected()
        figures = await asyncio.to_thread(self._parts.meter.exposition, database=await self._is_current())
        return web.Response(body=figures, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    async def _failed_checks(self) -> AsyncIterator[str]:
        if not self._parts.detector.is_ready:
            yield "detector"
        if not await self._is_current():
            yield "database"
        if self.connected is None or not await self.connected():
            yield "platform"
        if self._draining:
            yield "draining"

    async def _is_current(self) -> bool:
        """Ask the database, once at a time: one that does not answer must not take up a thread with each look."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        try:
            return await asyncio.wait_for(asyncio.shield(self._asking), _TIMEOUT_S)
        except TimeoutError:
            return False

    async def _ask(self) -> bool:
        try:
            return await asyncio.to_thread(self._parts.store.is_current)
        except PromptgenError:
            return False


_EVERY_S: Final = 1.0


def watch_loop(meter: Meter, stack: AsyncExitStack, every_s: float = _EVERY_S) -> None:
    """Note the loop's delay again and again until `stack` ends."""
    until_end(stack, _measure(meter, every_s))


async def _measure(meter: Meter, every_s: float) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every_s
        await asyncio.sleep(every_s)
        meter.note(MetricSpec.LOOP_LAG, value=max(0.0, loop.time() - due))
