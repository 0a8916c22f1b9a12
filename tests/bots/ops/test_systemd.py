"""What systemd hears of a bot, on a socket of its kind."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bots.ops.systemd import Systemd


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.bind(str(tmp_path / "notify"))
        bound.setblocking(False)  # noqa: FBT003 - the socket's own
        yield bound


def all_of(heard: socket.socket) -> list[str]:
    found = []
    while True:
        try:
            found.append(heard.recv(64).decode())
        except BlockingIOError:
            return found


async def test_ready_is_said_once_and_alive_again_and_again(heard: socket.socket) -> None:
    is_ready = False

    async def ready() -> bool:
        return is_ready

    environment = {"NOTIFY_SOCKET": heard.getsockname(), "WATCHDOG_USEC": "20000"}
    async with AsyncExitStack() as stack:
        supervisor = Systemd(environment).supervisor()
        supervisor.watch(ready, stack)
        await asyncio.sleep(0.1)
        assert set(all_of(heard)) == {"WATCHDOG=1"}
        is_ready = True
        said: list[str] = []
        async with asyncio.timeout(10):
            while "READY=1" not in said or said.count("WATCHDOG=1") < 3:
                await asyncio.sleep(0.02)
                said += all_of(heard)
        assert said.count("READY=1") == 1
        supervisor.stopping()
        assert "STOPPING=1" in all_of(heard)


async def test_nothing_is_said_where_nobody_asks() -> None:
    async def ready() -> bool:
        raise AssertionError

    async with AsyncExitStack() as stack:
        Systemd({}).supervisor().watch(ready, stack)
        await asyncio.sleep(0)
