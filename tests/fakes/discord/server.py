"""The fake Discord as one server: its start and end, its addresses, the faults it is told to show."""

import asyncio
import re
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from aiohttp import web
from aiohttp.typedefs import Handler

from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.person import Person
from tests.fakes.discord.record import Fault, Record, Refused, Request
from tests.fakes.discord.rest import Rest, answered
from tests.fakes.discord.world import Channel, World

TOKEN = "invented.bot.token"


class FakeDiscord:
    """Serves REST at `api_url` and the gateway at `gateway_url` while its block runs."""

    def __init__(self, *, shards: int = 1, port: int = 0) -> None:
        self.world = World()
        self.gateway = Gateway(self.world, lambda: self.gateway_url)
        self.record = Record(self.world, self.gateway, shards=shards)
        self.api_url = ""
        self.gateway_url = ""
        self._port = port
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self._watch], client_max_size=64 * 1024 * 1024)
        app.router.add_get("/gateway/", self.gateway.connect)
        Rest(self.record).add_to(app)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.api_url = self.record.rest_url = f"http://127.0.0.1:{port}/api/v10"
        self.gateway_url = self.record.gateway_url = f"ws://127.0.0.1:{port}/gateway/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self.gateway.drop(1001)
            await self._runner.cleanup()

    def person(self, name: str = "서연", locale: str = "ko") -> Person:
        """Add a person who can use the bot."""
        return Person(self.record, self.world.user(name), locale)

    async def guild(self, *, barred: Sequence[str] = (), shard: int = 0, shards: int = 1) -> Channel:
        """Let the bot join a new server, and return its one channel."""
        guild = self.world.guild(shard=shard, shards=shards)
        channel = self.world.channel(guild, barred=set(barred))
        await self.gateway.dispatch("GUILD_CREATE", self.world.guild_json(guild), guild=guild.id)
        return channel

    def inject(
        self, pattern: str, status: int, *, times: int = 1, retry_after: float = 0.05, after: bool = False,
        code: int = 0,
    ) -> None:  # fmt: skip
        """Answer matching requests (`METHOD /path`) with a fault; `after`: once they have taken effect."""
        self.record.to_inject.append(Fault(re.compile(pattern), status, times, retry_after, after, code))

    def requests(self, pattern: str) -> list[Request]:
        """Return the requests whose `METHOD /path` matches."""
        return [one for one in self.record.requests if re.search(pattern, f"{one.method} {one.path}")]

    @web.middleware
    async def _watch(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith("/gateway"):
            return await handler(request)
        line = f"{request.method} {request.path}"
        # A multipart body can be read but once; what is in it is kept with the messages and uploads.
        body = b"" if request.content_type.startswith("multipart/") else await request.read()
        self.record.requests.append(Request(request.method, request.path, body, time.monotonic()))
        await self.record.notify()
        fault = self._due(line)
        if fault is not None and not fault.after:
            return _faulty(fault)
        if request.path.startswith("/api/") and not self._known(request):
            return answered({"code": 0, "message": "401: Unauthorized"}, 401)
        response = await self._handled(request, handler)
        return response if fault is None else _faulty(fault)

    async def _handled(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refused as refused:
            return answered({"code": refused.code, "message": refused.message}, refused.status)

    def _known(self, request: web.Request) -> bool:
        open_routes = ("/api/v10/interactions/", "/api/v10/webhooks/")
        return request.path.startswith(open_routes) or request.headers.get("Authorization") == f"Bot {TOKEN}"

    def _due(self, line: str) -> Fault | None:
        for fault in self.record.to_inject:
            if fault.times and fault.pattern.search(line):
                fault.times -= 1
                return fault
        return None


def _faulty(fault: Fault) -> web.Response:
    if fault.status == 0:
        raise ConnectionResetError
    if fault.status == 429:
        body = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": False}
        response = answered(body, 429)
        response.headers.update({"Via": "1.1 google", "Retry-After": str(fault.retry_after)})
        return response
    return answered({"code": fault.code, "message": "fault"}, fault.status)


async def serve_forever(port: int) -> None:
    """Serve on a port until the process ends."""
    async with FakeDiscord(port=port):
        await asyncio.Event().wait()
