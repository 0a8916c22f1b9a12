"""Trying and comparing on a real vLLM: answers stream, and stop when nobody waits for them any more."""

import asyncio
import json
import os
import subprocess
import sys
import time
from contextlib import aclosing
from pathlib import Path

import pytest

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.places import PLATFORM, place
from core.adapters.store.open_store import open_store
from core.adapters.vllm.assistant import VllmAssistant
from core.adapters.vllm.client import Client
from core.conversation.events import Cancelled
from core.features.trial.handlers import TrialJob
from core.features.trial.job import Trying
from core.messages import Outgoing, Revealed
from core.model_jobs.answering import ModelRunner
from core.privacy.text import MaskedText
from core.prompting.dialogue import Dialogue, Ended, Piece, ask
from core.usecases.chat import Chat, Models
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.fakes.detector import FakeDetector
from tests.vllm_cpu.served import NAME, REPOSITORY, Served
from tests.vllm_cpu.test_interview import ANSWERS

pytestmark = [pytest.mark.timeout(600), pytest.mark.xdist_group("vllm_cpu")]

_LONG = Dialogue(ask(MaskedText("옛날이야기를 하나 들려주세요.")), max_tokens=4_000, temperature=1.0)


class Screen:
    """An outbox that only looks."""

    partials_every_s = 0.05

    def __init__(self) -> None:
        self.shown: list[str] = []

    async def send(self, outgoing: Outgoing, revealed: Revealed) -> str:
        self.shown.append(type(revealed.reply).__name__)
        return "receipt"

    async def stream_partial(self, _outgoing: Outgoing, revealed: Revealed) -> None:
        self.shown.append("partly")


async def test_an_answer_streams_and_its_tokens_are_counted(server: Served, client: Client) -> None:
    dialogue = Dialogue(ask(MaskedText("안녕하세요")), max_tokens=40)
    parts = [part async for part in VllmAssistant("cpu", client).stream(dialogue, 60)]

    assert sum(isinstance(part, Piece) for part in parts) > 3
    assert isinstance(parts[-1], Ended)
    assert parts[-1].tokens_in > 0
    assert 0 < parts[-1].tokens_out <= 40
    await asyncio.to_thread(server.wait_until, running=False)


async def test_closing_an_answer_stops_vllm(server: Served, client: Client) -> None:
    before = server.metric("vllm:generation_tokens_total")
    async with aclosing(VllmAssistant("cpu", client).stream(_LONG, 120)) as parts:
        await anext(parts)
        assert server.metric("vllm:num_requests_running") == 1
    await asyncio.to_thread(server.wait_until, running=False)

    generated = server.metric("vllm:generation_tokens_total") - before
    assert generated > 0, "the figure has another name"
    assert generated < 2_000, "it ran on to its end"


async def test_cancelling_a_trial_stops_vllm_and_keeps_the_prompt(
    server: Served, client: Client, tmp_path: Path
) -> None:
    store, screen = open_store(tmp_path, clock=time.time), Screen()
    detector, assistant = FakeDetector(), VllmAssistant("cpu", client)
    chat = Chat(detector, store, lambda: "session", models=Models(endpoints=("cpu",)))
    generation = Generation(store, workers={TrialJob.TRY: Trying(ModelRunner(detector, (assistant,)))})
    relay, where = Relay(PLATFORM, chat, generation, screen), place("terminal")
    for line in ("시작", *ANSWERS):
        await relay.handle(inbound.typed(where, Locale.KO, line))
    assert screen.shown[-1] == "ShowPrompt"
    trying = asyncio.create_task(relay.handle(inbound.typed(where, Locale.KO, "실행해 보기")))
    await asyncio.to_thread(server.wait_until, running=True)
    await relay.handle(inbound.pressed(where, Locale.KO, Cancelled()))
    await trying
    await asyncio.to_thread(server.wait_until, running=False)

    assert screen.shown[-1] == "TellEnded"
    assert "ShowTrial" not in screen.shown
    store.close()


def test_an_interview_ends_in_an_answer_with_its_figures(server: Served, tmp_path: Path) -> None:
    ran = _promptgen(server, tmp_path, "chat", given="\n".join((*ANSWERS, "실행해 보기")) + "\n")

    assert ran.returncode == 0, ran.stderr[-2_000:]
    assert f"모델의 답변 · {NAME}" in ran.stderr
    assert "준수" in ran.stderr
    assert ran.stdout.startswith("[")


def test_contenders_are_compared(server: Served, tmp_path: Path) -> None:
    names = ("purpose", "background", "form", "length", "language", "level")
    briefs = [dict(zip(names, (f"{ANSWERS[0]} {number}", *ANSWERS[1:6]), strict=True)) for number in range(2)]
    given = "".join(f"{json.dumps(brief, ensure_ascii=False)}\n" for brief in briefs)
    files = ("--results", str(tmp_path / "results.jsonl"), "--report", str(tmp_path / "report.html"))
    ran = _promptgen(server, tmp_path, "compare", *files, given=given)

    assert ran.returncode == 0, ran.stderr[-2_000:]
    rows = [json.loads(line) for line in (tmp_path / "results.jsonl").read_text().splitlines()]
    assert len(rows) == 6
    assert all(row["figures"]["tokens_out"] and row["figures"]["first_words"] for row in rows if row["finished"])
    page = (tmp_path / "report.html").read_text()
    assert page.count("<section><h3>") == len(rows)
    assert page.count('<div class="bar">') > 0


def _promptgen(server: Served, folder: Path, *arguments: str, given: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PROMPTGEN_")}
    model = {"PROMPTGEN_LLM_BASE_URL": server.url, "PROMPTGEN_LLM_MODEL": NAME, "PROMPTGEN_DATA_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "bots", *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        env=clean | model,
        check=False,
    )
