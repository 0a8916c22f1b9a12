"""Reading reference files for everybody in turn, so that nobody's big ones keep the others waiting."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from bots.ops.metric_specs import Meter, MetricSpec
from bots.shared.keyed_locks import KeyedLocks
from core.errors import FileUnusable, LimitReached
from core.messages import Place
from core.ports import Extract, ReferenceReader
from core.privacy.text import RawText
from core.usecases.limits import RateKind
from core.usecases.rate_limiter import RateLimiter, Spend

_AT_ONCE: Final = 2
"""Documents are read in processes of their own, each of which may keep a core busy for seconds."""


class FileReadQueue:
    """Fetches and reads one file of a person at a time, and two in all; who waits keeps no thread from the others."""

    def __init__(self, reader: ReferenceReader, rate_limiter: RateLimiter, meter: Meter, spend: Spend) -> None:
        """Take ready parts, and what takes from what all processes have together."""
        self.largest_mb: Final = rate_limiter.limits.file_mb
        self._reader: Final = reader
        self._rate_limiter: Final = rate_limiter
        self._meter: Final = meter
        self._spend: Final = spend
        self._semaphore: Final = asyncio.Semaphore(_AT_ONCE)
        self._persons: KeyedLocks[str] = KeyedLocks()

    async def extract(
        self, person: str, place: Place, name: RawText, fetch: Callable[[], Awaitable[bytes]]
    ) -> tuple[RawText, Extract]:
        """Return a file that `fetch` brings with its name.

        Raises:
            FileUnusable: It cannot be read, or its person has sent too many lately (`often`, with `minutes` to wait).
            StoreUnavailable: The database does not answer.
        """
        try:
            self._rate_limiter.take(RateKind.FILES, person, place)
            async with self._persons[person]:
                await asyncio.to_thread(self._rate_limiter.share, RateKind.FILES, person, place, self._spend)
                content = await fetch()
                async with self._semaphore:
                    return name, await asyncio.to_thread(self._reader.extract, content, name)
        except LimitReached as error:
            self._meter.note(MetricSpec.LIMITED, RateKind.FILES)
            raise FileUnusable(reason="often", minutes=error.details["minutes"]) from None
