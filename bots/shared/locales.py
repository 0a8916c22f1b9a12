"""The language each person is spoken to in: what they chose, else their newest interview's, else their platform's."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from bots.shared.lru import LRU
from core.errors import StoreUnavailable
from core.values.locale import Locale

_MOST: Final = 50_000  # of whom is forgotten, the interview tells
_LOOK_UP_WITHIN_S: Final = 1.0

Earlier = Callable[[str, str], Awaitable[Locale | None]]
"""Returns the language of a person's newest interview in a workspace, where a choice outlives this process."""

Tell = Callable[[], Awaitable[Locale | None]]
"""Returns what the platform tells of a person's language; None where it does not."""


class KnownLocales:
    """Remembers the languages of those who were here last."""

    def __init__(self, earlier: Earlier, default: Locale) -> None:
        self._earlier = earlier
        self.default: Final = default
        self._known: LRU[tuple[str, str], Locale] = LRU(_MOST)

    def choose(self, workspace: str, person: str, locale: Locale) -> None:
        """Note what a person chose."""
        self._known.put((workspace, person), locale)

    def known(self, workspace: str, person: str) -> Locale | None:
        """Return a person's language as far as it is known without asking anybody."""
        return self._known.get((workspace, person))

    async def find(self, workspace: str, person: str, tell: Tell, *, is_sure: bool = True) -> Locale:
        """Return a person's language; where nobody can tell it now, the default for the moment.

        What is told is remembered if `is_sure`.
        """
        known = self.known(workspace, person)
        if known:
            return known
        try:
            # A database that is away must not keep the sentence back that says so.
            earlier = await asyncio.wait_for(self._earlier(workspace, person), _LOOK_UP_WITHIN_S)
        except (StoreUnavailable, TimeoutError):
            return await tell() or self.default
        locale = earlier or await tell()
        if locale and (earlier or is_sure):
            self.choose(workspace, person, locale)
        return locale or self.default
