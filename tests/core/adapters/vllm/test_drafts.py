"""A prompt that streams: seen as it grows, never with what the guard refuses, given up when its server fails."""

import asyncio
from collections.abc import Callable

import pytest

from core.adapters.vllm.client import Client
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.errors import ModelUnavailable
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import Advised, DropReason, ProposalKind
from core.prompting.model.mode import Mode
from core.prompting.substance import Substance
from core.usecases.model_fallback import advised_by
from tests.fakes.assistant import until
from tests.fakes.openai.drafts import COVER, TRAPS, write
from tests.fakes.openai.faults import STREAM_BREAKAGES
from tests.fakes.openai.server import FakeOpenAI

SUBSTANCE = Substance(cover=COVER["ko"], traps=TRAPS["ko"])
INVENTED = "- 17일까지 답하라고 적습니다."


class Reader:
    """Sees a draft grow."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.came = asyncio.Event()

    def __call__(self, draft: str) -> None:
        self.seen.append(draft)
        self.came.set()


@pytest.fixture
def reader() -> Reader:
    return Reader()


def with_line(line: str, at: int) -> Callable[[str], str]:
    def whole(prompt: str) -> str:
        lines = write(prompt).splitlines()
        return "\n".join([*lines[:at], line, *lines[at:]])

    return whole


async def asked(client: Client, brief: Brief, reader: Reader, budget: float = 10) -> Advised:
    composition = compose(brief, SUBSTANCE)
    advised = Advised(composition, "mixtral", SUBSTANCE)
    return await VllmAdvisor(client, Mode.WHOLE, whole_budget=budget).write(brief, advised, reader)


def why(advised: Advised) -> set[Rule | DropReason]:
    return {reason for each in advised.proposals if each.part is ProposalKind.PROMPT for reason in each.reasons}


async def test_it_is_seen_line_by_line_and_then_stands(
    server: FakeOpenAI, client: Client, brief: Brief, reader: Reader
) -> None:
    server.gate.clear()
    writing = asyncio.create_task(asked(client, brief, reader))
    await until(reader.came)
    assert reader.seen[0] == "[작업]"
    assert "[제약]" not in reader.seen[-1]
    server.gate.set()

    advised = await writing
    assert advised.whole is not None
    assert why(advised) == set()
    assert set(reader.seen[-1].splitlines()) <= set(advised.whole.splitlines())
    assert "[제약]" in reader.seen[-1]
    assert len(server.requests) == 1
    assert server.requests[0]["stream"] is True
    assert advised.tokens_out > 0


async def test_an_invented_number_in_the_third_line_is_never_seen(
    server: FakeOpenAI, client: Client, brief: Brief, reader: Reader
) -> None:
    server.whole = with_line(INVENTED, 2)
    advised = await asked(client, brief, reader)

    assert advised.whole is None
    assert Rule.NUMBER_INVENTED in why(advised)
    assert len(reader.seen) > 5
    assert not any("17" in draft for draft in reader.seen)
    assert len(server.requests) == 2, "it was to be repaired once"
    assert not server.requests[1].get("stream"), "a repair is not seen: the draft would shrink and grow again"


async def test_one_that_does_not_end_is_cut_off_in_its_time(
    server: FakeOpenAI, client: Client, brief: Brief, reader: Reader
) -> None:
    server.endless, server.pause = True, 0.001
    async with asyncio.timeout(20):
        advised = await asked(client, brief, reader, budget=1.5)

    assert advised.whole is None
    assert why(advised) & {DropReason.UNAVAILABLE, Rule.UNFINISHED}, "in the middle of a wait, or as a piece comes"
    assert advised.prompt == compose(brief, SUBSTANCE).prompt
    await until(server.aborted)
    assert server.running == 0


@pytest.mark.parametrize("breakage", STREAM_BREAKAGES)
async def test_one_that_breaks_off_leaves_the_composers(
    server: FakeOpenAI, client: Client, brief: Brief, reader: Reader, breakage: str
) -> None:
    server.breakages = [breakage] * 3
    async with asyncio.timeout(20):
        advised = await asked(client, brief, reader, budget=1.0)

    assert advised.whole is None
    assert why(advised) == {DropReason.UNAVAILABLE}
    assert advised.prompt == compose(brief, SUBSTANCE).prompt
    assert reader.seen, "what came before it was seen"


async def test_who_stops_waiting_stops_the_model(
    server: FakeOpenAI, client: Client, brief: Brief, reader: Reader
) -> None:
    server.gate.clear()
    writing = asyncio.create_task(asked(client, brief, reader))
    await until(reader.came)
    writing.cancel()
    await asyncio.wait({writing})

    await until(server.aborted)


async def test_without_a_model_at_all_nothing_is_seen_and_none_is_named(
    server: FakeOpenAI, client: Client, brief: Brief, reader: Reader
) -> None:
    server.statuses = [503] * 9
    advised = await VllmAdvisor(client, Mode.WHOLE).write(brief, Advised(compose(brief), ""), reader)
    assert reader.seen == []
    assert why(advised) == {DropReason.UNAVAILABLE}
    with pytest.raises(ModelUnavailable):
        await advised_by(VllmAdvisor(client, Mode.WHOLE), brief, compose(brief))
