"""The server: it obeys `structured_outputs` and refuses what Mixtral's chat template refuses, unless told otherwise."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Self

from aiohttp import web

from tests.fakes.openai.drafts import propose, write
from tests.fakes.openai.faults import STREAM_BREAKAGES, Wording
from tests.fakes.openai.streaming import Streamed, stream

TEMPLATE: Final = "Conversation roles must alternate user/assistant/user/assistant/..."


ANSWER: Final = "안녕하세요. 요청하신 내용을 정리했습니다.\n\n1. 첫째로 목적을 밝힙니다.\n2. 둘째로 일정을 알립니다.\n"
_PIECE: Final = 7


def improve(original: str) -> str:
    """Word every line a little better, the way a good model does."""
    return "\n".join(_improved(line) for line in original.splitlines())


def _open_gate() -> asyncio.Event:
    gate = asyncio.Event()
    gate.set()
    return gate


@dataclass
class FakeOpenAI:
    """A served model.

    `draft` says what it proposes for a brief, `whole` what prompt it writes, `wording` what it makes of other words.
    `statuses` and `breakages` are used up
    one per request, first come first served; a breakage "half-way" waits for a request that streams.
    A free, streamed answer is what `answers` makes of the messages, or the whole prompt, every `pause` seconds a piece;
    it waits for `gate` half-way. `obedient` False ignores every constraint, as servers do with `guided_*`.
    """

    model: str = "mixtral"
    max_model_len: int = 16_384
    wording: Wording = improve
    draft: Wording = propose
    whole: Wording = write
    finish_reason: str = "stop"
    obedient: bool = True
    takes_system: bool = False
    api_key: str | None = None
    seconds: float = 0
    answers: Callable[[list[dict[str, str]]], str] = lambda _: ANSWER
    endless: bool = False
    pause: float = 0
    gate: asyncio.Event = field(default_factory=_open_gate)
    spared: int = 0
    statuses: list[int] = field(default_factory=list)
    breakages: list[str] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    redirected: list[str] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    aborted: asyncio.Event = field(default_factory=asyncio.Event)
    running: int = 0
    most_running: int = 0
    url: str = ""

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/health", _health)
        app.router.add_get("/v1/models", self._models)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_route("*", "/elsewhere", self._elsewhere)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"{site.name}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _models(self, request: web.Request) -> web.StreamResponse:
        if refused := self._refused(request):
            return refused
        return web.json_response(
            {"object": "list", "data": [{"id": self.model, "object": "model", "max_model_len": self.max_model_len}]}
        )

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.requests.append(asked)
        self.arrived.set()
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await asyncio.sleep(self.seconds)
            return await self._respond(request, asked)
        except asyncio.CancelledError:
            self.aborted.set()
            raise
        finally:
            self.running -= 1

    async def _respond(self, request: web.Request, asked: dict[str, Any]) -> web.StreamResponse:
        if refused := self._refused(request):
            return refused
        spared = len(self.requests) <= self.spared
        if self.statuses and not spared:
            return _error(self.statuses.pop(0), "planted")
        streams = bool(asked.get("stream"))
        if self.breakages and not spared and not (streams and self.breakages[0] in STREAM_BREAKAGES):
            return await self._break(self.breakages.pop(0), request)
        if not (self.takes_system or _take_turns(asked["messages"])):
            return _error(400, TEMPLATE)
        if streams:
            breakage = self.breakages.pop(0) if self.breakages and not spared else ""
            with_usage = bool(asked.get("stream_options", {}).get("include_usage"))
            return await stream(request, self._answer(asked, breakage), with_usage=with_usage)
        return web.json_response(_completion(self._say(asked), self.model, self.finish_reason))

    async def _break(self, breakage: str, request: web.Request) -> web.StreamResponse:
        if breakage == "hangs":
            await asyncio.sleep(3600)
        if breakage == "sends no JSON":
            return web.Response(text="<html>502 Bad Gateway</html>", content_type="text/html")
        if breakage == "sends no choices":
            return web.json_response({"id": "1", "object": "chat.completion", "choices": []})
        if breakage == "redirects":
            return web.Response(status=307, headers={"Location": "/elsewhere"})
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "500"})
        if breakage == "disconnects half-way":
            await response.prepare(request)
            await response.write(b'{"id": "1", "choices": [{"message": {"content": "')
        if request.transport:
            request.transport.abort()
        return response

    def _answer(self, asked: dict[str, Any], breakage: str) -> Streamed:
        prompt = str(asked["messages"][-1]["content"])
        text = self.whole(prompt) if _is_brief(prompt) else self.answers(asked["messages"])
        pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
        return Streamed(pieces, self.finish_reason, self.pause, self.endless, self.gate, breakage)

    async def _elsewhere(self, request: web.Request) -> web.StreamResponse:
        self.redirected.append(await request.text())
        return web.json_response(_completion("", self.model, "stop"))

    def _refused(self, request: web.Request) -> web.StreamResponse | None:
        if self.api_key and request.headers.get("Authorization") != f"Bearer {self.api_key}":
            return _error(401, "Unauthorized")
        return None

    def _say(self, asked: dict[str, Any]) -> str:
        prompt = str(asked["messages"][-1]["content"])
        constraint = asked.get("structured_outputs", {})
        if "choice" in constraint:
            return str(constraint["choice"][-1]) if self.obedient else "The answer is the first one."
        if "response_format" in asked:
            return self.draft(prompt) if self.obedient else "물론입니다. 정중하게 쓰면 됩니다."
        if _is_brief(prompt):
            return self.draft(prompt) if "JSON" in prompt else self.whole(prompt)
        return self.wording(_original(prompt))


def _is_brief(prompt: str) -> bool:
    return "[정리]" in prompt or "[Sheet]" in prompt


def _original(prompt: str) -> str:
    """Return the words that a prompt asks to polish: behind the last label but one."""
    for asked, answered in (("[문장] ", "[다듬은 문장]"), ("[Sentence] ", "[Edited sentence]")):
        if asked in prompt:
            return prompt.rsplit(asked, 1)[1].rsplit(answered, 1)[0].strip()
    return prompt


def _take_turns(messages: list[dict[str, str]]) -> bool:
    roles = [message["role"] for message in messages]
    return roles == [("user", "assistant")[number % 2] for number in range(len(roles) | 1)]


def _improved(line: str) -> str:
    head = next((head for head in ("당신은 ", "You are ") if line.startswith(head)), "")
    return f"{head}{'요청에 맞게 ' if any('가' <= char <= '힣' for char in line) else ''}{line[len(head) :]}"


def _completion(text: str, model: str, finish_reason: str) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_790_000_000,
        "model": model,
        "choices": [
            {"index": 0, "finish_reason": finish_reason, "message": {"role": "assistant", "content": text}},
        ],
        "usage": {"prompt_tokens": 600, "completion_tokens": max(1, len(text)), "total_tokens": 600 + len(text)},
    }


def _error(status: int, message: str) -> web.Response:
    return web.json_response({"error": {"message": message, "type": "planted", "code": status}}, status=status)


async def _health(_: web.Request) -> web.Response:
    return web.Response()
