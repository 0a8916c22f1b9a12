"""Looking an interview up, where Discord needs to know of one before anything has happened to it."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bots.discord.places import EVERYWHERE, PLATFORM
from bots.shared.custom_ids import read_address
from bots.shared.receipts import KnownReceipts, standing_before
from core.conversation.questions import Key
from core.conversation.session import Phase, Session
from core.locale import Locale
from core.messages import Outgoing, Place
from core.ports import Store, StoredSession
from core.ports.library import Entry
from core.privacy.text import MaskedText
from core.sessions.seen import keep_hidden

_MOST: Final = 50
_GONE: Final = frozenset({Phase.CANCELLED, Phase.FORGOTTEN})


class Interviews:
    """Reads sessions, in a worker thread."""

    def __init__(self, store: Store, receipts: KnownReceipts) -> None:
        self._store = store
        self.receipts: Final = receipts

    async def last_receipt(self, session_id: str) -> str | None:
        """Return the id of the newest message that is known to have been sent where an interview goes on."""
        return await asyncio.to_thread(self.receipts.last_receipt, session_id)

    async def progress_before(self, outgoing: Outgoing) -> str:
        """Return the message of the notice of progress that was there before a reply; empty for none."""
        return (await standing_before(self.receipts, outgoing)).progress

    async def session_at(self, place: Place, message: int | None) -> str:
        """Return the id of the interview that a message of a place belongs to; empty for none."""
        return await asyncio.to_thread(self.receipts.session_at, place, str(message)) if message else ""

    async def dismiss(self, event_id: str) -> None:
        """Note that an event was answered though it was not taken: it is not taken up again."""
        await asyncio.to_thread(self._dismiss, event_id)

    async def session_at_place(self, place: Place, session_id: str = "") -> StoredSession | None:
        """Return the interview of this id if it goes on or is finished, else the one at the front of a place."""
        for session in dict.fromkeys((session_id, "")):
            held = await asyncio.to_thread(self._held, place, session)
            if held is not None and held.session.phase not in _GONE:
                return held
        return None

    async def owned(self, person: str, session_id: str) -> StoredSession | None:
        """Return a person's interview of this id, if it goes on or is finished."""
        held = await asyncio.to_thread(self._get, session_id)
        return held if held and held.session.phase not in _GONE and held.person == person else None

    async def locale_of(self, person: str) -> Locale | None:
        """Return the language of a person's newest interview."""
        return await asyncio.to_thread(self._locale_of, person)

    async def purpose_at(self, place: Place, session_id: str = "") -> str:
        """Return what the interview of this id, or at a place, is about, masked; empty if that is not known."""
        session = await self._at(place, session_id=session_id)
        answer = session.answers.get(Key.PURPOSE) if session else None
        return answer.text if answer else ""

    async def prompt_at(self, place: Place, person: str, address: str = "") -> MaskedText | None:
        """Return a prompt of a person's interview, or of the one at a place, as it may be shown to everybody."""
        session_id, number = read_address(address)
        session = await self._at(place, person, session_id)
        current = (session.version(number) or session.in_use) if session else None
        return current.prompt if current else None

    async def is_anothers(self, place: Place, person: str, session_id: str = "") -> bool:
        """Say whether the interview of this id, or at a place, belongs to somebody else."""
        held = await asyncio.to_thread(self._held, place, session_id)
        return held is not None and held.session.phase not in _GONE and held.person != person

    async def of(self, person: str) -> tuple[StoredSession, ...]:
        """Return the newest interviews of a person, more than any list shows."""
        held = await asyncio.to_thread(self._sessions_of, person)
        return tuple(each for each in held if each.session.phase not in _GONE)

    async def finished(self, person: str) -> tuple[tuple[str, str], ...]:
        """Return a person's newest interviews that have a prompt: the id of each, and what it is about, masked."""
        held = [each for each in await self.of(person) if each.session.versions]
        shown = [(each.session.id, keep_hidden(each.session, each.vault, each.session.locale)) for each in held]
        return tuple((session, str(seen.answers[Key.PURPOSE].text)) for session, seen in shown)

    async def entries(self, person: str, place: Place) -> tuple[Entry, ...]:
        """Return the prompts that a person has saved, masked; not what others share with them."""
        kept = await asyncio.to_thread(self._entries, person, place)
        return tuple(entry for entry in kept if entry.mine)

    async def _at(self, place: Place, person: str | None = None, session_id: str = "") -> Session | None:
        held = await asyncio.to_thread(self._held, place, session_id)
        if held is None or held.session.phase in _GONE or person not in {None, held.person}:
            return None
        return keep_hidden(held.session, held.vault, held.session.locale)

    def _entries(self, person: str, place: Place) -> Sequence[Entry]:
        with self._store.begin() as transaction:
            return transaction.entries(person, place)

    def _dismiss(self, event_id: str) -> None:
        with self._store.begin() as transaction:
            transaction.remember(event_id, PLATFORM)

    def _locale_of(self, person: str) -> Locale | None:
        with self._store.begin() as transaction:
            return transaction.locale_of(person, PLATFORM, EVERYWHERE)

    def _sessions_of(self, person: str) -> Sequence[StoredSession]:
        with self._store.begin() as transaction:
            return transaction.sessions_of(person, PLATFORM, EVERYWHERE, _MOST)

    def _held(self, place: Place, session_id: str = "") -> StoredSession | None:
        if session_id:
            return self._get(session_id)
        with self._store.begin() as transaction:
            return transaction.latest_at(place)

    def _get(self, session_id: str) -> StoredSession | None:
        with self._store.begin() as transaction:
            return transaction.get(session_id)
