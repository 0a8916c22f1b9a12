"""One of several processes of the bot stands still: another takes its place, and what people say goes on."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.bots.slack.crashes import STARTS_WITHIN_S, settings_for
from tests.core.adapters.store.databases import POSTGRESQL_URL, postgresql_database
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

_BOT: Final = """
import sys
from bots.commands.run_bot import run_bot
from core.settings import read_settings

sys.exit(run_bot("slack", read_settings(), lambda run: run(), silence_s=3))
"""
_PROCESSES: Final = 2


@asynccontextmanager
async def forked(slack: FakeSlack, folder: Path, url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot as the command does, but that one may be silent for three seconds alone."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "PROMPTGEN_DATA_DIR": str(folder),
        "PROMPTGEN_DATABASE_URL": url,
        "PROMPTGEN_PROCESSES": str(_PROCESSES),
        **settings_for(slack),
    }
    command = [sys.executable, "-W", "ignore", "-c", _BOT]
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(*command, env=environment, stderr=log)
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def children(pid: int) -> set[int]:
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()))


async def test_a_bot_that_hangs_is_replaced_and_answers_on(slack: FakeSlack, tmp_path: Path) -> None:
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    person = Person(slack, "U1")
    with postgresql_database(tmp_path) as database:
        async with forked(slack, tmp_path, database.url or "") as first:
            await slack.connected(STARTS_WITHIN_S)
            await person.say("주간 보고서를 요약해줘")
            await person.sees("[질문 2]")
            async with asyncio.timeout(60):
                while len(before := children(first.pid)) < _PROCESSES:  # noqa: ASYNC110 - nothing tells that it began
                    await asyncio.sleep(0.05)
            for pid in before:  # whichever of them Slack gives the next answer to
                os.kill(pid, signal.SIGSTOP)
            async with asyncio.timeout(60):
                while before & (now := children(first.pid)) or len(now) < _PROCESSES:  # noqa: ASYNC110 - as above
                    await asyncio.sleep(0.05)
            await slack.connected(STARTS_WITHIN_S)
            await person.say("기획팀")
            await person.sees("[질문 3]")
    assert (tmp_path / "log").read_text().count("process silent") == _PROCESSES
