"""Writing log lines without waiting for whoever reads them: a full pipe must not stop the bot."""

import logging
import os
import threading
import time
from queue import Empty, Full, Queue
from typing import Final

from bots.ops import log

_MOST: Final = 10_000
_FLUSH_WITHIN_S: Final = 1.0


class LogWriter(logging.Handler):
    """Hands lines to a thread that writes them; what comes while too many wait is dropped and counted."""

    def __init__(self, descriptor: int, most: int = _MOST) -> None:
        """Take where to write to: past Python's own buffer, which it would wait for when it ends."""
        super().__init__()
        self.dropped = 0
        self._untold = 0
        self._lines: Final[Queue[str]] = Queue(most)
        self._descriptor: Final = descriptor
        threading.Thread(target=self._run, name="log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        """Hand a line over, or drop it."""
        try:
            self._lines.put_nowait(self.format(record) + "\n")
        except Full:
            self.dropped += 1
            self._untold += 1

    def flush(self) -> None:
        """Wait until all lines are written, but not for a reader that does not read."""
        deadline = time.monotonic() + _FLUSH_WITHIN_S
        while self._lines.unfinished_tasks and time.monotonic() < deadline:
            time.sleep(0.01)

    def _run(self) -> None:
        while True:
            lines = self._waiting()
            try:
                _write(self._descriptor, "".join(lines).encode(errors="replace"))
            except OSError:  # the reader is gone
                self.dropped += len(lines)
            for _ in lines:
                self._lines.task_done()
            untold, self._untold = self._untold, 0
            if untold:
                log.lines_dropped(untold)

    def _waiting(self) -> list[str]:
        """Return all lines that wait, once there are some."""
        lines = [self._lines.get()]
        try:
            while len(lines) < self._lines.maxsize:
                lines.append(self._lines.get_nowait())
        except Empty:
            pass
        return lines


def lines_dropped() -> float:
    """Return how many lines this process could not write."""
    return sum(handler.dropped for handler in logging.getLogger().handlers if isinstance(handler, LogWriter))


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
