import asyncio
import logging
import sys
import types

import pytest
from aiohttp import web

from core.adapters.vllm.breaker import Breaker
from core.adapters.vllm.client import Client, ServedModel, connect
from core.adapters.vllm.fault import Fault
from core.errors import ModelUnavailable
from core.privacy.text import MaskedText
from core.prompting.request import ModelRequest
from tests.fakes.openai.faults import BREAKAGES
from tests.fakes.openai.server import FakeOpenAI

SECRET = "비밀스러운 문장"
REQUEST = ModelRequest(MaskedText(f"{SECRET} [문장] 메일을 쓰십시오."), max_tokens=64)


async def fault_of(client: Client, seconds: float = 5) -> str | int:
    with pytest.raises(ModelUnavailable) as caught:
        await client.ask(REQUEST, seconds)
    assert SECRET not in f"{caught.value!r} {caught.value.__cause__!r} {caught.value.details}"
    return caught.value.details["reason"]


async def test_one_user_message_with_all_sampling_set(server: FakeOpenAI, client: Client) -> None:
    answer = await client.ask(REQUEST, 5)

    assert answer.text == "요청에 맞게 메일을 쓰십시오."
    assert answer.finished
    (asked,) = server.requests
    assert asked["messages"] == [{"role": "user", "content": str(REQUEST.prompt)}]
    assert {name: asked[name] for name in ("model", "temperature", "top_p", "max_tokens")} == {
        "model": "mixtral",
        "temperature": 0.3,
        "top_p": 0.9,
        "max_tokens": 64,
    }
    assert isinstance(asked["seed"], int)


JSON_OF_OBJECT = {"name": "answer", "schema": {"type": "object"}, "strict": True}


@pytest.mark.parametrize(
    ("request_", "field", "constraint"),
    [
        (
            ModelRequest(MaskedText("가"), 8, schema={"type": "object"}),
            "response_format",
            {"type": "json_schema", "json_schema": JSON_OF_OBJECT},
        ),
        (ModelRequest(MaskedText("가"), 8, choices=("가", "나")), "structured_outputs", {"choice": ["가", "나"]}),
        (ModelRequest(MaskedText("가"), 8), "structured_outputs", None),
        (ModelRequest(MaskedText("가"), 8), "response_format", None),
    ],
)
async def test_the_grammar_goes_along(
    server: FakeOpenAI, client: Client, request_: ModelRequest, field: str, constraint: object
) -> None:
    await client.ask(request_, 5)

    assert server.requests[0].get(field) == constraint


@pytest.mark.parametrize(
    ("status", "fault", "requests"),
    [
        (400, Fault.INVALID, 1),
        (401, Fault.REFUSED, 1),
        (403, Fault.REFUSED, 1),
        (404, Fault.UNKNOWN, 1),
        (422, Fault.INVALID, 1),
        (429, Fault.LIMITED, 2),
        (500, Fault.FAILED, 2),
        (502, Fault.FAILED, 2),
        (503, Fault.BUSY, 1),
    ],
)
async def test_each_status_has_its_fault(
    server: FakeOpenAI, client: Client, status: int, fault: Fault, requests: int
) -> None:
    server.statuses = [status, status]

    assert await fault_of(client) == fault
    assert len(server.requests) == requests


async def test_a_passing_fault_is_tried_once_more(server: FakeOpenAI, client: Client) -> None:
    server.statuses = [500]

    assert (await client.ask(REQUEST, 5)).text


@pytest.mark.parametrize("breakage", BREAKAGES)
async def test_each_breakage_is_a_clear_refusal(server: FakeOpenAI, client: Client, breakage: str) -> None:
    server.breakages = [breakage, breakage]

    assert await fault_of(client, seconds=1.5) in set(Fault)
    assert server.redirected == []


async def test_a_server_that_is_not_there_is_unreachable() -> None:
    client = connect("http://127.0.0.1:9/v1")

    assert await fault_of(client) == Fault.UNREACHABLE
    await client.close()


async def test_cancelling_stops_the_server_too(server: FakeOpenAI, client: Client) -> None:
    server.seconds = 60
    asking = asyncio.create_task(client.ask(REQUEST, 60))
    await server.arrived.wait()
    asking.cancel()

    async with asyncio.timeout(5):
        await server.aborted.wait()


async def test_only_so_many_at_a_time(server: FakeOpenAI) -> None:
    server.seconds = 0.05
    client = connect(server.url, concurrency=3)
    await asyncio.gather(*(client.ask(REQUEST, 10) for _ in range(12)))
    await client.close()

    assert server.most_running == 3


async def test_the_breaker_leaves_a_failing_server_alone(server: FakeOpenAI, client: Client) -> None:
    server.statuses = [503] * 3
    for _ in range(3):
        assert await fault_of(client) == Fault.BUSY

    assert await fault_of(client) == Fault.RESTING
    assert len(server.requests) == 3


async def test_the_breaker_does_not_count_our_own_mistakes(server: FakeOpenAI, client: Client) -> None:
    server.statuses = [400] * 5
    for _ in range(5):
        assert await fault_of(client) == Fault.INVALID

    assert (await client.ask(REQUEST, 5)).text


async def test_a_queue_of_our_own_counts_against_the_time(server: FakeOpenAI) -> None:
    server.seconds = 60
    client = connect(server.url, concurrency=1, breaker=Breaker())
    first, second = await asyncio.gather(client.ask(REQUEST, 0.3), client.ask(REQUEST, 0.3), return_exceptions=True)
    await client.close()

    assert isinstance(first, ModelUnavailable)
    assert isinstance(second, ModelUnavailable)


async def test_the_model_is_looked_up_when_none_is_named(server: FakeOpenAI, client: Client) -> None:
    assert await client.model(5) == ServedModel("mixtral", 16_384)


async def test_a_model_that_is_not_served_is_unknown(server: FakeOpenAI) -> None:
    client = connect(server.url, model="another")
    with pytest.raises(ModelUnavailable) as caught:
        await client.model(5)
    await client.close()

    assert caught.value.details["reason"] == Fault.UNKNOWN


async def test_the_key_goes_to_the_endpoint_and_none_is_borrowed(
    server: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.api_key = "right"
    monkeypatch.setenv("OPENAI_API_KEY", "right")
    stranger, friend = connect(server.url, model="mixtral"), connect(server.url, "right", "mixtral")

    assert await fault_of(stranger) == Fault.REFUSED
    assert (await friend.ask(REQUEST, 5)).text
    await stranger.close()
    await friend.close()


async def test_nothing_said_is_logged(server: FakeOpenAI, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.statuses = [500]
    await client.ask(REQUEST, 5)
    server.breakages = ["sends no JSON"]
    await fault_of(client)

    assert SECRET not in caplog.text
    assert "요청에 맞게" not in caplog.text
    assert "\\ube44\\ubc00" not in caplog.text


async def test_an_endpoint_cannot_send_us_elsewhere() -> None:
    asked = []

    async def elsewhere(request: web.Request) -> web.Response:
        asked.append(request.path)
        raise web.HTTPTemporaryRedirect(location="/secret")

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", elsewhere)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    client = connect(f"http://127.0.0.1:{runner.addresses[0][1]}/v1", "key", "mixtral")
    try:
        await fault_of(client)
    finally:
        await client.close()
        await runner.cleanup()
    assert set(asked) == {"/v1/chat/completions"}


def test_half_a_module_of_the_older_httpx_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", types.ModuleType("httpx"))  # as another thread has it while importing
    client = connect("http://127.0.0.1:1/v1", "key", "mixtral")
    assert str(client._api.base_url) == "http://127.0.0.1:1/v1/"
