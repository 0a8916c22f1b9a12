"""Reading reference files for everybody in turn, so that nobody's big ones keep the others waiting."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar
from weakref import WeakValueDictionary

from bots.ops.meter import Meter
from core.errors import FileUnusable, LimitReached
from core.limits import Rated
from core.messages import FileRead, Place, Pressed
from core.ports import Reading, ReferenceReader
from core.privacy.text import RawText
from core.usecases.rate_limiter import Allowances

_AT_ONCE: Final = 2
"""PDFs are read in processes of their own, each of which may keep a core busy for seconds."""


_Upload = TypeVar("_Upload")


async def first_readable(
    uploads: Sequence[_Upload],
    name_of: Callable[[_Upload], RawText],
    read: Callable[[_Upload], Awaitable[FileRead | Pressed]],
) -> FileRead | Pressed:
    """Return what the first of several files held that can be read, PDFs before others, naming those left out.

    Where none can be, why the first could not.
    """
    refused = []
    for upload in sorted(uploads, key=lambda one: not name_of(one).reveal().casefold().endswith(".pdf")):
        action = await read(upload)
        if isinstance(action, FileRead):
            return replace(action, left_out=tuple(name_of(other) for other in uploads if other is not upload))
        refused.append(action)
    return refused[0]


class FileReadQueue:
    """Fetches and reads one file of a person at a time, and two in all; who waits keeps no thread from the others."""

    def __init__(self, reader: ReferenceReader, allowances: Allowances, meter: Meter) -> None:
        self.largest_mb: Final = allowances.limits.file_mb
        self._reader: Final = reader
        self._allowances: Final = allowances
        self._meter: Final = meter
        self._seats: Final = asyncio.Semaphore(_AT_ONCE)
        self._persons: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def read(self, person: str, place: Place, fetch: Callable[[], Awaitable[bytes]], about: str) -> Reading:
        """Return the text of a file that `fetch` brings.

        Raises:
            FileUnusable: It cannot be read, or its person has sent too many lately (`often`, with `minutes` to wait).
        """
        try:
            self._allowances.take(Rated.FILES, person, place)
        except LimitReached as error:
            self._meter.limited(Rated.FILES)
            raise FileUnusable(reason="often", minutes=error.details["minutes"]) from None
        async with self._persons.setdefault(person, asyncio.Lock()):
            content = await fetch()
            async with self._seats:
                return await asyncio.to_thread(self._reader.read, content, about)
