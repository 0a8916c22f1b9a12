"""A streamed answer: chunk by chunk as server-sent events, or broken off in one of the ways there are."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

_GARBAGE = {
    "sends no JSON half-way": b"data: <html>\n\n",
    "sends another shape half-way": b'data: {"choices": [{"text": 3}]}\n\n',
    "fails half-way": b'data: {"error": {"message": "planted", "type": "planted", "code": 500}}\n\n',
}


@dataclass(frozen=True)
class Streamed:
    """An answer on its way: `gate` is waited for, and `breakage` comes, when half of the pieces are sent."""

    pieces: Sequence[str]
    finish_reason: str = "stop"
    pause: float = 0
    endless: bool = False
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    breakage: str = ""


async def stream(request: web.Request, answer: Streamed, *, with_usage: bool) -> web.StreamResponse:
    """Send the pieces as vLLM does: a role first, the usage last."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    half = len(answer.pieces) // 2
    await response.write(_event(_chunk({"role": "assistant", "content": ""})))
    await _send(response, answer.pieces[:half], answer.pause)
    await answer.gate.wait()
    if answer.breakage:
        return await _break(answer.breakage, request, response)
    await _send(response, answer.pieces[half:], answer.pause)
    while answer.endless:
        await _send(response, answer.pieces, answer.pause)
    await response.write(_event(_chunk({}, answer.finish_reason)))
    if with_usage:
        count = len(answer.pieces)
        usage = {"prompt_tokens": 600, "completion_tokens": count, "total_tokens": 600 + count}
        await response.write(_event({**_chunk({}), "choices": [], "usage": usage}))
    await response.write(b"data: [DONE]\n\n")
    await response.write_eof()
    return response


async def _send(response: web.StreamResponse, pieces: Sequence[str], pause: float) -> None:
    for piece in pieces:
        await asyncio.sleep(pause)
        await response.write(_event(_chunk({"content": piece})))


async def _break(breakage: str, request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
    if breakage == "hangs half-way":
        await asyncio.sleep(3600)
    if breakage == "disconnects half-way" and request.transport:
        request.transport.abort()
    if breakage in _GARBAGE:
        await response.write(_GARBAGE[breakage])
    return response


def _chunk(delta: dict[str, str], finish_reason: str | None = None) -> dict[str, Any]:
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "created": 1_790_000_000,
        "model": "mixtral",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
    }


def _event(chunk: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()
