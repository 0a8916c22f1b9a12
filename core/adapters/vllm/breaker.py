"""A circuit breaker: after several failures in a row, a service is left alone for a while."""

import time
from collections.abc import Callable
from typing import Final

_FAILURES: Final = 3
_REST: Final = 30.0  # seconds


class Breaker:
    """Counts failures of a service; open, it lets one call through after each rest, to see whether it is back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._closed_again = 0.0

    @property
    def is_open(self) -> bool:
        """Whether the service is left alone."""
        return self._failures >= _FAILURES

    def allows(self) -> bool:
        """Say whether a call may be made now; while open, asking takes up the one trial."""
        if self._failures < _FAILURES:
            return True
        if self._clock() < self._closed_again:
            return False
        self._closed_again = self._clock() + _REST
        return True

    def succeeded(self) -> None:
        """Note that the service answered."""
        self._failures = 0

    def failed(self) -> None:
        """Note that the service failed or did not answer in time."""
        self._failures += 1
        if self._failures >= _FAILURES:
            self._closed_again = self._clock() + _REST
