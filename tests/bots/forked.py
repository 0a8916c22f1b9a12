"""Bot processes forked from one that has loaded everything: each its own, to be killed, and quick to start."""

import asyncio
import multiprocessing
import os
import sys
from multiprocessing.context import ForkServerProcess
from typing import Final

_FORKS: Final = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.bots.warm"])


class BotProcess:
    """A running bot; what it writes to standard error is thrown away."""

    def __init__(self, platform: str, *arguments: object) -> None:
        """Start the `bot_process` of a platform with these arguments of its command line."""
        self._process: Final[ForkServerProcess] = _FORKS.Process(target=_run, args=(platform, *map(str, arguments)))
        self._process.start()

    def kill(self) -> None:
        """Kill it."""
        self._process.kill()

    def send_signal(self, number: int) -> None:
        """Send it a signal; one that has ended has given its number back, perhaps to another."""
        pid = self._process.pid
        assert pid is not None
        assert self._process.is_alive()
        os.kill(pid, number)

    async def wait(self) -> int | None:
        """Wait for its end, and return its exit status."""
        await asyncio.to_thread(self._process.join)
        return self._process.exitcode


def _run(platform: str, *arguments: str) -> None:
    from tests.bots.warm import BOTS  # noqa: PLC0415 - loaded in the process that this one is forked from

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    BOTS[platform](*arguments)
