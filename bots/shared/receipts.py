"""Noting what the platform has taken, for many conversations in one transaction."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from typing import Final

from core.conversation.model_replies import ShowProgress
from core.conversation.replies import Reply
from core.messages import Outgoing, Standing
from core.ports import Store

Receipts = Mapping[int, str | None]
"""The platform's ids of messages, by the ids of the replies that became them."""


def concerns_card(reply: Reply) -> bool:
    """Say whether a reply has to do with what waits for the person before it."""
    return reply.waits or reply.settles or isinstance(reply, ShowProgress)


async def standing_before(store: Store, outgoing: Outgoing) -> Standing:
    """Return what stands before a reply: mostly what stood there when it was committed."""
    if outgoing.before is not None or not outgoing.session:
        return outgoing.before or Standing()
    return await asyncio.to_thread(store.standing_before, outgoing.session, outgoing.id or None)


class ReceiptBatcher:
    """Notes receipts: what comes in while one transaction is under way goes into the next, all of it together."""

    def __init__(self, mark_sent: Callable[[Receipts], Collection[str]]) -> None:
        self._mark_sent: Final = mark_sent
        self._writing: Final = asyncio.Lock()
        self._batch: dict[int, str | None] = {}
        self._next: asyncio.Task[Collection[str]] | None = None

    async def add(self, receipts: Receipts) -> Collection[str]:
        """Return, once they are noted, the sessions in which other replies still wait."""
        self._batch.update(receipts)
        self._next = self._next or asyncio.create_task(self._write())
        return await asyncio.shield(self._next)

    async def _write(self) -> Collection[str]:
        async with self._writing:
            batch, self._batch, self._next = self._batch, {}, None
            return await asyncio.to_thread(self._mark_sent, batch)
