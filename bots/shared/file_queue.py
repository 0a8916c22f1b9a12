"""Reading reference files for everybody in turn, so that nobody's big ones keep the others waiting."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Final

from bots.ops.metric_specs import Meter, MetricSpec
from bots.shared.keyed_locks import KeyedLocks
from bots.shared.lru import LRU
from core.errors import FileUnusable, LimitReached
from core.messages import Place
from core.ports import Extract, ReferenceReader
from core.privacy.text import RawText
from core.usecases.limits import RateKind
from core.usecases.rate_limiter import RateLimiter, Spend

_AT_ONCE: Final = 2
"""Documents are read in processes of their own, each of which may keep a core busy for seconds."""

_COUNTS_FOR_S: Final = 2.0
"""A usual document takes less. Thirty that take as long as they may would else be ten minutes of a core."""

_PERSONS: Final = 1_000


class FileReadQueue:
    """Fetches and reads one file of a person at a time, and two in all; who waits keeps no thread from the others.

    How long a file takes is known when it is read, so what it counts for beyond one is taken with its person's next.
    """

    def __init__(
        self,
        reader: ReferenceReader,
        rate_limiter: RateLimiter,
        meter: Meter,
        spend: Spend,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take ready parts, what takes from what all processes have together, and a clock that never goes back."""
        self.largest_mb: Final = rate_limiter.limits.file_mb
        self._reader: Final = reader
        self._rate_limiter: Final = rate_limiter
        self._meter: Final = meter
        self._spend: Final = spend
        self._semaphore: Final = asyncio.Semaphore(_AT_ONCE)
        self._clock: Final = clock
        self._persons: KeyedLocks[str] = KeyedLocks()
        self._owed: LRU[str, int] = LRU(_PERSONS)

    async def extract(
        self, person: str, place: Place, name: RawText, fetch: Callable[[], Awaitable[bytes]]
    ) -> tuple[RawText, Extract]:
        """Return a file that `fetch` brings with its name.

        Raises:
            FileUnusable: It cannot be read, or its person has sent too many, or too slow ones, lately (`often`, with
                `minutes` to wait).
            StoreUnavailable: The database does not answer.
        """
        try:
            taken = self._take(person, place, 1)
            async with self._persons[person]:
                taken += self._take(person, place, 0)  # what came of those that were sent together with it
                share, spend = self._rate_limiter.share, self._spend
                await asyncio.to_thread(share, RateKind.FILES, person, place, spend, taken)
                content = await fetch()
                async with self._semaphore:
                    return name, await self._read(person, content, name)
        except LimitReached as error:
            self._meter.note(MetricSpec.LIMITED, RateKind.FILES)
            raise FileUnusable(reason="often", minutes=error.details["minutes"]) from None

    def _take(self, person: str, place: Place, files: int) -> int:
        """Take so many, and what those before counted for beyond one each; return how many that were."""
        weight = files + (self._owed.get(person) or 0)
        if weight:
            self._rate_limiter.take(RateKind.FILES, person, place, weight)
        self._owed.pop(person)
        return weight

    async def _read(self, person: str, content: bytes, name: RawText) -> Extract:
        began = self._clock()
        try:
            return await asyncio.to_thread(self._reader.extract, content, name)
        finally:
            owed = self._owed.get(person) or 0
            self._owed.put(person, owed + int((self._clock() - began) / _COUNTS_FOR_S))
