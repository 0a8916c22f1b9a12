"""Keeping the leases of the conversations that are being delivered to."""

import asyncio
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from core.errors import ServiceError

_EVERY_S: Final = 1.0  # the lease is for 6


class Leases:
    """Prolongs the leases of what takes longer, all together; a process that dies prolongs none."""

    def __init__(self, prolong: Callable[[Collection[str]], None], every_s: float = _EVERY_S) -> None:
        """Take what prolongs the leases of sessions; it is called in a worker thread."""
        self._prolong: Final = prolong
        self._every_s: Final = every_s
        self._held: Final[dict[str, int]] = {}
        self._keeping: asyncio.Task[None] | None = None

    def __contains__(self, session: str) -> bool:
        """Whether this process is delivering to a session."""
        return session in self._held

    @contextmanager
    def held(self, session: str) -> Iterator[None]:
        """Keep the lease of a session for the block."""
        self._held[session] = self._held.get(session, 0) + 1
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            self._held[session] -= 1
            if not self._held[session]:
                del self._held[session]

    async def _keep(self) -> None:
        """Prolong what has been held since the last time, until nothing is held any more."""
        before: frozenset[str] = frozenset()
        while self._held:
            await asyncio.sleep(self._every_s)
            long = before & self._held.keys()
            before = frozenset(self._held)
            if long:
                with suppress(ServiceError):  # a database that is away takes nothing from us; it is tried again
                    await asyncio.to_thread(self._prolong, long)
