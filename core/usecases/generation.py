"""The other half of the use case: a session that is generating, and what it gets: its finished prompt, or a trial.

A session in this phase is leased while somebody works on it, and the lease is renewed meanwhile. Whoever finds one
without a lease may finish it, so a prompt is made even when the process that began it is gone. After two attempts that
failed no model is asked, whatever they failed of: an answer that kills the process is not asked for again. What is made
without one, or with one that is late, is told in `model_fallback.py`.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from core.conversation.events import Cancelled
from core.conversation.replies import Reply
from core.conversation.session import Job, Session, State
from core.conversation.surroundings import Surroundings
from core.errors import ServiceError
from core.features.registry import advance, follow_ups
from core.features.substance import SubstanceFound, advice_of
from core.messages import Outgoing
from core.model_jobs.time_limits import ATTEMPTS, LEASE_RENEWED_EVERY
from core.ports import Advisor, Reviser, Store, StoredSession, Transaction
from core.ports.job import Commit, JobRunner, OnProgress
from core.privacy.anonymizer import Anonymizer
from core.privacy.vault import Vault
from core.sessions.masking import masked_again, pruned
from core.usecases.delivery import Delivery, deliver, send
from core.usecases.model_fallback import ModelFallback
from core.usecases.outcomes import outcomes
from core.usecases.reveal import reveal
from core.usecases.summary_understanding import shown


class Generation:
    """Does what a session waits for, and commits what came of it."""

    def __init__(  # noqa: PLR0913 - four ports, and what the operator set
        self,
        store: Store,
        advisor: Advisor | None = None,
        reviser: Reviser | None = None,
        workers: Mapping[State, JobRunner] | None = None,
        *,
        models: tuple[str, ...] = (),
        collects: bool = False,
        anonymizer: Anonymizer | None = None,
    ) -> None:
        """Take ready parts.

        `models` names those that prompts can be tried on; `collects`: people are asked once whether their prompts may
        be training data.
        """
        self._store = store
        self._model = ModelFallback(advisor, reviser)
        self._workers = dict(workers or {})
        self._models = models
        self._collects = collects
        self._anonymizer = anonymizer

    async def run(self, session_id: str, show: Callable[[Delivery], None] = lambda _: None) -> tuple[Delivery, ...]:
        """Commit a generating session and return what to deliver; nothing if somebody else does or it was stopped.

        What there is meanwhile is given to `show`: it is for the moment, and not kept. A job beside the prompt that
        fails on something nobody foresaw is called off, for it would only fail again.
        """
        held = await asyncio.to_thread(self._claim, session_id)
        try:
            return await self._run(held, show)
        except asyncio.CancelledError:
            # The process is told to end: the next one need not wait for the lease to run out.
            if held is not None:
                with suppress(ServiceError):
                    await asyncio.to_thread(self._store.release, session_id)
            raise

    def abandoned(self, platform: str) -> tuple[str, ...]:
        """Return the sessions that are generating and on which nobody works."""
        return tuple(self._store.abandoned(platform))

    async def _run(self, held: StoredSession | None, show: Callable[[Delivery], None]) -> tuple[Delivery, ...]:
        deliveries: tuple[Delivery, ...] = ()
        while held is not None:
            try:
                finish = await self._while_wanted(held, self._work(held, _shower(held, show, self._anonymizer)))
            except Exception:
                await self._call_off(held)
                raise
            if finish is None:
                return ()
            held, deliveries = await asyncio.to_thread(self._finish, held, finish)
        return deliveries

    async def _call_off(self, held: StoredSession) -> None:
        """Give up what failed on something nobody foresaw, unless it is the prompt."""
        event = SubstanceFound(advice_of(held.session).about) if held.session.advising else Cancelled()
        if held.session.advising or held.session.job is not Job.PROMPT:
            await asyncio.to_thread(self._finish, held, lambda after: (after, event))

    async def _while_wanted(self, held: StoredSession, work: Coroutine[Any, Any, Commit]) -> Commit | None:
        """Work and keep the lease; give up as soon as the session does not wait for it any more."""
        working = asyncio.create_task(work)
        try:
            while not (await asyncio.wait({working}, timeout=LEASE_RENEWED_EVERY))[0]:
                if not await asyncio.to_thread(self._is_wanted, held.session.id):
                    return None
            return working.result()
        finally:
            working.cancel()

    async def _work(self, held: StoredSession, show: OnProgress) -> Commit:
        tired = held.attempt > ATTEMPTS
        if held.session.advising:
            return await self._model.propose(held, alone=tired)
        worker = self._workers.get(held.session.job)
        if worker is not None and not tired:
            return await worker.work(held, show)
        # The model that this was begun with may be gone after a restart.
        event = await self._model.make(held, show, alone=tired) if held.session.job is Job.PROMPT else Cancelled()
        return lambda after: (after, event)

    def _claim(self, session_id: str) -> StoredSession | None:
        with self._store.begin() as transaction:
            return transaction.claim(session_id)

    def _is_wanted(self, session_id: str) -> bool:
        """Renew the lease and say whether the session still waits; a database that is away ends nothing."""
        try:
            return self._store.renew(session_id)
        except ServiceError:
            return True

    def _finish(self, claimed: StoredSession, finish: Commit) -> tuple[StoredSession | None, tuple[Delivery, ...]]:
        """Save what came of it and return what to deliver, or else the session if the work is to be done anew.

        So it is where something in the session turned out to be personal meanwhile: the result may hold that.
        """
        with self._store.begin() as transaction:
            held = transaction.get(claimed.session.id)
            if held is None or _task(held.session) != _task(masked_again(claimed.session, held.vault)):
                return None, ()
            if _task(held.session) != _task(claimed.session):
                return held, ()
            known, event = finish(held)
            if isinstance(event, SubstanceFound) and event.questions and not self._may_ask(transaction, held):
                event = replace(event, questions=())
            around = Surroundings(self._models, shared=not known.place.private)
            step = advance(known.session, event, around=around)
            shows = (shown(reply, step.session) for reply in step.replies)
            replies = (*shows, *follow_ups(transaction, known, event, collects=self._collects))
            after = pruned(replace(known, session=step.session), replies)
            transaction.count_outcomes(outcomes(known.session, step.session))
            transaction.save(after)
            return None, deliver(send(transaction, after, replies), after.vault, self._anonymizer)

    def _may_ask(self, transaction: Transaction, held: StoredSession) -> bool:
        return transaction.wants_questions(held.person, held.place.platform, held.place.workspace)


def _task(session: Session) -> tuple[object, ...]:
    """Return what a generation works on: stopped, and perhaps begun anew with other answers, it is another one."""
    if session.advising:
        return ("advice", advice_of(session).about)
    made = tuple(version.number for version in session.versions)
    how = session.instruction, session.variant, session.prompt_language
    return session.phase, session.job_seq, session.answers, how, made


def _shower(held: StoredSession, show: Callable[[Delivery], None], anonymizer: Anonymizer | None) -> OnProgress:
    def shown(reply: Reply, vault: Vault) -> None:
        locale, parent_message = held.session.locale, held.parent_message
        outgoing = Outgoing(0, held.session.id, held.place, held.person, locale, reply, parent_message=parent_message)
        show(Delivery(outgoing, reveal(outgoing, vault, anonymizer)))

    return shown
