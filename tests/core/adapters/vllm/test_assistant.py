import asyncio
import logging
from contextlib import aclosing

import pytest

from core.adapters.vllm.assistant import VllmAssistant
from core.adapters.vllm.client import Client, connect
from core.adapters.vllm.fault import Fault
from core.errors import ModelUnavailable
from core.privacy.text import MaskedText
from core.prompting.dialogue import ChatMessage, Dialogue, Ended, Piece, Speaker, ask
from tests.fakes.openai.faults import BREAKAGES, STREAM_BREAKAGES
from tests.fakes.openai.server import ANSWER, FakeOpenAI

SECRET = "비밀스러운 질문"
QUESTION = Dialogue(ask(MaskedText(SECRET)))
TURNS = Dialogue(
    (
        ChatMessage(Speaker.USER, MaskedText("안녕하세요")),
        ChatMessage(Speaker.ASSISTANT, MaskedText("네, 말씀하세요")),
        ChatMessage(Speaker.USER, MaskedText("연봉을 올려 주세요")),
    ),
    max_tokens=300,
    temperature=0.7,
)


@pytest.fixture
def assistant(client: Client) -> VllmAssistant:
    return VllmAssistant("gpu", client, patience=1.5)


class Heard:
    """What came of an answer before it ended or broke off."""

    def __init__(self) -> None:
        self.text = ""
        self.ended: Ended | None = None
        self.fault: object = None
        self.said = ""

    async def hear(self, assistant: VllmAssistant, dialogue: Dialogue = QUESTION, seconds: float = 10) -> "Heard":
        try:
            async with aclosing(assistant.stream(dialogue, seconds)) as parts:
                async for part in parts:
                    if isinstance(part, Piece):
                        self.text += part.text.reveal()
                    else:
                        self.ended = part
        except ModelUnavailable as error:
            self.said = f"{error!r} {error.__cause__!r} {error.details}"
            self.fault = error.details["reason"]
        return self


async def test_the_answer_comes_in_pieces_and_then_its_end(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    heard = await Heard().hear(assistant)

    assert heard.text == ANSWER
    assert heard.ended is not None
    assert heard.ended.finished
    assert heard.ended.tokens_in == 600
    assert heard.ended.tokens_out > 0
    assert (assistant.name, assistant.model) == ("gpu", "mixtral")


async def test_turns_go_along_with_how_they_are_to_be_answered(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    await Heard().hear(assistant, TURNS)

    (asked,) = server.requests
    assert [message["role"] for message in asked["messages"]] == ["user", "assistant", "user"]
    assert (asked["temperature"], asked["max_tokens"], asked["stream"]) == (0.7, 300, True)


@pytest.mark.parametrize(
    "speakers",
    [(), (Speaker.ASSISTANT,), (Speaker.USER, Speaker.USER), (Speaker.USER, Speaker.ASSISTANT)],
)
def test_speakers_who_do_not_take_turns_are_refused(speakers: tuple[Speaker, ...]) -> None:
    with pytest.raises(ValueError, match="turns"):
        Dialogue(tuple(ChatMessage(speaker, MaskedText("가")) for speaker in speakers))


async def test_an_answer_is_not_longer_than_the_context_has_room_for(
    server: FakeOpenAI, assistant: VllmAssistant
) -> None:
    server.max_model_len = 2_000
    await Heard().hear(assistant, Dialogue(ask(MaskedText("가" * 1_000))))

    assert 256 <= server.requests[0]["max_tokens"] <= 1_000


async def test_closing_stops_the_server_too(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    server.gate.clear()
    async with asyncio.timeout(5), aclosing(assistant.stream(QUESTION, 10)) as parts:
        assert isinstance(await anext(parts), Piece)
    async with asyncio.timeout(5):
        await server.aborted.wait()
    assert server.running == 0


async def test_cancelling_stops_the_server_too(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    server.gate.clear()
    hearing = asyncio.create_task(Heard().hear(assistant))
    await server.arrived.wait()
    hearing.cancel()
    async with asyncio.timeout(5):
        await server.aborted.wait()


@pytest.mark.parametrize("breakage", STREAM_BREAKAGES)
async def test_what_came_before_a_breakage_is_kept(server: FakeOpenAI, assistant: VllmAssistant, breakage: str) -> None:
    server.breakages = [breakage]
    heard = await Heard().hear(assistant)

    assert heard.fault in set(Fault)
    assert SECRET not in heard.said
    assert heard.ended is None
    assert 0 < len(heard.text) < len(ANSWER)
    assert ANSWER.startswith(heard.text)


@pytest.mark.parametrize("breakage", [each for each in BREAKAGES if each not in STREAM_BREAKAGES])
async def test_each_other_breakage_is_a_clear_refusal(
    server: FakeOpenAI, assistant: VllmAssistant, breakage: str
) -> None:
    server.breakages = [breakage, breakage]
    heard = await Heard().hear(assistant)

    assert heard.fault in set(Fault)
    assert SECRET not in heard.said
    assert heard.text == ""
    assert server.redirected == []


@pytest.mark.parametrize(
    ("status", "fault", "requests"),
    [
        (400, Fault.INVALID, 1),
        (401, Fault.REFUSED, 1),
        (404, Fault.UNKNOWN, 1),
        (429, Fault.LIMITED, 2),
        (500, Fault.FAILED, 2),
        (503, Fault.BUSY, 1),
    ],
)
async def test_each_status_has_its_fault(
    server: FakeOpenAI, assistant: VllmAssistant, status: int, fault: Fault, requests: int
) -> None:
    server.statuses = [status, status]

    assert (await Heard().hear(assistant)).fault == fault
    assert len(server.requests) == requests


async def test_a_passing_fault_is_tried_once_more(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    server.statuses = [500]

    assert (await Heard().hear(assistant)).text == ANSWER


@pytest.mark.parametrize("words", ["정말로 ", " ", "\n", "그렇습니다. 그리고 ", "-"])
async def test_an_answer_that_goes_round_in_circles_is_cut_off(
    server: FakeOpenAI, assistant: VllmAssistant, words: str
) -> None:
    server.answers = lambda _: words * 7
    server.endless = True
    heard = await Heard().hear(assistant)

    assert heard.ended is not None
    assert not heard.ended.finished
    assert len(heard.text) < 2_000


async def test_an_answer_that_never_ends_is_cut_off(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    server.answers = lambda _: "".join(map(chr, range(ord("가"), ord("가") + 3_000)))
    server.endless = True
    heard = await Heard().hear(assistant, Dialogue(ask(MaskedText(SECRET)), max_tokens=400))

    assert heard.ended is not None
    assert not heard.ended.finished


async def test_an_answer_that_trickles_is_cut_off_when_its_time_is_over(
    server: FakeOpenAI, assistant: VllmAssistant
) -> None:
    server.pause = 0.1
    heard = await Heard().hear(assistant, seconds=0.4)

    assert heard.ended is not None
    assert not heard.ended.finished
    assert 0 < len(heard.text) < len(ANSWER)


async def test_an_answer_cut_by_its_length_is_not_finished(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    server.finish_reason = "length"
    heard = await Heard().hear(assistant)

    assert heard.ended is not None
    assert not heard.ended.finished


async def test_the_breaker_leaves_a_failing_server_alone(server: FakeOpenAI, assistant: VllmAssistant) -> None:
    server.statuses = [503] * 3
    for _ in range(3):
        await Heard().hear(assistant)

    assert (await Heard().hear(assistant)).fault == Fault.RESTING


async def test_a_server_that_is_not_there_is_unreachable() -> None:
    client = connect("http://127.0.0.1:9/v1")

    assert (await Heard().hear(VllmAssistant("gone", client))).fault == Fault.UNREACHABLE
    await client.close()


async def test_nothing_said_is_logged(
    server: FakeOpenAI, assistant: VllmAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.breakages = ["sends no JSON half-way"]
    await Heard().hear(assistant)
    await Heard().hear(assistant)

    assert SECRET not in caplog.text
    assert "안녕하세요" not in caplog.text
