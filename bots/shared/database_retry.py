"""Trying again while the database is away."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from bots.ops import log
from core.errors import StoreUnavailable

Result = TypeVar("Result")

_PAUSES_S: Final = (0.1, 0.2, 0.4, 0.8, 1.6, 3.0, 5.0)
_TELL_AFTER_S: Final = 1.5
_TIMEOUT_S: Final = 300.0
"""Slack sends what was not acknowledged once more after five minutes, and then never again."""


class StoreRetry:
    """Carries out what needs the database, again and again until it answers: a person sends nothing twice for it.

    A moment (a lock, a server that starts, no free connection) passes unnoticed; of what takes longer they are told.
    """

    def __init__(self, timeout_s: float = _TIMEOUT_S) -> None:
        self._timeout_s: Final = timeout_s

    async def run(
        self, attempt: Callable[[], Awaitable[Result]], tell_waiting: Callable[[], Awaitable[object]] | None = None
    ) -> Result:
        """Return what an attempt returns; `tell_waiting` is awaited once, where it takes longer than a moment.

        Raises:
            StoreUnavailable: The database was away all the time.
        """
        began, told, number = time.monotonic(), False, 0
        while True:
            try:
                return await attempt()
            except StoreUnavailable as error:
                reason = str(error.details.get("reason", ""))
                waited = time.monotonic() - began
                if waited >= self._timeout_s:
                    raise
            if waited >= _TELL_AFTER_S and not told:
                told = True
                log.store_unavailable(reason)
                if tell_waiting:
                    await tell_waiting()
            await asyncio.sleep(_PAUSES_S[min(number, len(_PAUSES_S) - 1)])
            number += 1


NO_RETRY: Final = StoreRetry(timeout_s=0)
"""For who is there to try again themselves, as on a terminal."""
