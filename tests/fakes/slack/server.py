"""The fake Slack's server: what an app connects to, and what connects to the app."""

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Final
from urllib.parse import urlencode

from aiohttp import ClientSession, WSMsgType, web

from bots.slack.oauth import SCOPES
from tests.fakes.slack.web_api import ApiError, WebApi
from tests.fakes.slack.world import Payload, StoredFile, World
from tests.fakes.waiting import until

SIGNING_SECRET: Final = "0123456789abcdef0123456789abcdef"
_PATIENCE: Final = 20.0


@dataclass(frozen=True)
class Call:
    """One request to the Web API, with the token it carried."""

    method: str
    arguments: Payload
    token: str
    at: float


@dataclass(frozen=True)
class Acknowledgement:
    """The app's answer to one delivery: its HTTP status (200 in Socket Mode), its payload, its seconds."""

    status: int
    payload: Payload
    seconds: float


@dataclass
class Fault:
    """What the next call of a method meets instead of an answer; `after`: once it has taken effect."""

    error: str = ""
    after: bool = False
    status: int = 200
    retry_after: int = 0
    delay: float = 0.0
    drop_after: bool = False
    stall: float = 0.0


@dataclass
class _Waiting:
    kind: str
    socket: web.WebSocketResponse
    acknowledged: asyncio.Future[Payload] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class FakeSlack:
    """A Slack that an app under test talks to over loopback; use `async with FakeSlack.running() as slack`."""

    def __init__(self) -> None:
        self.world = World()
        self.api = WebApi(self.world, lambda: self.url)
        self.calls: list[Call] = []
        self.responses: list[tuple[str, str]] = []
        self.faults: dict[str, list[Fault]] = {}
        self.url = ""
        self.http_app: str | None = None
        self.scopes = sorted(SCOPES)
        self.clock_ahead = 0.0
        self.login_page = False
        self.redirect_files_to: str | None = None
        self.posted: dict[str, asyncio.Queue[float]] = {}
        self.on_acknowledged: Callable[[str], object] = lambda _kind: None
        self.file_requests: list[Mapping[str, str]] = []
        self._sockets: list[web.WebSocketResponse] = []
        self._connected = asyncio.Event()
        self._waiting: dict[str, _Waiting] = {}
        self._envelopes = itertools.count(1)
        self._changed = asyncio.Condition()

    @classmethod
    @asynccontextmanager
    async def running(cls, port: int = 0) -> AsyncIterator["FakeSlack"]:
        """Serve on a free port of loopback until the block ends."""
        slack = cls()
        application = web.Application(client_max_size=64 * 2**20)
        application.router.add_route("*", "/api/{method}", slack._api)
        application.router.add_get("/socket", slack._socket)
        application.router.add_post("/upload/{file}", slack._upload)
        application.router.add_get("/files/{file}/{name}", slack._download)
        application.router.add_post("/response/{channel}/{user}", slack._response_url)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port)
        await site.start()
        slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield slack
        finally:
            await runner.cleanup()

    @property
    def date(self) -> str:
        """The server's clock, as HTTP writes it; `clock_ahead` seconds from this machine's."""
        return formatdate(time.time() + self.clock_ahead, usegmt=True)

    @property
    def api_url(self) -> str:
        """The Web API's base."""
        return f"{self.url}/api/"

    def fail(self, method: str, fault: Fault) -> None:
        """Let the next call of a method meet a fault."""
        self.faults.setdefault(method, []).append(fault)

    def called(self, method: str) -> list[Payload]:
        """Return the arguments of all calls of a method."""
        return [call.arguments for call in self.calls if call.method == method]

    def add_file(self, name: str, content: bytes, mimetype: str, user: str) -> Payload:
        """Keep a file that a person uploaded, and return its file object."""
        file = StoredFile(self.world.next_id("F"), name, mimetype, content, user)
        self.world.files[file.id] = file
        return file.as_object(self.url)

    async def until(self, true: Callable[[], object], seconds: float = _PATIENCE) -> None:
        """Wait until something is true of the world."""
        await until(true, self._changed, seconds)

    async def connected(self, seconds: float = 3 * _PATIENCE) -> None:
        """Wait until the app has connected its socket."""
        await asyncio.wait_for(self._connected.wait(), seconds)  # a process of its own loads for seconds

    async def disconnected(self) -> None:
        """Wait until no app is connected."""
        await self.until(lambda: not self._sockets)

    async def deliver(self, kind: str, payload: Payload, *, retry: int = 0) -> Acknowledgement:
        """Deliver `events_api`, `interactive` or `slash_commands` to the app, and wait until it acknowledges.

        Raises:
            ConnectionError: The app went away before it did.
        """
        started = time.perf_counter()
        if self.http_app:
            return await self._deliver_http(kind, payload, retry, started)
        await self.connected()
        envelope, socket = f"E{next(self._envelopes)}", self._sockets[-1]
        waiting = self._waiting[envelope] = _Waiting(kind, socket)
        message: Payload = {"envelope_id": envelope, "type": kind, "payload": payload, "accepts_response_payload": True}
        if retry:
            message |= {"retry_attempt": retry, "retry_reason": "timeout"}
        await socket.send_json(message)
        answered = await asyncio.wait_for(waiting.acknowledged, _PATIENCE)
        return Acknowledgement(200, answered, time.perf_counter() - started)

    async def _deliver_http(self, kind: str, payload: Payload, retry: int, started: float) -> Acknowledgement:
        body, content_type = encode(kind, payload)
        headers = {**signed(body), "Content-Type": content_type}
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        async with ClientSession() as session, session.post(str(self.http_app), data=body, headers=headers) as response:
            text = await response.text()
            answer = json.loads(text) if text.startswith("{") else {}
            return Acknowledgement(response.status, answer, time.perf_counter() - started)

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        arguments = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or str(arguments.pop("token", ""))
        self.calls.append(Call(method, arguments, token, time.perf_counter()))
        fault = self.faults[method].pop(0) if self.faults.get(method) else Fault()
        await asyncio.sleep(fault.delay)
        if fault.status != 200:
            headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after else {}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=fault.status, headers=headers)
        refused: Payload = {"ok": False, "error": fault.error}
        answer = refused if fault.error and not fault.after else self._carry_out(method, arguments)
        answer = refused if fault.error else answer
        if method == "chat.postMessage" and arguments.get("channel") in self.posted:
            self.posted[arguments["channel"]].put_nowait(time.perf_counter())
        async with self._changed:
            self._changed.notify_all()
        await asyncio.sleep(fault.stall)
        if fault.drop_after and request.transport:
            request.transport.close()
        return web.json_response(answer, headers={"X-OAuth-Scopes": ",".join(self.scopes), "Date": self.date})

    def _carry_out(self, method: str, arguments: Payload) -> Payload:
        try:
            return self.api.call(method, arguments)
        except ApiError as error:
            return {"ok": False, "error": str(error)}

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._sockets.append(socket)
        self._connected.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                self._acknowledge(json.loads(message.data))
        self._sockets.remove(socket)
        for waiting in self._waiting.values():
            if waiting.socket is socket and not waiting.acknowledged.done():
                waiting.acknowledged.set_exception(ConnectionResetError())
        if not self._sockets:
            self._connected.clear()
        async with self._changed:
            self._changed.notify_all()
        return socket

    def _acknowledge(self, answer: Payload) -> None:
        waiting = self._waiting.pop(answer.get("envelope_id", ""), None)
        if waiting and not waiting.acknowledged.done():
            waiting.acknowledged.set_result(answer.get("payload") or {})
            self.on_acknowledged(waiting.kind)

    async def _upload(self, request: web.Request) -> web.Response:
        self.world.files[request.match_info["file"]].content = await request.read()
        return web.Response(text="OK")

    async def _download(self, request: web.Request) -> web.Response:
        self.file_requests.append(dict(request.headers))
        file = self.world.files[request.match_info["file"]]
        if self.redirect_files_to:
            raise web.HTTPFound(self.redirect_files_to)
        if self.login_page or not request.headers.get("Authorization", "").startswith("Bearer xox"):
            return web.Response(text="<!DOCTYPE html><title>Sign in</title>", content_type="text/html")
        return web.Response(body=file.content, content_type=file.mimetype)

    async def _response_url(self, request: web.Request) -> web.Response:
        arguments = await request.json()
        self.calls.append(Call("response_url", arguments, "", time.perf_counter()))
        self.responses.append((request.match_info["user"], arguments.get("text") or ""))
        async with self._changed:
            self._changed.notify_all()
        return web.Response(text="ok")


def signed(body: bytes, *, secret: str = SIGNING_SECRET, at: int | None = None) -> dict[str, str]:
    """Return the headers by which Slack signs a request."""
    timestamp = str(int(time.time()) if at is None else at)
    digest = hmac.new(secret.encode(), b"v0:" + timestamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def encode(kind: str, payload: Payload) -> tuple[bytes, str]:
    """Return the body of an HTTP delivery with its content type."""
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    form = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


async def _arguments(request: web.Request) -> Payload:
    if request.content_type == "application/json":
        arguments = await request.json()
        return dict(arguments)
    return {key: value for key, value in (await request.post()).items() if isinstance(value, str)} | dict(request.query)
