"""The other half of the use case: a session that is generating, and the finished prompt it gets.

A session in this phase is leased while somebody works on it. Whoever finds one without a lease may finish it, so a
prompt is made even when the process that began it is gone.
"""

import asyncio
from dataclasses import replace

from core.briefing import brief_of
from core.chat import Delivery, deliver
from core.conversation.events import Generated
from core.conversation.machine import advance
from core.conversation.session import Improvement, Phase
from core.errors import ModelUnavailable
from core.ports import Held, Polisher, Store
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.polished import Polished
from core.reveal import keep_shown


class Generation:
    """Makes the prompt of a session, with the model's polish where there is a model."""

    def __init__(self, store: Store, polisher: Polisher | None = None) -> None:
        self._store = store
        self._polisher = polisher

    async def run(self, session_id: str) -> tuple[Delivery, ...]:
        """Finish a generating session and return what to deliver; nothing if somebody else does or it was stopped."""
        held = await asyncio.to_thread(self._claim, session_id)
        if held is None:
            return ()
        generated = await self._generate(held)
        return await asyncio.to_thread(self._finish, session_id, generated)

    def abandoned(self, platform: str) -> tuple[str, ...]:
        """Return the sessions that are generating and on which nobody works."""
        return tuple(self._store.abandoned(platform))

    async def _generate(self, held: Held) -> Generated:
        session = keep_shown(held.session, held.vault)
        brief = brief_of(session.answers, session.locale, session.document)
        composition = compose(brief)
        polished = await self._polish(brief, composition)
        return _generated(polished.composition, polished) if polished else _generated(composition)

    async def _polish(self, brief: Brief, composition: Composition) -> Polished | None:
        if self._polisher is None:
            return None
        try:
            return await self._polisher.polish(brief, composition)
        except ModelUnavailable:
            return None

    def _claim(self, session_id: str) -> Held | None:
        with self._store.begin() as transaction:
            return transaction.claim(session_id)

    def _finish(self, session_id: str, generated: Generated) -> tuple[Delivery, ...]:
        with self._store.begin() as transaction:
            held = transaction.get(session_id)
            if held is None or held.session.phase is not Phase.GENERATING:
                return ()
            step = advance(held.session, generated)
            after = replace(held, session=step.session)
            transaction.save(after)
            return deliver(transaction.send(after, step.replies), after.vault)


def _generated(composition: Composition, polished: Polished | None = None) -> Generated:
    improvements = tuple(
        Improvement(str(each.kind), MaskedText(each.added), MaskedText(each.why), str(each.source))
        for each in composition.improvements
    )
    return Generated(
        composition.prompt,
        improvements,
        notes=tuple(MaskedText(note.text) for note in composition.notes),
        model=polished.model if polished else None,
        polished=polished.taken if polished else 0,
        unpolished=polished.kept if polished else 0,
        missing=tuple(map(str, polished.missing)) if polished else (),
    )
