"""`promptgen compose --model`: what the endpoint proposed, what was kept, and prompts without it where it is silent."""

import asyncio
import io
import json
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bots.cli import main
from tests.fakes.detector import FakeDetector
from tests.fakes.openai.drafts import COVER, TRAPS, USELESS
from tests.fakes.openai.server import FakeOpenAI

_BRIEF = {
    "purpose": "신입사원 김서연에게 보낼 환영 메일을 써줘",
    "background": "저는 인사팀 박지훈 과장입니다. 3월 4일 9시까지 5층으로 오라고 해주세요.",
    "form": "연속 문장",
    "length": "보통",
    "language": "한국어",
    "level": "대학생",
}


@dataclass
class Ran:
    """What came of a run."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Shell:
    """Runs the command with a quick detector, against one server."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys
        for name in [name for name in os.environ if name.startswith("PROMPTGEN_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("PROMPTGEN_DATA_DIR", str(folder))

    def serves(self, url: str) -> None:
        self._monkeypatch.setenv("PROMPTGEN_LLM_BASE_URL", url)

    async def runs(self, *arguments: str, briefs: Sequence[Mapping[str, str]] = (_BRIEF,)) -> Ran:
        given = "".join(f"{json.dumps(brief, ensure_ascii=False)}\n" for brief in briefs).encode()
        self._monkeypatch.setattr("bots.container.load_detector", lambda _: FakeDetector())
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = await asyncio.to_thread(main, ["compose", *arguments])
        shown = self._capsys.readouterr()
        return Ran(status, shown.out, shown.err)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    return Shell(monkeypatch, capsys, tmp_path)


@pytest.fixture
async def server(shell: Shell) -> AsyncIterator[FakeOpenAI]:
    async with FakeOpenAI() as server:
        shell.serves(server.url)
        yield server


async def test_what_was_proposed_and_kept_is_told(shell: Shell, server: FakeOpenAI) -> None:
    bare = (await shell.runs("--jsonl")).rows[0]
    ran = await shell.runs("--jsonl", "--model", briefs=(_BRIEF, _BRIEF))

    assert ran.status == 0, ran.err
    assert ran.rows[0] == ran.rows[1]
    row = ran.rows[0]
    assert "model" not in bare
    assert row["understanding"] == bare["understanding"]
    assert row["model"]["name"] == "mixtral"
    kept = [proposal["text"] for proposal in row["model"]["proposals"] if proposal["kept"]]
    assert kept == [*COVER["ko"], *TRAPS["ko"]]
    assert all(f"- {text}" in row["prompt"] and f"- {text}" not in bare["prompt"] for text in kept)
    assert not any(secret in str(server.requests) for secret in ("김서연", "박지훈"))


async def test_what_was_dropped_is_told_with_its_reasons(shell: Shell, server: FakeOpenAI) -> None:
    bare = (await shell.runs("--jsonl")).rows[0]
    server.draft = USELESS["answers in English"]
    row = (await shell.runs("--jsonl", "--model")).rows[0]

    assert row["prompt"] == bare["prompt"]
    dropped = row["model"]["proposals"]
    assert dropped
    assert all(not each["kept"] and "drift" in each["reasons"] and each["part"] == "cover" for each in dropped)


async def test_the_whole_prompt_may_be_the_models(shell: Shell, server: FakeOpenAI) -> None:
    row = (await shell.runs("--jsonl", "--model", "whole")).rows[0]

    (whole,) = (each for each in row["model"]["proposals"] if each["part"] == "prompt")
    assert whole["kept"]
    assert row["prompt"] == whole["text"]
    assert "3월 4일 9시까지 5층으로" in row["prompt"]


async def test_where_the_model_is_silent_the_prompt_is_the_composers(shell: Shell, server: FakeOpenAI) -> None:
    bare = await shell.runs()
    server.statuses = [503] * 20
    ran = await shell.runs("--model")

    assert ran.status == 0
    assert ran.out == bare.out
    assert ran.err.count("\n") == 1
    assert "모델이 응답하지 않아" in ran.err
    server.statuses = [503] * 20
    assert (await shell.runs("--jsonl", "--model")).rows[0]["model"] == {"name": None, "proposals": []}


async def test_without_an_endpoint_nothing_is_written(shell: Shell) -> None:
    ran = await shell.runs("--model")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
