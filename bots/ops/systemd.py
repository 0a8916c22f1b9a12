"""What systemd is told of the process, where it asks for it: ready, alive, stopping.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, suppress
from typing import Final

from bots.ops.background_tasks import until_end

_UNTIL_READY_S: Final = 0.5


class Systemd:
    """Writes to the socket that systemd names in the environment; without one it does nothing."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._alive_every_s = int(environment.get("WATCHDOG_USEC") or 0) / 2e6

    def watch(self, is_ready: Callable[[], Awaitable[bool]], stack: AsyncExitStack) -> None:
        """Say when the process is ready, and from then on that its event loop turns, until `stack` ends."""
        if self._address:
            until_end(stack, self._tell(is_ready))

    def stopping(self) -> None:
        """Say that the process is on its way out."""
        self._send("STOPPING=1")

    async def _tell(self, is_ready: Callable[[], Awaitable[bool]]) -> None:
        while not await is_ready():  # noqa: ASYNC110 - what it asks about has no event
            await asyncio.sleep(_UNTIL_READY_S)
        self._send("READY=1")
        while self._alive_every_s:
            self._send("WATCHDOG=1")
            await asyncio.sleep(self._alive_every_s)

    def _send(self, state: str) -> None:
        if not self._address:
            return
        # An abstract socket's name begins with a zero byte, which an environment cannot hold.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.sendto(state.encode(), address)
