"""A bot that really runs, on a fake Slack on loopback, with all that an operator looks at."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.core.adapters.store.tcp_proxy import TcpProxy
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.faults.alerts import Samples, failed_scrape, parse
from tests.free_port import free_port

KEY: Final = "k" * 43 + "="
PLANTED: Final = ("김서연", "010-2345-6789")
_TYPED: Final = "신입사원 김서연에게 보낼 환영 메일 써줘. 문의는 010-2345-6789"
_CLONE: Final = Path(__file__).parents[2]
_SCRAPED_WITHIN: Final = ClientTimeout(total=10)  # Prometheus' own


@dataclass
class Scene:
    """`folder` is the data folder, `settings` what the bot and the doctor are started with, `log` where it logs to."""

    slack: FakeSlack
    folder: Path
    log: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    process: asyncio.subprocess.Process | None = None
    proxy: TcpProxy | None = None

    @property
    def environment(self) -> Mapping[str, str]:
        """What the bot and the doctor are started with."""
        given = {
            "PATH": os.environ["PATH"],
            "SLACK_BOT_TOKEN": "xoxb-1111111111-abcdefghijklmnopqrstuvwx",
            "SLACK_APP_TOKEN": "xapp-1-A0000000000-1111111111111-abcdefghijklmnopqrstuvwx",
            "PROMPTGEN_SLACK_API_URL": self.slack.api_url,
            "PROMPTGEN_DATA_DIR": str(self.folder),
            "PROMPTGEN_VAULT_KEY": KEY,
            "PROMPTGEN_OPS_PORT": str(self.port),
            "PROMPTGEN_LOG_FORMAT": "json",
            "PYTHONPATH": str(_CLONE),
            **self.settings,
        }
        return {name: value for name, value in given.items() if value}

    async def start(self) -> None:
        """Start the bot, and return when it is connected or has ended."""
        with self.log.open("ab") as log:
            self.process = await self._command("slack", out=asyncio.subprocess.DEVNULL, err=log.fileno())
        ended = asyncio.create_task(self.process.wait())
        connected = asyncio.create_task(self._connected())
        await asyncio.wait({ended, connected}, return_when=asyncio.FIRST_COMPLETED)
        for task in (ended, connected):
            task.cancel()

    async def stop(self) -> None:
        """Kill the bot."""
        if self.process:
            with suppress(ProcessLookupError):
                self.process.kill()
            await self.process.wait()

    async def talk(self, *people: str) -> None:
        """Have people begin an interview, whatever comes of it."""
        for name in people or ("U1",):
            with suppress(Exception):
                async with asyncio.timeout(5):
                    await Person(self.slack, name).say(_TYPED)

    async def scrape(self) -> Samples:
        """Return the figures as Prometheus would get them."""
        try:
            async with (
                ClientSession(timeout=_SCRAPED_WITHIN) as session,
                session.get(f"http://127.0.0.1:{self.port}/metrics") as response,
            ):
                return parse(await response.text())
        except (ClientError, TimeoutError):
            return failed_scrape()

    async def doctor(self) -> list[str]:
        """Return the checks that did not pass."""
        process = await self._command("doctor", "--json", out=asyncio.subprocess.PIPE, err=asyncio.subprocess.DEVNULL)
        written, _ = await process.communicate()
        findings = [json.loads(line) for line in written.decode().splitlines()]
        return [finding["check"] for finding in findings if not finding["passed"]]

    def lines(self) -> list[dict[str, object]]:
        """Return the log lines; those that are sentences for whoever started it are none."""
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [json.loads(line) for line in lines if line.startswith("{")]

    async def _command(self, *arguments: str, out: int, err: int) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-W", "ignore", "-m", "bots", *arguments,
            cwd=self.folder.parent, env=self.environment, stdin=asyncio.subprocess.DEVNULL, stdout=out, stderr=err,
        )  # fmt: skip

    async def _connected(self) -> None:
        while True:
            with suppress(TimeoutError):
                await self.slack.connected()
                return


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    """Give a scene in an empty folder, in which nothing runs yet; what runs is killed at the end."""
    async with FakeSlack.running() as slack:
        made = Scene(slack, folder / "data", folder / "log", port=free_port())
        try:
            yield made
        finally:
            await made.stop()
