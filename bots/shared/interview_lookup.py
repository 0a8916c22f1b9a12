"""Looking an interview up, where a platform needs to know of one before anything has happened to it."""

import asyncio
from collections.abc import Callable
from typing import Final, TypeVar

from core.conversation.session import Phase, Version
from core.messages import Place
from core.ports import Store, StoredSession, Transaction
from core.sessions.visible_session import keep_hidden
from core.values.locale import Locale

_MOST: Final = 50
_GONE: Final = frozenset({Phase.CANCELLED, Phase.FORGOTTEN})
_Found = TypeVar("_Found")


class Interviews:
    """Reads the sessions of a platform in worker threads; one that was cancelled or forgotten is none any more."""

    def __init__(self, store: Store, platform: str) -> None:
        self.store: Final = store
        self._platform: Final = platform

    async def named(self, session_id: str) -> StoredSession | None:
        """Return the interview of this id."""
        found = await self.read(lambda read: read.get(session_id))
        return found if found and _is_there(found) else None

    async def held(self, place: Place, session_id: str = "") -> StoredSession | None:
        """Return the interview of this id, or where none is given, the one at the front of a place."""
        if session_id:
            return await self.named(session_id)
        found = await self.read(lambda read: read.latest_at(place))
        return found if found and _is_there(found) else None

    async def target(self, place: Place, session_id: str = "") -> StoredSession | None:
        """Return the interview of this id if there still is one, else the one at the front of a place."""
        return (await self.named(session_id) if session_id else None) or await self.held(place)

    async def owned(self, person: str, session_id: str) -> StoredSession | None:
        """Return a person's interview of this id, if it goes on or is finished."""
        held = await self.named(session_id)
        return held if held and held.person == person else None

    async def to_share(self, place: Place, person: str, session_id: str, number: int) -> tuple[Version, Locale] | None:
        """Return a version of a person's prompt as it may be shown to everybody, with the interview's language.

        It is that of the interview of this id, or of the one at the front of a place; in use, if no number is given.
        None where there is none, or it is somebody else's.
        """
        held = await self.held(place, session_id)
        if held is None or held.person != person:
            return None
        session = keep_hidden(held.session, held.vault, held.session.locale)
        version = session.version(number) or session.in_use
        return (version, session.locale) if version else None

    async def refusal(self, place: Place, person: str, session_id: str) -> str:
        """Return what is said to whoever may not share the prompt of an interview."""
        held = await self.held(place, session_id)
        return refusal(None if held and held.person == person else held)

    async def of(self, workspace: str, person: str) -> tuple[StoredSession, ...]:
        """Return the newest interviews of a person, more than any list shows."""
        found = await self.read(lambda read: read.sessions_of(person, self._platform, workspace, _MOST))
        return tuple(filter(_is_there, found))

    async def session_at(self, place: Place, message: str) -> str:
        """Return the id of the interview that a message of a place belongs to; empty for none."""
        return await asyncio.to_thread(self.store.session_at, place, message) if message else ""

    async def locale_of(self, workspace: str, person: str) -> Locale | None:
        """Return the language of a person's newest interview."""
        return await self.read(lambda read: read.locale_of(person, self._platform, workspace))

    async def read(self, look_up: Callable[[Transaction], _Found]) -> _Found:
        """Return what is looked up in a transaction."""
        return await asyncio.to_thread(self._read, look_up)

    def _read(self, look_up: Callable[[Transaction], _Found]) -> _Found:
        with self.store.begin() as transaction:
            return look_up(transaction)


def refusal(held: StoredSession | None) -> str:
    """Return what is said to who cannot have an interview: it is somebody else's, or gone."""
    return "error.not_owner" if held else "error.interview_gone"


def _is_there(held: StoredSession) -> bool:
    return held.session.phase not in _GONE
