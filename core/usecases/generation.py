"""The other half of the use case: a session that is generating, and what it gets: its finished prompt, or a trial.

A session in this phase is leased while somebody works on it, and the lease is renewed meanwhile. Whoever finds one
without a lease may finish it, so a prompt is made even when the process that began it is gone. After two attempts that
failed the composer makes it alone, whatever they failed of: an answer that kills the process is not asked for again.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from core.conversation.controls import Control
from core.conversation.events import Cancelled, Event
from core.conversation.model_replies import ShowPartial
from core.conversation.prompt_events import Generated, RequestNotUnderstood
from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import Answer, Improvement, Job, Session, State
from core.conversation.step import with_answers
from core.conversation.surroundings import Surroundings
from core.errors import ModelUnavailable, ServiceError
from core.features.registry import advance, follow_ups
from core.features.substance import Advising, SubstanceFound, advice_of, is_answered, record_of
from core.messages import Outgoing
from core.ports import Advisor, Reviser, Store, StoredSession, Transaction
from core.ports.job import Commit, JobRunner, OnProgress
from core.privacy.anonymizer import Anonymizer
from core.privacy.text import MaskedText
from core.privacy.vault import Vault
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.model.advised import Advised, Proposal, ProposalKind, kept
from core.prompting.model.drafting import OnDraft
from core.prompting.writing.line import Heading
from core.sessions.briefing import answers_of, brief_of
from core.sessions.masking import masked_again, pruned
from core.sessions.seen import kept_labels, seen_there
from core.usecases.delivery import Delivery, deliver, send
from core.usecases.outcomes import outcomes
from core.usecases.reveal import reveal
from core.usecases.understood import shown

_ATTEMPTS: Final = 2
"""How often a model is asked for the same: who died of its answer twice would die a third time."""
_RENEWED_EVERY: Final = 2.0  # seconds; the lease is for 6


class Generation:
    """Makes the prompt of a session; where there is a model, it reads what the rules did not, and advises."""

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
        self._advising = Advising(advisor) if advisor else None
        self._reviser = reviser
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
            while not (await asyncio.wait({working}, timeout=_RENEWED_EVERY))[0]:
                if not await asyncio.to_thread(self._is_wanted, held.session.id):
                    return None
            return working.result()
        finally:
            working.cancel()

    async def _work(self, held: StoredSession, show: OnProgress) -> Commit:
        tired = held.attempt > _ATTEMPTS
        if held.session.advising:
            return await self._propose(held, alone=tired)
        worker = self._workers.get(held.session.job)
        if worker is not None and not tired:
            return await worker.work(held, show)
        # The model that this was begun with may be gone after a restart.
        event = await self._generate(held, show, alone=tired) if held.session.job is Job.PROMPT else Cancelled()
        return lambda after: (after, event)

    async def _generate(self, held: StoredSession, show: OnProgress, *, alone: bool = False) -> Event:
        """Make the prompt; `alone`, the composer does it without a model. What a model writes is shown as it grows."""
        changes = (None if alone else await self._read_wish(held)) if held.session.needs_model else {}
        if changes is None:
            return RequestNotUnderstood()
        brief = _brief(replace(held, session=with_answers(held.session, changes)))
        composition = compose(brief)
        session = seen_there(held.session, held)
        advised = None
        if self._advising and not alone:
            on_draft = _drafter(held, show)
            advised = await self._advising.advise(session, brief, composition, on_draft)
        generated, advice = _generated(composition, advised), advice_of(session)
        if advised and is_answered(advice, brief):
            generated = _with_dropped(generated, advice.decisions)
        shown = kept_labels({**held.session.answers, **changes}, held.vault) if held.place.private else ()
        # What it saw before the summary was changed, it has seen.
        model, seen = generated.model or advice.model, dict.fromkeys((*shown, *advice.kept))
        return replace(generated, changes=changes, kept=tuple(seen), model=model)

    async def _propose(self, held: StoredSession, *, alone: bool) -> Commit:
        """Ask for substance while the summary is read."""
        if alone or self._advising is None:
            return lambda after: (after, SubstanceFound(advice_of(held.session).about))
        return await self._advising.propose(held, _brief(held))

    async def _read_wish(self, held: StoredSession) -> Mapping[Key, Answer] | None:
        """Return the answers that the session's wish sets, as a model reads it; None if it makes nothing of it."""
        wish = held.session.instruction
        if self._reviser is None or wish is None:
            return None
        try:
            revision = await self._reviser.revise(_brief(held), wish)
        except ModelUnavailable:
            return None
        return answers_of(revision, held.session.answers, wish) or None

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


def _drafter(held: StoredSession, show: OnProgress) -> OnDraft:
    return lambda text: show(ShowPartial(text, (Control.CANCEL,), draft=True), held.vault)


def _brief(held: StoredSession) -> Brief:
    session = seen_there(held.session, held)
    brief = brief_of(session.answers, session.locale, session.document, session.prompt_language)
    return replace(brief, variant=session.variant)


def _generated(composition: Composition, advised: Advised | None) -> Generated:
    """Return the result; where a model has written the prompt, the composer's own comes before it."""
    judged = advised.proposals if advised else ()
    proposals = [each for each in judged if each.part is not ProposalKind.QUESTIONS or not each.is_kept]
    written = [each for each in proposals if each.part is ProposalKind.PROMPT]
    composed = _result(
        advised.composition if advised else composition,
        advised.model if advised else None,
        [each for each in proposals if each.part is not ProposalKind.PROMPT or not each.is_kept],
    )
    if advised is None or advised.whole is None:
        return composed
    by_model = replace(_result(advised.composition, advised.model, written), prompt=advised.whole)
    return replace(by_model, before=composed)


def _with_dropped(generated: Generated, dropped: tuple[str, ...]) -> Generated:
    """Return the result with what a rule had dropped before the summary showed the rest."""
    if generated.before is not None:
        return replace(generated, before=_with_dropped(generated.before, dropped))
    unpolished = generated.unpolished + len(dropped)
    return replace(generated, unpolished=unpolished, decisions=(*generated.decisions, *dropped))


def _result(composition: Composition, model: str | None, proposals: Sequence[Proposal]) -> Generated:
    improvements = tuple(
        Improvement(str(each.kind), MaskedText(each.added), MaskedText(each.why), str(each.source))
        for each in composition.improvements
    )
    return Generated(
        composition.prompt,
        improvements,
        notes=tuple(MaskedText(note.text) for note in composition.notes),
        model=model,
        polished=kept(proposals),
        unpolished=len(proposals) - kept(proposals),
        decisions=tuple(map(record_of, proposals)),
        task_type=composition.intent,
        assumed=tuple(MaskedText(line.text) for line in composition.lines if line.heading is Heading.ASSUMED),
        prompt_language=composition.understanding.locale,
    )
