import asyncio
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openai import AsyncOpenAI, BadRequestError

from core.adapters.vllm.client import Client, ServedModel, connect
from core.adapters.vllm.fault import Fault
from core.adapters.vllm.probe import ModelCheck, mode_of, probe
from core.errors import ModelUnavailable
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.prompting.model.asking_substance import substance_request
from core.prompting.model.mode import Mode
from core.prompting.model.reading_substance import read_draft
from core.prompting.request import ModelRequest
from tests.vllm_cpu.briefs import BRIEFS
from tests.vllm_cpu.served import DRAIN, NAME, QUEUE, REPOSITORY, Served, served

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("vllm_cpu")]

MACHINES = [(1, 140), (2, 80), (4, 48), (8, 24), (1, 48), (1, 40)]
LONG = ModelRequest(
    MaskedText("아무 말이나 이어 쓰십시오."),
    max_tokens=3_000,
    schema={"type": "string", "pattern": r"^(?:[가-힣 ]{20,40}\.){24}$"},
)


def test_vllm_understands_what_it_is_started_with(python: Path) -> None:
    settings = [
        {"GPUS": str(gpus), "GPU_MEMORY_GIB": str(memory)} | more
        for gpus, memory in MACHINES
        for more in ({}, {"NODES": "2", "NODE_RANK": "1"}, {"ADAPTERS": "ko=/a,en=/b"})
    ]
    asked = subprocess.run(
        [python, "-m", "tests.vllm_cpu.ask_parser"],
        input=json.dumps(settings),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(asked.stdout.splitlines()[-1]) == [""] * len(settings)


def test_vllm_refuses_an_option_of_another_time(python: Path) -> None:
    checked = subprocess.run(
        [python, "-m", "serving", "--check", "--", "--guided-decoding-backend=xgrammar"],
        cwd=REPOSITORY,
        env={"PROMPTGEN_SERVE_GPUS": "2", "PROMPTGEN_SERVE_GPU_MEMORY_GIB": "80", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 2
    assert "guided-decoding-backend" in checked.stderr


async def test_it_names_its_model(client: Client) -> None:
    assert await client.model(10) == ServedModel(NAME, 8192)


@pytest.mark.parametrize("brief", BRIEFS)
async def test_substance_follows_the_schema_and_every_string_its_grammar(client: Client, brief: Brief) -> None:
    request = substance_request(brief, compose(brief))
    assert request.schema
    answer = await client.ask(replace(request, max_tokens=6_000), 240)

    assert answer.finished
    found = json.loads(answer.text)
    fields: dict[str, Any] = request.schema["properties"]  # type: ignore[assignment]  # the schema is ours
    assert set(found) == set(fields)
    assert re.search(fields["restated"]["pattern"], found["restated"])
    for name in ("cover", "traps"):
        assert len(found[name]) <= fields[name]["maxItems"]
        assert all(re.search(fields[name]["items"]["pattern"], line) for line in found[name])
    assert not read_draft(answer.text).is_empty


async def test_a_system_message_is_refused(server: Served, client: Client) -> None:
    assert not await client.takes_system_role(10)
    async with AsyncOpenAI(base_url=server.url, api_key="EMPTY", max_retries=0) as bare:
        with pytest.raises(BadRequestError):
            await bare.chat.completions.create(
                model=NAME,
                messages=[{"role": "system", "content": "가"}, {"role": "user", "content": "나"}],
                max_tokens=1,
            )


async def test_it_streams(server: Served) -> None:
    async with AsyncOpenAI(base_url=server.url, api_key="EMPTY", max_retries=0) as bare:
        stream = await bare.chat.completions.create(
            model=NAME,
            messages=[{"role": "user", "content": "가"}],
            max_tokens=40,
            temperature=0.3,
            seed=1,
            stream=True,
        )
        chunks = [chunk async for chunk in stream]

    assert len(chunks) > 10
    assert chunks[-1].choices[0].finish_reason in {"stop", "length"}


async def test_the_probe_finds_a_grammar_and_no_korean(client: Client) -> None:
    findings = {finding.check: finding.value for finding in await probe(client)}

    assert findings[ModelCheck.STRUCTURED_OUTPUT] == "yes"
    assert findings[ModelCheck.SYSTEM_ROLE] == "no"
    assert findings[ModelCheck.KOREAN] == 0
    assert mode_of(await probe(client)) is Mode.SUBSTANCE


async def test_a_full_queue_is_busy_at_once(server: Served) -> None:
    client = connect(server.url, model=NAME, concurrency=4 * QUEUE)
    answers = await asyncio.gather(*(client.ask(LONG, 120) for _ in range(4 * QUEUE)), return_exceptions=True)
    await client.close()

    refused = [answer for answer in answers if isinstance(answer, ModelUnavailable)]
    assert refused
    assert {refusal.details["reason"] for refusal in refused} <= {Fault.BUSY, Fault.RESTING}
    assert len(answers) - len(refused) >= QUEUE - 1


async def test_a_request_that_is_not_waited_for_stops(server: Served, client: Client) -> None:
    asking = asyncio.create_task(client.ask(LONG, 120))
    await asyncio.to_thread(server.wait_until, running=True)
    asking.cancel()

    async with asyncio.timeout(20):
        await asyncio.to_thread(server.wait_until, running=False)


async def test_a_stop_lets_the_running_request_end(python: Path, model: Path, tmp_path: Path) -> None:
    with served(python, model, tmp_path / "vllm.log") as server:
        client = connect(server.url, model=NAME)
        asking = asyncio.create_task(client.ask(LONG, 120))
        await asyncio.to_thread(server.wait_until, running=True)
        server.stop()
        answer = await asking
        await client.close()

        assert answer.finished
        assert await asyncio.to_thread(server.process.wait, DRAIN + 20) == 0


async def test_nothing_that_was_said_is_in_its_log(server: Served, client: Client) -> None:
    planted = "라일락빛 잠수함"
    await client.ask(ModelRequest(MaskedText(planted), 8), 30)

    assert planted not in server.log.read_text(errors="replace")
