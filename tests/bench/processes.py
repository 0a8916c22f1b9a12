"""One process and several on one database: `python -m tests.bench.processes [CONVERSATIONS [MEMORY_CONVERSATIONS]]`.

How many turns a second, how soon a process that was killed is replaced, whether memory stays as it is. PostgreSQL is
measured where `PROMPTGEN_TEST_POSTGRESQL_URL` names a server.
"""

import json
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Final

from tests.bots.bench import percentiles
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database

_PEOPLE: Final = 48


def main(conversations: int, memory_conversations: int) -> None:
    """Print one line a figure."""
    _say(f"{os.cpu_count()} cores; {_PEOPLE} people who type without a pause; milliseconds as p50 p95 p99")
    for kind, processes in (("sqlite", 1), ("postgresql", 1), ("postgresql", 4)):
        if kind == "sqlite" or POSTGRESQL_URL:
            with ExitStack() as stack:
                _turns(_database(kind, stack), processes, conversations)
    with ExitStack() as stack:
        _recovery(_database("sqlite", stack))
    with ExitStack() as stack:
        _memory(_database("sqlite", stack), memory_conversations)


def _turns(database: Database, processes: int, conversations: int) -> None:
    bots = [
        _Bot(database, f"P{number}", _PEOPLE // processes, conversations // processes) for number in range(processes)
    ]
    for bot in bots:
        bot.ready()
    began = time.perf_counter()
    for bot in bots:
        bot.go()
    seconds = [each for bot in bots for each in bot.outcome()[0]]
    per_second = len(seconds) / (time.perf_counter() - began)
    kind = "sqlite" if database.is_sqlite else "postgresql"
    _say(f"{kind}, {processes} process(es): {per_second:.0f} turns/s, a turn takes {percentiles(seconds)}")


def _recovery(database: Database) -> None:
    """Kill a process in the middle of its work, and start the next."""
    first = _Bot(database, "P0", _PEOPLE, 1_000)
    first.ready()
    first.go()
    time.sleep(3)
    first.process.kill()
    first.process.wait()
    second = _Bot(database, "P1", 0, 0)
    _say(f"sqlite: after kill -9 the next process has delivered what was left in {second.ready():.2f} s")
    second.go()
    second.outcome()


def _memory(database: Database, conversations: int) -> None:
    bot = _Bot(database, "P0", _PEOPLE, conversations)
    bot.ready()
    bot.go()
    megabytes = bot.outcome()[1]
    shown = " ".join(f"{each:.0f}" for each in megabytes)
    _say(f"memory over {conversations} conversations, at each tenth: {shown} MB")
    _say(f"database: {database.file.stat().st_size / conversations:.0f} bytes a conversation")


class _Bot:
    """A bot process."""

    def __init__(self, database: Database, *arguments: object) -> None:
        module = [sys.executable, "-W", "ignore", "-m", "tests.bench.bot_process"]
        command = [*module, str(database.folder), database.url or "", *map(str, arguments)]
        self.process = Popen(command, stdin=PIPE, stdout=PIPE, text=True)

    def ready(self) -> float:
        """Wait until it has taken up what was left, and return how many seconds after its start that was."""
        return float(self._line())

    def go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def outcome(self) -> tuple[list[float], list[float]]:
        seconds, megabytes = json.loads(self._line())
        self.process.communicate()
        return seconds, megabytes

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


def _database(kind: str, stack: ExitStack) -> Database:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    return Database(folder) if kind == "sqlite" else stack.enter_context(postgresql_database(folder))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 2 else (480, 10_000)))
