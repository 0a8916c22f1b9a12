"""A server that does not stop is cut off, and running out of memory is a fault of the endpoint like any other."""

import gzip
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web

from core.adapters.vllm.bounds import MOST_BYTES
from core.adapters.vllm.client import Client, connect
from core.adapters.vllm.fault import Fault
from core.errors import ModelUnavailable
from core.privacy.text import MaskedText
from core.prompting.dialogue import ChatMessage, Dialogue, Speaker
from core.prompting.request import ModelRequest

REQUEST = ModelRequest(MaskedText("[문장] 메일을 쓰십시오."), max_tokens=64)
DIALOGUE = Dialogue((ChatMessage(Speaker.USER, MaskedText("안녕하세요")),), 64)

_PIECE = b"x" * 2**16
_ENDLESS = 64 * MOST_BYTES
"""Far more than anybody may take of it, and a test that fails ends all the same."""


class Endless:
    """A server that says one thing and then sends on and on; `sent` is how many bytes it got rid of."""

    def __init__(self, opening: bytes) -> None:
        self.opening = opening
        self.sent = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": self.kind})
        await response.prepare(request)
        await response.write(self.opening)
        with suppress(ConnectionError):
            while self.sent < _ENDLESS:
                await response.write(_PIECE)
                self.sent += len(_PIECE)
        return response

    @property
    def kind(self) -> str:
        return "text/event-stream" if self.opening.startswith(b"data:") else "application/json"


@asynccontextmanager
async def served(answer: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[Client]:
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    client = connect(site.name, model="mixtral")
    try:
        yield client
    finally:
        await client.close()
        await runner.cleanup()


async def ask(client: Client) -> None:
    await client.ask(REQUEST, 60)


async def chat(client: Client) -> None:
    async for _ in client.chat(DIALOGUE, 60):
        pass


async def list_models(client: Client) -> None:
    await client.model(60)


@pytest.mark.parametrize(
    ("use", "opening"),
    [
        (ask, b'{"id": "1", "choices": [{"message": {"content": "'),
        (chat, b'data: {"id": "1", "choices": [{"delta": {"content": "'),
        (list_models, b'{"data": [{"id": "'),
    ],
)
async def test_an_endless_answer_is_cut_off(use: Callable[[Client], Awaitable[None]], opening: bytes) -> None:
    server = Endless(opening)
    async with served(server.answer) as client:
        with pytest.raises(ModelUnavailable) as caught:
            await use(client)
    assert caught.value.details["reason"] == Fault.UNREADABLE
    assert server.sent < 4 * MOST_BYTES  # what the sockets hold comes on top of what was read


async def test_a_packed_answer_is_not_unpacked() -> None:
    packed = gzip.compress(b" " * 2**20)
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.headers["Accept-Encoding"])
        return web.Response(body=packed, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"})

    async with served(answer) as client:
        with pytest.raises(ModelUnavailable) as caught:
            await ask(client)
    assert caught.value.details["reason"] == Fault.UNREADABLE
    assert asked == ["identity"]


@pytest.mark.parametrize("use", [ask, chat])
async def test_running_out_of_memory_is_a_fault_like_any_other(
    monkeypatch: pytest.MonkeyPatch, use: Callable[[Client], Awaitable[None]]
) -> None:
    async def full(*_: object, **__: object) -> object:
        raise MemoryError

    client = connect("http://127.0.0.1:1", model="mixtral")
    monkeypatch.setattr(client._api.chat.completions, "create", full)
    with pytest.raises(ModelUnavailable) as caught:
        await use(client)
    assert caught.value.details["reason"] == Fault.UNREADABLE
    await client.close()
