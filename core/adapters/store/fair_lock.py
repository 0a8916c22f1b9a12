"""The line in which threads wait for SQLite's one writer."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from core.errors import StoreUnavailable


class FairLock:
    """Lets one thread in at a time, in the order of their coming.

    A plain lock would not do: a thread that works without a pause takes it again before those who wait wake up.
    """

    def __init__(self, timeout_s: float) -> None:
        """Make a line in which nobody waits longer than `timeout_s`."""
        self._timeout_s: Final = timeout_s
        self._mutex: Final = threading.Lock()
        self._waiting: Final[deque[threading.Event]] = deque()
        self._is_taken = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and hold it for the block.

        Raises:
            StoreUnavailable: It did not come in time.
        """
        self.enter()
        try:
            yield
        finally:
            self.leave()

    def enter(self) -> None:
        """Wait for one's turn.

        Raises:
            StoreUnavailable: It did not come in time.
        """
        with self._mutex:
            if not self._is_taken:
                self._is_taken = True
                return
            called = threading.Event()
            self._waiting.append(called)
        if not called.wait(self._timeout_s):
            self._give_up(called)

    def leave(self) -> None:
        """End one's turn; where somebody waits it is never free in between."""
        with self._mutex:
            self._is_taken = self._call_next()

    def hand_over(self) -> bool:
        """End one's turn if somebody waits for it; else keep it and return False."""
        with self._mutex:
            return self._call_next()

    def _give_up(self, called: threading.Event) -> None:
        """Leave the line, unless the call came at the last moment."""
        with self._mutex:
            if called in self._waiting:
                self._waiting.remove(called)
                raise StoreUnavailable(reason="busy")

    def _call_next(self) -> bool:
        if not self._waiting:
            return False
        self._waiting.popleft().set()
        return True
