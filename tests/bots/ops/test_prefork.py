"""Several processes: one that dies or hangs comes again, a signal ends all, wrong settings end all."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]
_PROGRAM = """
import os, sys, time
from pathlib import Path
from bots.ops.prefork import Prefork

def serve(number, supervisor):
    (Path(sys.argv[1]) / f"{number}.{os.getpid()}").touch()
    if len(sys.argv) > 2 and number == 1:
        return int(sys.argv[2])
    time.sleep(60)
    return 0

sys.exit(Prefork(3, serve, again_s=0.05).run())
"""
_HOURS_LATER = """
import itertools, time
hours = itertools.count(step=3_600)
time.monotonic = lambda: next(hours)
""" + _PROGRAM.replace("0.05", "3_600")

_LOOPS = """
import asyncio, os, sys
from contextlib import AsyncExitStack
from pathlib import Path
from bots.ops.prefork import Prefork

async def turn(number, supervisor):
    async def ready():
        return True

    async with AsyncExitStack() as stack:
        supervisor.watch(ready, stack)
        await asyncio.sleep(0)  # it has told once
        (Path(sys.argv[1]) / f"{number}.{os.getpid()}").touch()
        await asyncio.sleep(60)

def serve(number, supervisor):
    asyncio.run(turn(number, supervisor))

sys.exit(Prefork(3, serve, again_s=0.05, silence_s=1.5).run())
"""

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[bytes]] = []
    folder = tmp_path / "begun"
    folder.mkdir()

    def begin(*arguments: str, program: str = _PROGRAM, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", program, str(folder), *arguments]
        with (tmp_path / "log").open("wb") as log:
            process = subprocess.Popen(command, cwd=_ROOT, env={**os.environ, **environment}, stderr=log)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()


def serving(folder: Path, count: int) -> dict[int, int]:
    """Wait until so many processes were begun, and return the newest of each number by its id."""
    deadline = time.monotonic() + 30
    while len(files := sorted((folder / "begun").iterdir(), key=lambda file: file.stat().st_mtime_ns)) < count:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return {int(number): int(pid) for number, pid in (file.name.split(".") for file in files)}


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_process_that_dies_comes_again_and_a_signal_ends_all(start: Start, tmp_path: Path) -> None:
    first = start()
    before = serving(tmp_path, 3)
    assert sorted(before) == [0, 1, 2]
    os.kill(before[1], signal.SIGKILL)
    after = serving(tmp_path, 4)
    assert after[1] != before[1]
    assert (after[0], after[2]) == (before[0], before[2])
    first.terminate()
    assert first.wait(30) == 0
    assert all(is_gone(pid) for pid in after.values())


def test_one_that_dies_after_hours_comes_again_at_once(start: Start, tmp_path: Path) -> None:
    first = start(program=_HOURS_LATER)
    os.kill(serving(tmp_path, 3)[1], signal.SIGKILL)
    assert sorted(serving(tmp_path, 4)) == [0, 1, 2]
    first.terminate()
    assert first.wait(30) == 0


def test_wrong_settings_end_all_and_are_not_tried_again(start: Start, tmp_path: Path) -> None:
    first = start("2")
    assert first.wait(30) == 2
    assert len(list(tmp_path.glob("begun/1.*"))) == 1
    assert all(is_gone(pid) for pid in serving(tmp_path, 1).values())


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bound:
        bound.bind(str(tmp_path / "notify"))
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        bound.settimeout(10)
        yield bound


def hear(systemd: socket.socket) -> tuple[str, int]:
    """Return what is said to systemd next, and the process that says it."""
    said, ((_, _, credentials),), _, _ = systemd.recvmsg(64, socket.CMSG_SPACE(12))
    return said.decode(), int.from_bytes(credentials[:4], sys.byteorder)


def test_one_that_stands_still_comes_again_and_the_others_stay(start: Start, tmp_path: Path) -> None:
    first = start(program=_LOOPS)
    before = serving(tmp_path, 3)
    time.sleep(3)  # twice the silence that is borne: none of them is silent
    assert serving(tmp_path, 3) == before
    os.kill(before[1], signal.SIGSTOP)
    after = serving(tmp_path, 4)
    assert after[1] != before[1]
    assert (after[0], after[2]) == (before[0], before[2])
    assert is_gone(before[1])
    first.terminate()
    assert first.wait(30) == 0
    assert (tmp_path / "log").read_text().strip() == "process silent number=1 seconds=2"
    assert all(is_gone(pid) for pid in after.values())


def test_one_that_stands_still_does_not_keep_a_stop_waiting_for_ever(start: Start, tmp_path: Path) -> None:
    first = start(program=_LOOPS)
    os.kill(serving(tmp_path, 3)[1], signal.SIGSTOP)
    first.terminate()
    assert first.wait(30) == 0
    assert len(serving(tmp_path, 3)) == 3


def test_none_is_killed_when_all_stood_still_together(start: Start, tmp_path: Path) -> None:
    first = start(program=_LOOPS)
    before = serving(tmp_path, 3)
    time.sleep(0.5)
    for number in (signal.SIGSTOP, signal.SIGCONT):  # as a container is paused
        for pid in (*before.values(), first.pid):
            os.kill(pid, number)
        time.sleep(2.5)
    assert serving(tmp_path, 3) == before
    first.terminate()
    assert first.wait(30) == 0


def test_systemd_is_told_by_the_first_process_alone(start: Start, systemd: socket.socket) -> None:
    first = start(program=_LOOPS, NOTIFY_SOCKET=systemd.getsockname(), WATCHDOG_USEC="400000")
    said = [hear(systemd) for _ in range(8)]
    first.terminate()
    while said[-1][0] != "STOPPING=1":
        said.append(hear(systemd))
    assert first.wait(30) == 0
    assert {pid for _, pid in said} == {first.pid}
    states = [state for state, _ in said]
    assert states.count("READY=1") == 1
    assert states.count("WATCHDOG=1") == len(states) - 2
