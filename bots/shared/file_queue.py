"""Reading reference files for everybody in turn, so that nobody's big ones keep the others waiting."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar
from weakref import WeakValueDictionary

from bots.ops.meter import Meter, MetricSpec
from core.conversation.events import ReferenceRefused
from core.errors import FileUnusable, LimitReached
from core.messages import FilesRead, Place, Pressed, UnreadFile
from core.ports import Extract, ReferenceReader
from core.privacy.text import RawText
from core.usecases.limits import RateKind
from core.usecases.rate_limiter import RateLimiter
from core.usecases.references import gathered

_AT_ONCE: Final = 2
"""Documents are read in processes of their own, each of which may keep a core busy for seconds."""

_MOST: Final = 10
"""So many files come with one message at most on the platforms there are."""

_Upload = TypeVar("_Upload")


async def read_all(
    uploads: Sequence[_Upload],
    name_of: Callable[[_Upload], RawText],
    extract: Callable[[_Upload], Awaitable[tuple[RawText, Extract]]],
    about: str,
) -> FilesRead | Pressed:
    """Return the text of files, each by its name, with those that cannot be read; where none can, why the first cannot.

    `extract` raises `FileUnusable` for those.
    """
    extracts, unread = [], []
    for number, upload in enumerate(uploads):
        try:
            if number >= _MOST:
                raise FileUnusable(reason="many", max=_MOST)  # noqa: TRY301 - told like all the others
            extracts.append(await extract(upload))
        except FileUnusable as error:
            details = {name: value for name, value in error.details.items() if name != "reason"}
            unread.append(UnreadFile(name_of(upload), str(error.details["reason"]), details))
    if extracts:
        return gathered(extracts, unread, about)
    return Pressed(ReferenceRefused(f"reference.{unread[0].reason}", unread[0].details))


class FileReadQueue:
    """Fetches and reads one file of a person at a time, and two in all; who waits keeps no thread from the others."""

    def __init__(self, reader: ReferenceReader, rate_limiter: RateLimiter, meter: Meter) -> None:
        self.largest_mb: Final = rate_limiter.limits.file_mb
        self._reader: Final = reader
        self._rate_limiter: Final = rate_limiter
        self._meter: Final = meter
        self._seats: Final = asyncio.Semaphore(_AT_ONCE)
        self._persons: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def extract(
        self, person: str, place: Place, name: RawText, fetch: Callable[[], Awaitable[bytes]]
    ) -> tuple[RawText, Extract]:
        """Return a file that `fetch` brings with its name.

        Raises:
            FileUnusable: It cannot be read, or its person has sent too many lately (`often`, with `minutes` to wait).
        """
        try:
            self._rate_limiter.take(RateKind.FILES, person, place)
        except LimitReached as error:
            self._meter.note(MetricSpec.LIMITED, RateKind.FILES)
            raise FileUnusable(reason="often", minutes=error.details["minutes"]) from None
        async with self._persons.setdefault(person, asyncio.Lock()):
            content = await fetch()
            async with self._seats:
                return name, await asyncio.to_thread(self._reader.extract, content, name)
