"""The socket on which systemd wants to be told how a process is.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress

from bots.ops.supervisor import Supervisor


class Systemd:
    """Writes to the socket that systemd names in the environment; without one it does nothing."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        self.alive_every_s = int(environment.get("WATCHDOG_USEC") or 0) / 2e6 if self._address else 0.0

    def supervisor(self) -> Supervisor:
        """Return what a single process tells."""
        return Supervisor(self.send if self._address else None, self.alive_every_s)

    def send(self, state: str) -> None:
        """Tell one thing."""
        if not self._address:
            return
        # An abstract socket's name begins with a zero byte, which an environment cannot hold.
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.sendto(state.encode(), address)
