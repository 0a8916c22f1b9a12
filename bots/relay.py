"""The loop that all platforms share: one Incoming in, its replies out in order, errors told once.

- The events of a place are handled one after another, in the order of their coming, and the replies to each go out
  before the next is looked at. While the database is away an event keeps its turn. Who is over a limit gets none.
- Of one person, only one event is in a worker thread at a time, whatever place it is for.
- What a model is waited for is done after the turn has ended, so that its person can stop it meanwhile, or go on. There
  is one such job for a session; an event that makes it needless cancels it.
- What is sent was committed before. So a process may die anywhere: when the leases on what it has left have run out,
  replies and jobs are taken up by whoever looks next, at the start of a process or in its `resend_loop`.
- The replies of a session go out in order: what stands behind one that cannot be sent now waits with it. A repeat of
  an event brings no replies.
- The notice of progress is held back for a second. If the work is done by then it counts as sent and is not shown.
- Of what goes wrong its person is told in one sentence, once. It belongs to no session and is in no outbox: it is sent
  once or not at all. Of what nobody waits for, advice and what was left behind, only the log tells.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import cache, partial
from typing import Final

from bots.container import Container
from bots.ops import log
from bots.ops.background_tasks import Tasks
from bots.ops.metric_specs import Meter, MetricSpec
from bots.platform import Outbox
from bots.shared.database_retry import NO_RETRY, StoreRetry
from bots.shared.error_texts import UNEXPECTED, WAITING, outcome_of, sentence_of
from bots.shared.keyed_locks import KeyedLocks
from bots.shared.model_wait import ModelWait
from bots.shared.recovery import Recovery
from bots.shared.redelivery import redelivering
from bots.shared.sender import Sender
from core.conversation.model_replies import ShowProgress
from core.conversation.replies import Tell
from core.errors import LimitReached, PromptgenError
from core.messages import Incoming, Outgoing, Place, Revealed
from core.usecases.chat import Chat, Result
from core.usecases.delivery import Delivery
from core.usecases.generation import Generation
from core.usecases.limits import Limits, RateKind
from core.usecases.rate_limiter import RateLimiter, weight_of

_WATCH_S: Final = 2.0  # with the lease of 6 s: what a dead process left is taken up within 10 s
_DONE: Final = "done"


class Relay:
    """Takes events to the use case in the order of their place, and replies to the platform."""

    def __init__(  # noqa: PLR0913 - who answers, who sends, and what most tests do without
        self,
        platform: str,
        chat: Chat,
        generation: Generation,
        outbox: Outbox,
        *,
        meter: Meter | None = None,
        rate_limiter: RateLimiter | None = None,
        retry: StoreRetry = NO_RETRY,
    ) -> None:
        self._platform = platform
        self._chat = chat
        self._generation = generation
        self._meter = meter or Meter()
        self._sender = Sender(platform, chat, outbox, self._meter, retry)
        self._rate_limiter = rate_limiter or RateLimiter(Limits(), time.monotonic)
        self._waits = ModelWait(generation, outbox, self._sender)
        self._recovery = Recovery(platform, self._left_behind, self._sender.deliver_left, self._waits.resume)
        self._retry = retry
        self._background = Tasks()
        self._queues: KeyedLocks[Place] = KeyedLocks()
        self._persons: KeyedLocks[str] = KeyedLocks()

    @classmethod
    def of(cls, parts: Container, platform: str, outbox: Outbox, retry: StoreRetry = NO_RETRY) -> "Relay":
        """Return the relay of a bot that many people use."""
        meter, limiter = parts.meter, parts.rate_limiter
        return cls(platform, parts.chat, parts.generation, outbox, meter=meter, rate_limiter=limiter, retry=retry)

    @property
    def collects(self) -> bool:
        """Whether people can agree that their prompts become training data."""
        return self._chat.collects

    async def handle(self, incoming: Incoming, committed: Callable[[], Awaitable[None]] | None = None) -> bool:
        """Handle one event to its end, and say whether it was taken or refused.

        `committed` is awaited as soon as nothing of it can be lost any more.
        """
        began = time.monotonic()
        try:
            self._rate_limiter.take(RateKind.TURNS, incoming.person, incoming.place, weight_of(incoming.action))
        except LimitReached as error:
            await self._refuse(incoming, error)
            return False
        async with self._queues[incoming.place]:
            outcome, result, progress = await self._result_of(incoming, committed)
        generating, advising = result.generating, result.advising
        self._meter.note(MetricSpec.TURNS, self._platform, type(incoming.action).__name__, outcome)
        self._meter.note(MetricSpec.REPLY, self._platform, value=time.monotonic() - began)
        if advising and advising not in self._waits:
            self._background.begin(self._advise(advising))  # nobody's next answer waits for it
        if generating:
            await self._generate(generating, incoming, progress)
        return outcome == _DONE

    async def resend_pending(self) -> None:
        """Deliver what an earlier process committed and did not send, and finish the prompts it had begun."""
        await self._recovery.sweep()
        await self._recovery.finished()

    async def resend_loop(self, every_s: float = _WATCH_S) -> None:
        """Recover again and again, until cancelled: what another process left, what could not be delivered before."""
        with redelivering():
            try:
                while True:
                    await self._look_after()
                    await asyncio.sleep(every_s)
            finally:
                self._recovery.cancel()

    async def _look_after(self) -> None:
        try:
            await self._recovery.sweep()
        except PromptgenError as error:
            log.turn_refused(self._platform, error.code)
        except Exception as error:  # noqa: BLE001 - it must not end: who else would deliver what was left?
            log.turn_failed(self._platform, error)

    async def _left_behind(self) -> tuple[dict[str, str], tuple[str, ...]]:
        waiting = await asyncio.to_thread(self._chat.store.waiting, self._platform)
        abandoned = await asyncio.to_thread(self._generation.abandoned, self._platform)
        conversations = {each.session: each.workspace for each in waiting if each.session not in self._sender.leases}
        return conversations, tuple(session for session in abandoned if session not in self._waits)

    async def _result_of(
        self, incoming: Incoming, committed: Callable[[], Awaitable[None]] | None
    ) -> tuple[str, Result, tuple[Delivery, ...]]:
        """Handle one event and deliver its replies.

        Return what came of it, what a model is now waited for, and the notice of progress: who waits for less than a
        second needs none.
        """
        began = time.monotonic()
        count = cache(partial(self._count, incoming))  # once, however often the rest is tried
        try:
            result = await self._retry.run(
                lambda: self._handled(incoming, count), lambda: self._tell(incoming, WAITING)
            )
        except PromptgenError as error:
            await self._refuse(incoming, error)
            return outcome_of(error), Result(), ()
        except Exception as error:  # noqa: BLE001 - the last line of defence: the person is told, the process goes on
            log.turn_failed(self._platform, error)
            await self._tell(incoming, UNEXPECTED)
            return "failed", Result(), ()
        if committed:
            await self._follow(committed)
        if result.cancelled:
            self._waits.cancel(result.cancelled)
        progress = tuple(each for each in result.deliveries[-1:] if result.generating and _is_progress(each))
        await self._sender.deliver(result.deliveries[: len(result.deliveries) - len(progress)])
        action = type(incoming.action).__name__
        log.turn_taken(self._platform, action, len(result.deliveries), time.monotonic() - began)
        return _DONE, result, progress

    async def _handled(self, incoming: Incoming, count: Callable[[], object]) -> Result:
        """Let the use case handle an event; one thing at a time for one person, or many would take all threads."""

        def handled() -> Result:
            count()
            return self._chat.handle(incoming)

        async with self._persons[incoming.person]:
            return await asyncio.to_thread(handled)

    def _count(self, incoming: Incoming) -> None:
        """Take a turn that was taken here from what all processes have together.

        Raises:
            LimitReached: Others have left none.
        """
        spend, weight = self._chat.store.spend, weight_of(incoming.action)
        self._rate_limiter.share(RateKind.TURNS, incoming.person, incoming.place, spend, weight)

    async def _follow(self, committed: Callable[[], Awaitable[None]]) -> None:
        """Do what follows a commit; whatever becomes of it, the replies are delivered."""
        try:
            await committed()
        except Exception as error:  # noqa: BLE001 - a platform may refuse it, and the replies are for the person
            log.delivery_failed(0, error)

    async def _refuse(self, incoming: Incoming, error: PromptgenError) -> None:
        """Tell a person why something was not taken; of a limit once in a while, for a flood is not to be answered."""
        log.turn_refused(self._platform, error.code, str(error.details.get("reason", "")))
        if isinstance(error, LimitReached):
            self._meter.note(MetricSpec.LIMITED, str(error.details["reason"]))
        if not error.details.get("known"):
            await self._tell(incoming, sentence_of(error))

    async def _generate(self, session_id: str, incoming: Incoming, progress: tuple[Delivery, ...]) -> None:
        began, outcome = time.monotonic(), "failed"
        try:
            deliveries = await self._waits.finish(session_id, progress)
            outcome = _DONE
            await self._sender.deliver(deliveries)
        except PromptgenError as error:
            outcome = outcome_of(error)
            await self._refuse(incoming, error)
        except Exception as error:  # noqa: BLE001 - the session stays in state generating and is taken up again
            log.turn_failed(self._platform, error)
            await self._tell(incoming, UNEXPECTED)
        self._meter.note(MetricSpec.GENERATION, self._platform, outcome, value=time.monotonic() - began)

    async def _advise(self, session_id: str) -> None:
        """Ask a model about answers while their person reads the summary: nobody waits, nobody is told of a failure."""
        try:
            await self._waits.resume(session_id)
        except Exception as error:  # noqa: BLE001 - the prompt is made without it
            log.turn_failed(self._platform, error)

    async def _tell(self, incoming: Incoming, sentence: Tell) -> None:
        """Tell the person something outside any session: it is sent once, or not at all."""
        person, parent_message = incoming.person, incoming.parent_message
        outgoing = Outgoing(0, "", incoming.place, person, incoming.locale, sentence, person, parent_message)
        await self._sender.send(Delivery(outgoing, Revealed(sentence, {})))


def _is_progress(delivery: Delivery) -> bool:
    """Say whether it is the notice that a prompt is being made; what a model writes grows in its notice, at once."""
    reply = delivery.outgoing.reply
    return isinstance(reply, ShowProgress) and reply.held_back
