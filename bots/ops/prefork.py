"""Several processes of one bot on one machine, forked once the detector is loaded, whose memory they share.

The first process serves nothing: it stays as it was before the fork, starts a process again that died (at once, unless
it had just begun), and passes a signal to stop on to all. Each of the others tells it through a pipe that its event
loop turns; one that has fallen silent is killed, and so begun again. systemd is told by the first alone: it could not
tell the others apart, and each would speak for one that hangs.
"""

import gc
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import Final, NoReturn

from bots.ops import log
from bots.ops.supervisor import ALIVE, READY, STOPPING, Supervisor
from bots.ops.systemd import Systemd

SILENCE_S: Final = 60.0  # as long as WatchdogSec in bots/examples/promptgen.service

_STOPS: Final = (signal.SIGTERM, signal.SIGINT)
_WRONG_SETTINGS: Final = 2
_AGAIN_S: Final = 1.0
_TICK_S: Final = 1.0
_BEATS: Final = 4  # in the time of silence: one that comes late is no silence
_READ: Final = 4_096


@dataclass(slots=True)
class _Child:
    """A forked process, what it says, when it was begun and when last heard; None: its event loop has not begun."""

    number: int
    says: int
    begun: float
    heard: float | None = None


class Prefork:
    """Runs `serve` in so many processes; it is given the number of its process, from 0, and whom to tell how it is."""

    def __init__(
        self,
        count: int,
        serve: Callable[[int, Supervisor], int],
        again_s: float = _AGAIN_S,
        silence_s: float = SILENCE_S,
    ) -> None:
        self._count = count
        self._serve = serve
        self._again_s = again_s
        self._silence_s = silence_s
        self._systemd = Systemd()
        self._tick_s = min(_TICK_S, silence_s / _BEATS, self._systemd.alive_every_s or _TICK_S)
        self._told = 0.0
        self._is_ready = False
        self._children: dict[int, _Child] = {}
        self._stopping = False

    def run(self) -> int:
        """Serve until a signal ends it; return 0, or the status of a process that found its settings wrong."""
        gc.collect()
        gc.freeze()  # a collection in a child would write to every page that it looks at, and so copy it
        for stop in _STOPS:
            signal.signal(stop, self._stop)
        status = 0
        with _woken_by_signals() as wakes:
            for number in range(self._count):
                self._fork(number)
            while self._children:
                self._listen(wakes)
                self._kill_silent()
                for child, code in self._ended():
                    if code == _WRONG_SETTINGS:  # they do not get better by trying again
                        status = code
                        self._stop()
                    elif not self._stopping:
                        time.sleep(max(0.0, child.begun + self._again_s - time.monotonic()))
                        self._fork(child.number)
        return status

    def _listen(self, wakes: int) -> None:
        """Wait for a signal or for what a process says, a moment at most, and tell systemd what there is to tell."""
        before = time.monotonic()
        saying = {child.says: child for child in self._children.values() if child.says >= 0}
        heard, _, _ = select.select([wakes, *saying], [], [], self._tick_s)
        now = time.monotonic()
        # While this process stood still (a container or a machine was paused) the others did so too.
        paused = max(0.0, now - before - self._tick_s)
        for child in self._children.values():
            child.heard = child.heard and child.heard + paused
        if wakes in heard:
            os.read(wakes, _READ)
        for child in (saying[pipe] for pipe in heard if pipe != wakes):
            self._hear(child, os.read(child.says, _READ).decode(), now)
        if self._systemd.alive_every_s and now - self._told >= self._systemd.alive_every_s:
            self._told = now
            self._systemd.send(ALIVE)

    def _hear(self, child: _Child, said: str, now: float) -> None:
        if not said:  # it has ended, or soon will have
            os.close(child.says)
            child.says = -1
            return
        child.heard = now
        if READY in said and not self._is_ready:  # people are served as soon as one process serves them
            self._is_ready = True
            self._systemd.send(READY)

    def _kill_silent(self) -> None:
        now = time.monotonic()
        for pid, child in self._children.items():
            if child.heard is not None and now - child.heard > self._silence_s:
                log.process_silent(child.number, now - child.heard)
                child.heard = None  # once is enough
                os.kill(pid, signal.SIGKILL)

    def _ended(self) -> Iterator[tuple[_Child, int]]:
        while self._children:
            pid, ended = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            child = self._children.pop(pid)
            if child.says >= 0:
                os.close(child.says)
            yield child, os.waitstatus_to_exitcode(ended)

    def _fork(self, number: int) -> None:
        """Fork one process; a signal that comes meanwhile waits until it is known, so that none is left behind."""
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        try:
            if self._stopping:
                return
            says, tells = os.pipe()
            child = os.fork()
            if not child:
                self._become(number, tells)
            os.close(tells)
            self._children[child] = _Child(number, says, time.monotonic())
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)

    def _become(self, number: int, tells: int) -> NoReturn:
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for stop in _STOPS:
                signal.signal(stop, signal.default_int_handler if stop is signal.SIGINT else signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
            status = self._serve(number, _first_process(tells, self._silence_s / _BEATS))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)  # nothing of the first process is to be ended here

    def _stop(self, _number: int = signal.SIGTERM, _frame: FrameType | None = None) -> None:
        self._stopping = True
        self._systemd.send(STOPPING)
        for child in list(self._children):
            os.kill(child, signal.SIGTERM)


def _first_process(pipe: int, alive_every_s: float) -> Supervisor:
    """Return what tells the first process how this one is, never waiting for it to listen."""
    os.set_blocking(pipe, False)

    def send(state: str) -> None:
        with suppress(OSError):
            os.write(pipe, state.encode())

    return Supervisor(send, alive_every_s)


@contextmanager
def _woken_by_signals() -> Iterator[int]:
    """Yield a pipe that can be read from once a signal has come, which a death is too."""
    read, write = os.pipe()
    os.set_blocking(read, False)
    os.set_blocking(write, False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    try:
        yield read
    finally:
        signal.set_wakeup_fd(before)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.close(read)
        os.close(write)
