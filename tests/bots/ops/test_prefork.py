"""Several processes: one that dies comes again, a signal ends all, wrong settings end all."""

import os
import signal
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

def serve(number):
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

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[bytes]] = []

    def begin(*arguments: str, program: str = _PROGRAM) -> subprocess.Popen[bytes]:
        process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path), *arguments], cwd=_ROOT)
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()


def serving(folder: Path, count: int) -> dict[int, int]:
    """Wait until so many processes were begun, and return the newest of each number by its id."""
    deadline = time.monotonic() + 30
    while len(files := sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)) < count:
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
    assert len(list(tmp_path.glob("1.*"))) == 1
    assert all(is_gone(pid) for pid in serving(tmp_path, 1).values())
