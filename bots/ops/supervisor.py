"""What a process tells whoever starts it again: that it is ready, that its event loop turns, that it stops."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Final

from bots.ops.background_tasks import until_end

READY: Final = "READY=1"
ALIVE: Final = "WATCHDOG=1"
STOPPING: Final = "STOPPING=1"

_UNTIL_READY_S: Final = 0.5


class Supervisor:
    """Is told through `send`, in systemd's words; with no `send`, nobody is there, with no interval, none waits."""

    def __init__(self, send: Callable[[str], None] | None, alive_every_s: float) -> None:
        self._send = send
        self._alive_every_s = alive_every_s

    def watch(self, is_ready: Callable[[], Awaitable[bool]], stack: AsyncExitStack) -> None:
        """Say again and again that the event loop turns, and once that the process is ready, until `stack` ends."""
        if self._send is None:
            return
        if self._alive_every_s:
            until_end(stack, self._beat(self._send))
        until_end(stack, self._await_ready(self._send, is_ready))

    def stopping(self) -> None:
        """Say that the process is on its way out."""
        if self._send is not None:
            self._send(STOPPING)

    async def _beat(self, send: Callable[[str], None]) -> None:
        while True:
            send(ALIVE)
            await asyncio.sleep(self._alive_every_s)

    async def _await_ready(self, send: Callable[[str], None], is_ready: Callable[[], Awaitable[bool]]) -> None:
        while not await is_ready():  # noqa: ASYNC110 - what it asks about has no event
            await asyncio.sleep(_UNTIL_READY_S)
        send(READY)
