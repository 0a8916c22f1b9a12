"""Several processes of one bot on one machine, forked once the detector is loaded, whose memory they share.

The first process serves nothing: it stays as it was before the fork, starts a process again that died (at once, unless
it had just begun), and passes a signal to stop on to all.
"""

import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Final, NoReturn

_STOPS: Final = (signal.SIGTERM, signal.SIGINT)
_WRONG_SETTINGS: Final = 2
_AGAIN_S: Final = 1.0


class Prefork:
    """Runs `serve` in so many processes; it is given the number of its process, from 0, and returns an exit status."""

    def __init__(self, count: int, serve: Callable[[int], int], again_s: float = _AGAIN_S) -> None:
        self._count = count
        self._serve = serve
        self._again_s = again_s
        self._children: dict[int, int] = {}
        self._begun: dict[int, float] = {}
        self._stopping = False

    def run(self) -> int:
        """Serve until a signal ends it; return 0, or the status of a process that found its settings wrong."""
        gc.collect()
        gc.freeze()  # a collection in a child would write to every page that it looks at, and so copy it
        for stop in _STOPS:
            signal.signal(stop, self._stop)
        for number in range(self._count):
            self._fork(number)
        status = 0
        while self._children:
            child, ended = os.waitpid(-1, 0)
            number = self._children.pop(child)
            code = os.waitstatus_to_exitcode(ended)
            if code == _WRONG_SETTINGS:  # they do not get better by trying again
                status = code
                self._stop()
            elif not self._stopping:
                time.sleep(max(0.0, self._begun[number] + self._again_s - time.monotonic()))
                self._fork(number)
        return status

    def _fork(self, number: int) -> None:
        """Fork one process; a signal that comes meanwhile waits until it is known, so that none is left behind."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        try:
            if self._stopping:
                return
            child = os.fork()
            if not child:
                self._become(number)
            self._children[child] = number
            self._begun[number] = time.monotonic()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)

    def _become(self, number: int) -> NoReturn:
        status = 1
        try:
            for stop in _STOPS:
                signal.signal(stop, signal.default_int_handler if stop is signal.SIGINT else signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
            status = self._serve(number)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)  # nothing of the first process is to be ended here

    def _stop(self, _number: int = signal.SIGTERM, _frame: FrameType | None = None) -> None:
        self._stopping = True
        for child in list(self._children):
            os.kill(child, signal.SIGTERM)
