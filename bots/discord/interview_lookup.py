"""Looking an interview up, and what Discord needs to know of one."""

import asyncio

from bots.discord.places import EVERYWHERE, PLATFORM
from bots.shared import interview_lookup
from core.conversation.questions import Key
from core.conversation.session import Session
from core.messages import Place
from core.ports import Store, StoredSession
from core.sessions.visible_session import keep_hidden


class DiscordInterviews(interview_lookup.Interviews):
    """Reads sessions of the one workspace that Discord is."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, PLATFORM)

    async def last_receipt(self, session_id: str) -> str | None:
        """Return the id of the newest message that is known to have been sent where an interview goes on."""
        return await asyncio.to_thread(self.store.last_receipt, session_id)

    async def purpose_at(self, place: Place, session_id: str) -> str:
        """Return what the interview of this id, or at a place, is about, masked; empty if that is not known."""
        held = await self.held(place, session_id)
        answer = _hidden(held).answers.get(Key.PURPOSE) if held else None
        return answer.text if answer else ""

    async def finished(self, person: str) -> tuple[tuple[str, str], ...]:
        """Return a person's newest interviews that have a prompt: the id of each, and what it is about, masked."""
        held = [each for each in await self.of(EVERYWHERE, person) if each.session.versions]
        return tuple((each.session.id, str(_hidden(each).answers[Key.PURPOSE].text)) for each in held)


def _hidden(held: StoredSession) -> Session:
    return keep_hidden(held.session, held.vault, held.session.locale)
