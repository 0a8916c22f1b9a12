"""Sending what was committed: in order, under a lease, noted when it is delivered."""

import asyncio
from collections.abc import Collection, Iterable
from contextlib import nullcontext, suppress

from bots.ops import log
from bots.ops.background_tasks import Tasks
from bots.ops.metric_specs import Meter, MetricSpec
from bots.platform import Outbox
from bots.shared.database_retry import StoreRetry
from bots.shared.delivery_leases import Leases
from bots.shared.receipts import ReceiptBatcher, Receipts
from core.errors import DeliveryRefused, PromptgenError
from core.usecases.chat import Chat
from core.usecases.delivery import Delivery


class Sender:
    """Hands replies to a platform's outbox; what cannot be sent now stays committed, and is sent later."""

    def __init__(self, platform: str, chat: Chat, outbox: Outbox, meter: Meter, retry: StoreRetry) -> None:
        self._platform = platform
        self._chat = chat
        self._outbox = outbox
        self._meter = meter
        self._retry = retry
        self._receipts = ReceiptBatcher(chat.store.mark_sent)
        self._noting = Tasks()
        self.leases = Leases(chat.store.keep_leases)

    async def deliver(self, deliveries: Iterable[Delivery]) -> None:
        """Deliver the replies of each session in order, then those that came to it behind them."""
        sessions: dict[str, list[Delivery]] = {}
        for delivery in deliveries:
            sessions.setdefault(delivery.outgoing.session, []).append(delivery)
        for session, theirs in sessions.items():
            with self.leases.held(session) if session else nullcontext():
                all_sent, others_wait = await self._send_in_order(session, theirs)
            if session and not all_sent:
                await self._postpone(session)
            elif others_wait:
                await self.deliver_left(session)

    async def deliver_left(self, session: str) -> None:
        """Deliver the replies of a session, and those that came to it behind them."""
        await self.deliver(await asyncio.to_thread(self._chat.unsent, self._platform, session))

    async def noted(self, receipts: Receipts) -> Collection[str]:
        """Note what was delivered and return where others wait; what cannot be noted now is noted later."""
        try:
            return await self._receipts.add(receipts)
        except PromptgenError as error:
            log.receipts_not_noted(self._platform, error.code)
        self._noting.begin(self._note_later(receipts))
        return ()

    async def send(self, delivery: Delivery) -> str | None:
        """Send one reply and return its receipt; None where it could not be sent now and stays in the outbox."""
        try:
            receipt = await self._outbox.send(delivery.outgoing, delivery.revealed)
        except DeliveryRefused as error:
            log.delivery_failed(delivery.outgoing.id, error)
            self._meter.note(MetricSpec.DELIVERIES, self._platform, "refused", _reason_of(error))
            return "refused"
        except Exception as error:  # noqa: BLE001 - the last line of defence: it is tried again
            log.delivery_failed(delivery.outgoing.id, error)
            self._meter.note(MetricSpec.DELIVERIES, self._platform, "failed", _reason_of(error))
            return None
        self._meter.note(MetricSpec.DELIVERIES, self._platform, "sent", "")
        return receipt

    async def _send_in_order(self, session: str, deliveries: Iterable[Delivery]) -> tuple[bool, bool]:
        """Send replies up to the first that cannot be sent now: what follows waits with it, for the order matters.

        Each is noted before the next, which may take its place. Return whether all were sent, and whether others wait.
        """
        others_wait = False
        for delivery in deliveries:
            receipt = await self.send(delivery)
            if receipt is None:
                return False, others_wait
            others_wait = bool(session) and session in await self.noted({delivery.outgoing.id: receipt})
        return True, others_wait

    async def _postpone(self, session: str) -> None:
        """Leave alone for a while what could not be delivered; where that cannot be noted, it is tried again soon."""
        with suppress(PromptgenError):
            await asyncio.to_thread(self._chat.store.postpone, session)

    async def _note_later(self, receipts: Receipts) -> None:
        """Note what was delivered when the database is back; else it is found where it is, when it is resent."""
        try:
            for session in await self._retry.run(lambda: self._receipts.add(receipts)):
                await self.deliver_left(session)
        except PromptgenError as error:
            log.receipts_not_noted(self._platform, error.code)


def _reason_of(error: Exception) -> str:
    """Return the platform's name for why it did not take a reply; where it gives none, what kind of failure it was."""
    named = error.details.get("reason") if isinstance(error, PromptgenError) else None
    return str(named or type(error).__name__)
