"""Measure asking a real vLLM for substance: `python -m tests.vllm_cpu.measure PYTHON_WITH_VLLM` (asserts nothing)."""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from openai import AsyncOpenAI

from core.adapters.vllm.client import connect
from core.adapters.vllm.prompt_advisor import VllmAdvisor
from core.privacy.text import MaskedText
from core.prompting.compose import compose
from core.prompting.request import ModelRequest
from tests.vllm_cpu.briefs import BRIEFS
from tests.vllm_cpu.served import NAME, Served, make_model, served

_CALLS = 200
_SHORT = ModelRequest(MaskedText("한 글자로 답하십시오."), max_tokens=1)


async def generations(server: Served) -> None:
    """Print the tokens of each kind of generation, and the share that came from the prefix cache."""
    client = connect(server.url, model=NAME)
    queries, hits = (server.metric(f"vllm:prefix_cache_{name}_total") for name in ("queries", "hits"))
    for round_ in (1, 2):
        for brief in BRIEFS:
            began = time.perf_counter()
            advised = await VllmAdvisor(client, budget=120).advise(brief, compose(brief))
            seconds = time.perf_counter() - began
            print(f"round {round_}: in {advised.tokens_in}, out {advised.tokens_out}, {seconds:.1f} s")  # noqa: T201
    await client.close()
    queries, hits = (
        server.metric(f"vllm:prefix_cache_{name}_total") - before
        for name, before in (("queries", queries), ("hits", hits))
    )
    print(f"prefix cache: {hits / queries:.0%} of {queries:.0f} prompt tokens")  # noqa: T201


async def overhead(server: Served) -> None:
    """Print what the client adds to a bare call, in ms per call."""
    client, bare = connect(server.url, model=NAME), AsyncOpenAI(base_url=server.url, api_key="EMPTY", max_retries=0)

    async def call() -> None:
        await bare.chat.completions.create(
            model=NAME,
            messages=[{"role": "user", "content": str(_SHORT.prompt)}],
            max_tokens=1,
            temperature=0.3,
            top_p=0.9,
            seed=1,
        )

    async def ask() -> None:
        await client.ask(_SHORT, 10)

    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(_CALLS):  # in turns, so that both see the same machine
        theirs.append(await _seconds(call))
        ours.append(await _seconds(ask))
    await client.close()
    await bare.close()
    added = statistics.median(ours) - statistics.median(theirs)
    print(f"bare call {1e3 * statistics.median(theirs):.2f} ms, ours {1e3 * added:+.2f} ms")  # noqa: T201


async def _seconds(call: Callable[[], Awaitable[None]]) -> float:
    began = time.perf_counter()
    await call()
    return time.perf_counter() - began


def main(python: Path) -> None:
    """Serve the tiny model and measure."""
    with tempfile.TemporaryDirectory() as folder:
        model = make_model(python, Path(folder) / "model")
        with served(python, model, Path(folder) / "vllm.log") as server:
            asyncio.run(generations(server))
            asyncio.run(overhead(server))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
