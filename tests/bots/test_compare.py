"""`promptgen compare` as a person runs it, against a server that misbehaves."""

import asyncio
import io
import json
import os
import re
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pytest
from rich.cells import cell_len

from bots.cli import main
from tests.fakes.detector import FakeDetector
from tests.fakes.openai.drafts import COVER
from tests.fakes.openai.server import FakeOpenAI

pytestmark = pytest.mark.slow

_BRIEF = {
    "purpose": "신입사원 김서연에게 보낼 환영 메일을 써줘",
    "background": "저는 한빛상사 인사팀 박지훈 과장입니다. 010-2345-6789",
    "form": "연속 문장",
    "length": "보통",
    "language": "한국어",
    "level": "대학생",
}
_BRIEFS = (_BRIEF, {**_BRIEF, "purpose": "회의록 작성법을 <b>알려줘</b>"})
_SECRETS = ("김서연", "박지훈", "한빛상사", "010-2345-6789", "seoyeon.kim@hanbit.example")


@dataclass
class Ran:
    """What came of a run."""

    status: int
    out: str
    err: str


class Shell:
    """Runs the command on one folder, against one server: here with a quick detector, or as a process of its own."""

    def __init__(
        self, server: FakeOpenAI, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.server, self.folder = server, folder
        self.results, self.report = folder / "results.jsonl", folder / "report.html"
        self._monkeypatch, self._capsys = monkeypatch, capsys
        (folder / "endpoints.toml").write_text(f'[cpu]\nbase_url = "{server.url}"\nmodel = "mixtral"\n')
        for name in [name for name in os.environ if name.startswith("PROMPTGEN_")]:
            monkeypatch.delenv(name)
        monkeypatch.setenv("PROMPTGEN_DATA_DIR", str(folder))
        monkeypatch.setenv("PROMPTGEN_LLM_BASE_URL", server.url)
        monkeypatch.setenv("PROMPTGEN_ENDPOINTS", str(folder / "endpoints.toml"))

    async def starts(self, *arguments: str) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bots", *self._options(arguments)), stdin=asyncio.subprocess.PIPE
        )
        assert process.stdin
        process.stdin.write(_lines(_BRIEFS))
        process.stdin.close()
        return process

    async def runs(self, *arguments: str, briefs: Sequence[object] = _BRIEFS) -> Ran:
        self._monkeypatch.setattr("bots.container.load_detector", lambda _: FakeDetector())
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(_lines(briefs))))
        status = await asyncio.to_thread(main, self._options(arguments))
        shown = self._capsys.readouterr()
        return Ran(status, shown.out, shown.err)

    def kept(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.results.read_text().splitlines()]

    async def until_kept(self, count: int) -> None:
        async with asyncio.timeout(60):
            while not self.results.exists() or self.results.read_bytes().count(b"\n") < count:  # noqa: ASYNC110 - a file
                await asyncio.sleep(0.02)

    def _options(self, arguments: Sequence[str]) -> list[str]:
        return ["compare", "--results", str(self.results), "--report", str(self.report), *arguments]


def _lines(briefs: Sequence[object]) -> bytes:
    return "".join(f"{json.dumps(brief, ensure_ascii=False)}\n" for brief in briefs).encode()


@pytest.fixture
async def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> AsyncIterator[Shell]:
    async with FakeOpenAI() as server:
        yield Shell(server, tmp_path, monkeypatch, capsys)


async def test_each_brief_is_answered_by_each_contender_and_nothing_personal_leaves(shell: Shell) -> None:
    answer = (
        "{이름1}님, 환영합니다. 문의는 인사팀 이영희 과장 010-9876-5432로 하세요. 인사팀 일정은 <i>첫날</i> 안내합니다."
    )
    shell.server.answers = lambda _: answer
    ran = await shell.runs("--arms", "raw,short,detailed,cpu")

    assert ran.status == 0, ran.err
    assert len(shell.server.requests) == 8
    prompts = [request["messages"][0]["content"] for request in shell.server.requests]
    assert "신입사원 {이름1}에게 보낼 환영 메일을 써줘" in prompts
    assert sum(prompt.startswith("[") for prompt in prompts) == 6
    page = shell.report.read_text()
    for secret in _SECRETS:
        assert secret not in "".join(prompts)
        assert secret not in shell.results.read_text()
        assert secret not in page
        assert secret not in ran.out + ran.err
    for name in ("raw", "short", "detailed", "cpu"):
        assert name in ran.out
    assert {row["model"] for row in shell.kept()} == {"mixtral"}
    assert "&lt;i&gt;" in page
    assert "<i>" not in page
    assert re.search(r"(src|href)=|@import|url\(", page) is None
    assert "알려줘&lt;/b&gt;" in page
    assert re.search(r"<dd>20\d\d-\d\d-\d\d \d\d:\d\d", page)
    assert "한 번에 2개" in page
    for row in shell.kept():
        assert row["prompt"] in prompts
        assert f"<pre>{escape(str(row['prompt']))}</pre>" in page
    assert ">일정<" in page
    assert ">님<" not in page


@pytest.mark.parametrize("locale", ["ko", "en"])
async def test_the_table_fits_eighty_columns_and_says_who_kept_most(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    def answer(messages: list[dict[str, str]]) -> str:
        return "인사팀 일정은 첫날 안내합니다. " * 28 if "[" in messages[-1]["content"] else "- 하나\n- 둘"

    shell.server.answers = answer
    monkeypatch.setenv("PROMPTGEN_LOCALE", locale)
    ran = await shell.runs("--arms", "raw@default,substance@default,whole@default,detailed")

    assert ran.status == 0, ran.err
    assert max(cell_len(line) for line in ran.out.splitlines()) <= 80
    assert "substance@default" in ran.out
    assert ("준수는 답변이" if locale == "ko" else "four things alone") in ran.out


async def test_standings_are_lines_of_json_for_programs(shell: Shell) -> None:
    ran = await shell.runs("--arms", "raw,short", "--json")

    assert ran.status == 0, ran.err
    standings = [json.loads(line) for line in ran.out.splitlines()]
    assert [each["contender"] for each in standings] == ["raw", "short"]
    assert all(each["answers"] == 2 and each["failed"] == 0 for each in standings)


async def test_an_arm_with_substance_asks_for_it_first(shell: Shell) -> None:
    ran = await shell.runs("--arms", "detailed,substance", briefs=(_BRIEF,))

    assert ran.status == 0, ran.err
    prompts = [request["messages"][0]["content"] for request in shell.server.requests if request.get("stream")]
    assert len(prompts) == 2
    assert sum(COVER["ko"][0] in prompt for prompt in prompts) == 1


async def test_an_arm_with_the_models_own_prompt_has_it_written_first(shell: Shell) -> None:
    ran = await shell.runs("--arms", "substance,whole", briefs=(_BRIEF,))

    assert ran.status == 0, ran.err
    asked = [request["messages"][0]["content"] for request in shell.server.requests if request.get("stream")]
    prompts = [
        prompt for prompt in asked if prompt.startswith("[작업]")
    ]  # the whole prompt is asked for in a stream, too
    assert all(COVER["ko"][0] in prompt for prompt in prompts)
    assert len(set(prompts)) == 2
    assert len(asked) == len(prompts) + 1


async def test_a_killed_run_goes_on_where_it_was(shell: Shell) -> None:
    shell.server.pause = 0.05
    process = await shell.starts("--at-once", "1")
    await shell.until_kept(2)
    process.kill()
    await process.wait()
    with shell.results.open("a") as file:
        file.write('{"brief": "torn')
    shell.server.pause = 0
    before = shell.results.read_bytes().count(b"\n")
    asked = len(shell.server.requests)
    ran = await shell.runs()

    assert ran.status == 0, ran.err
    assert f"{before}개는 그대로" in ran.err
    assert len(shell.server.requests) - asked == 6 - before
    assert len(shell.kept()) == 6


async def test_what_failed_is_said_and_asked_once_more_the_next_time(shell: Shell) -> None:
    shell.server.breakages = ["disconnects half-way"]
    shell.server.statuses = [503]
    failed = await shell.runs("--arms", "raw", "--at-once", "1")
    assert failed.status == 1, "nothing was answered"
    assert {row["fault"] for row in shell.kept()} <= {"busy", "unreachable"}
    assert "답을 받지 못한 요청: raw" in failed.out

    mended = await shell.runs("--arms", "raw", "--at-once", "1")
    assert mended.status == 0
    assert "답을 받지 못한" not in mended.out
    assert [row["fault"] for row in shell.kept()][-2:] == ["", ""]


@pytest.mark.parametrize(
    ("arguments", "briefs", "sentence"),
    [
        (("--arms", "raw,mars"), _BRIEFS, "‘mars’을(를) 몰라요"),
        (("--arms", ","), _BRIEFS, "몰라요"),
        ((), ({"purpose": "메일"},), "1번째 줄"),
        ((), (), "비어"),
    ],
)
async def test_what_cannot_be_compared_is_said_in_a_line(
    shell: Shell, arguments: tuple[str, ...], briefs: Sequence[object], sentence: str
) -> None:
    ran = await shell.runs(*arguments, briefs=briefs)

    assert ran.status == 2
    assert sentence in ran.err
    assert ran.err.count("\n") == 1
    assert shell.server.requests == []


async def test_a_report_that_cannot_be_written_is_said_before_anybody_is_asked(shell: Shell) -> None:
    shell.report = shell.folder / "missing" / "report.html"
    ran = await shell.runs()

    assert ran.status == 2
    assert str(shell.report) in ran.err
    assert shell.server.requests == []


async def test_a_results_file_of_another_kind_is_left_as_it_is(shell: Shell) -> None:
    shell.results.write_text("not a result\n")
    ran = await shell.runs()

    assert ran.status == 2
    assert shell.results.read_text() == "not a result\n"
