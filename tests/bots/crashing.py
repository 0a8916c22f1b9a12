"""What the trials that kill bots have in common: the processes with their log, and the report of what came of it."""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database

PEOPLE = 24
# Who has told so much is asked nothing more before the summary.
TOLD = (
    "매주 임원에게 올리는 글이라 결론과 핵심 수치를 맨 앞에 두고, 지난주와 달라진 점을 그 뒤에 붙이며, "
    "어려운 용어는 풀어 쓰고, 문장은 짧게 끊어 주시면 좋겠습니다. 회의 전에 훑어보는 용도입니다."
)
_KEY = "k" * 43 + "="
_LOG = "bots.log"


class Uptime:
    """The seconds in which a process was connected, all together."""

    def __init__(self) -> None:
        self._before = 0.0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        return self._before + (time.monotonic() - self._since if self._since is not None else 0.0)

    @asynccontextmanager
    async def counted(self, connected: Awaitable[object]) -> AsyncIterator[None]:
        """Count from the connection on until the block ends."""
        counting = asyncio.create_task(self._count(connected))
        try:
            yield
        finally:
            counting.cancel()
            self._before, self._since = self.seconds, None

    async def _count(self, connected: Awaitable[object]) -> None:
        await connected
        self._since = time.monotonic()


@dataclass
class Outcome:
    """What came of it: what people were told was taken and was not, and what was done twice.

    `waits` holds the seconds from each acknowledgement to what it led to, and in how many of them a process was
    connected; `diary` is what people did and saw.
    """

    kills: int = 0
    answers: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    waits: list[tuple[float, float]] = field(default_factory=list)
    diary: list[str] = field(default_factory=list)
    uptime: Uptime = field(default_factory=Uptime)

    def note(self, who: str, what: str) -> None:
        """Write into the diary, with the clock of the bots' log."""
        self.diary.append(f"{datetime.now(UTC):%H:%M:%S.%f} {who}: {what}")

    @asynccontextmanager
    async def waited(self) -> AsyncIterator[None]:
        """Take the time of the block, in which somebody waits for what was taken."""
        began, connected = time.monotonic(), self.uptime.seconds
        yield
        self.waits.append((time.monotonic() - began, self.uptime.seconds - connected))

    async def settled(self, database: Database) -> None:
        """Wait until all that was taken is carried out, sent and made; what never is, is lost."""
        try:
            await database.settles()
        except TimeoutError:
            self.lost.append("something lies in the inbox or the outbox, or is being made, and nobody is at it")

    def said(self) -> str:
        """Return the figures."""
        longest, connected = (max(each, default=0.0) for each in (*zip(*self.waits, strict=True), (), ())[:2])
        return (
            f"{self.answers} answers taken, {len(self.lost)} lost, {len(self.doubled)} twice,"
            f" longest wait {longest:.0f} s, while a process was connected {connected:.0f} s"
        )


def environment(database: Database, settings: Mapping[str, str]) -> dict[str, str]:
    """Return what the command is set to, on this database."""
    return {
        "PATH": "/usr/bin:/bin",
        "PROMPTGEN_DATA_DIR": str(database.folder),
        "PROMPTGEN_DATABASE_URL": database.url or "",
        "PROMPTGEN_VAULT_KEY": _KEY,
        "PROMPTGEN_LIMIT_TURNS": "1000",
        "PROMPTGEN_LIMIT_INTERVIEWS": "500",
        **settings,
    }


KillOften = Callable[[Database, int, int, int], Coroutine[Any, Any, Outcome]]
"""Kills so many processes under so many people on a database, by a seed."""


@asynccontextmanager
async def started(
    platform: str, database: Database, settings: Mapping[str, str]
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the command itself, and kill it at the end of the block; its log is kept beside the database."""
    nowhere = asyncio.subprocess.DEVNULL
    database.folder.mkdir(exist_ok=True)
    with (database.folder / _LOG).open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-W", "ignore", "-m", "bots", platform,
            env=environment(database, settings), stdin=nowhere, stdout=nowhere, stderr=log,
        )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def report(platform: str, kill_often: KillOften, kinds: Sequence[str] = ("sqlite", "postgresql")) -> None:
    """Run a trial on SQLite and, if there is one, PostgreSQL; an AssertionError says what was lost or done twice."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for kind in (kind for kind in kinds if kind == "sqlite" or POSTGRESQL_URL):
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            database = stack.enter_context(postgresql_database(folder)) if kind == "postgresql" else Database(folder)
            seed = random.randrange(10_000)  # noqa: S311 - moments, not keys
            try:
                outcome = asyncio.run(kill_often(database, kills, PEOPLE, seed))
                sys.stdout.write(
                    f"{kind}: {outcome.kills} {platform} processes killed under {PEOPLE} people, {outcome.said()}"
                    f" (seed {seed})\n"
                )
                sys.stdout.flush()
                if outcome.lost or outcome.doubled:
                    sys.stderr.write("\n".join([*outcome.diary, ""]))
                assert not outcome.lost, outcome.lost
                assert not outcome.doubled, outcome.doubled
            except BaseException:
                sys.stderr.write((folder / _LOG).read_text())
                raise
