"""Lines that nobody reads are dropped and counted, and stop nothing."""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from bots.ops import log
from bots.ops.log_writer import LogWriter, lines_dropped

_CHATTY = """
from bots.ops import log
from bots.ops import log_format
log_format.set_up("json", "info")
for _ in range(100_000):
    log.turn_taken("slack", "Typed", 1, 0.1)
print("done", flush=True)
"""


@pytest.fixture
def pipe() -> Iterator[tuple[int, LogWriter]]:
    reading, writing = os.pipe()
    writer = LogWriter(writing, most=1_000)
    root, ours = logging.getLogger(), logging.getLogger("promptgen")
    before, level = root.handlers[:], ours.level
    root.handlers[:] = [writer]
    ours.setLevel(logging.INFO)
    yield reading, writer
    root.handlers[:] = before
    ours.setLevel(level)


def read(descriptor: int, until: str) -> str:
    """Read what is written, until a line holds this."""
    text = ""
    while until not in text:
        text += os.read(descriptor, 65_536).decode()
    return text


def test_a_pipe_that_nobody_reads_stops_nobody(pipe: tuple[int, LogWriter]) -> None:
    reading, writer = pipe
    for _ in range(5_000):
        log.purged(1)

    assert writer.dropped == lines_dropped() > 0
    written = read(reading, "log lines dropped")
    assert "purged sessions=1" in written


def test_what_is_read_is_all_there_in_order(pipe: tuple[int, LogWriter]) -> None:
    reading, writer = pipe
    for number in range(900):
        log.purged(number)
    log.rotated(1)

    lines = read(reading, "rotated").splitlines()
    writer.flush()
    assert [line.rpartition("=")[2] for line in lines[:-1]] == [str(number) for number in range(900)]
    assert writer.dropped == 0


def test_a_reader_that_is_gone_stops_nobody(pipe: tuple[int, LogWriter]) -> None:
    reading, writer = pipe
    os.close(reading)
    log.purged(1)
    writer.flush()

    assert writer.dropped == 1
    assert any(thread.name == "log" for thread in threading.enumerate())


def test_a_process_ends_though_its_lines_are_not_read() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _CHATTY], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline() == "done\n"
    assert process.wait(30) == 0
    process.stdout.close()
    process.stderr.close()


def test_what_was_logged_last_is_written_before_the_end() -> None:
    script = 'from bots.ops import log, log_format\nlog_format.set_up("console", "info")\nlog.purged(7)\n'
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "purged sessions=7" in done.stderr
