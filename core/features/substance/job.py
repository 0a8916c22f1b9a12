"""What a model is asked about the answers: while the summary is read, and where that has not come, for the prompt."""

import asyncio
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import starmap
from typing import Final

from core.conversation.events import Event
from core.conversation.session import Session
from core.conversation.understood import Proposed, ProposedQuestion
from core.errors import ModelUnavailable
from core.features.substance.events import SubstanceFound
from core.features.substance.handlers import advice_of
from core.features.substance.state import Advice
from core.ports import Advisor, StoredSession
from core.ports.job import Commit
from core.privacy.mask import Masker
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.intents.catalogue import intent_at
from core.prompting.model.advised import Advised, DropReason, Proposal, ProposalKind
from core.prompting.model.drafting import OnDraft
from core.prompting.model.judging import settle
from core.prompting.model.reading import Draft
from core.prompting.substance import ModelQuestion, Substance
from core.sessions.seen import map_texts

_ABOUT: Final = ("locale", "purpose", "background", "form", "length", "language", "level", "reference", "intent")
_KEPT_S: Final = 3.0
_JOINT: Final = " → "


def about(brief: Brief) -> str:
    """Return the fingerprint of what a model proposes for: another tone or condition needs no other substance."""
    parts = [str(getattr(brief, name)) for name in (*_ABOUT, "prompt_language")]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_answered(advice: Advice, brief: Brief) -> bool:
    """Say whether a model has proposed something for these answers."""
    return advice.answered and not advice.awaited and advice.about == about(brief)


class Advising:
    """Asks an advisor, once for the same answers, though two wait for it: the summary, and then the prompt."""

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._asking: dict[tuple[str, str], asyncio.Task[Advised]] = {}

    async def propose(self, held: StoredSession, brief: Brief) -> Commit:
        """Ask for what the summary shows."""
        fingerprint, locale = advice_of(held.session).about, held.session.locale
        try:
            # Called off because the prompt is wanted now, it goes on for that.
            advised = await asyncio.shield(self._asked(held.session, brief, compose(brief)))
        except ModelUnavailable as error:
            model = _asked_in_vain(error)
            return lambda after: (after, SubstanceFound(fingerprint, model=model))

        def finish(after: StoredSession) -> tuple[StoredSession, Event]:
            dropped = tuple(map(record_of, (each for each in advised.proposals if not each.is_kept)))
            found = SubstanceFound(
                fingerprint,
                tuple(_proposed(advised)),
                dropped,
                advised.model,
                answered=True,
                questions=tuple(starmap(_proposed_question, enumerate(advised.substance.questions, 1))),
            )
            # It is stored with labels, also where the model saw an item as written.
            return after, map_texts(found, Masker(after.vault, locale).again)

        return finish

    async def advise(
        self, session: Session, brief: Brief, composition: Composition, on_draft: OnDraft
    ) -> Advised | None:
        """Return what a model has to say for the prompt: what was ticked in the summary, and its own prompt."""
        advice = advice_of(session)
        if is_answered(advice, brief):
            advised = await asyncio.to_thread(_of_ticks, brief, composition, advice.proposals, advice.model or "")
        else:
            try:
                advised = await self._asked(session, brief, composition)
            except ModelUnavailable as error:
                advised = Advised(composition, _asked_in_vain(error) or "")
            advised = _without(advised, {each.text for each in advice.proposals if not each.wanted}, brief)
        written = await self._advisor.write(brief, advised, on_draft)
        return written if written.model else None

    def _asked(self, session: Session, brief: Brief, composition: Composition) -> asyncio.Task[Advised]:
        """Ask, or join who has asked for the same."""
        key = session.id, about(brief)
        task = self._asking.get(key)
        if task is None:
            task = asyncio.create_task(self._advise(brief, composition))
            self._asking[key] = task
            task.add_done_callback(lambda done: self._over(key, done))
        return task

    async def _advise(self, brief: Brief, composition: Composition) -> Advised:
        return await self._advisor.advise(brief, composition)

    def _over(self, key: tuple[str, str], done: asyncio.Task[Advised]) -> None:
        # What comes just when the prompt is wanted instead of the summary is still there for it.
        is_answer = not done.cancelled() and done.exception() is None
        asyncio.get_running_loop().call_later(_KEPT_S if is_answer else 0, self._asking.pop, key, None)


def _asked_in_vain(error: ModelUnavailable) -> str | None:
    """Return the model that was sent the answers and did not answer; None where nothing was sent."""
    return str(error.details.get("asked", "")) or None


def record_of(proposal: Proposal) -> str:
    """Return a proposal in the words of the record, none of its own: `cover: drift, mood`, `traps: taken`."""
    return f"{proposal.part}: {', '.join(map(str, proposal.reasons)) or 'taken'}"


def _proposed(advised: Advised) -> Iterator[Proposed]:
    """Yield what was kept, as it is ticked: a layout as a whole."""
    locale = advised.composition.understanding.locale
    parts = tuple(MaskedText(name) for name in advised.substance.parts)
    for proposal in advised.proposals:
        if not proposal.is_kept or proposal.part is ProposalKind.QUESTIONS:
            continue
        text = MaskedText(proposal.text)
        if proposal.part is ProposalKind.INTENT:
            yield Proposed(ProposalKind.INTENT, MaskedText(intent_at(text).name[locale]), (text,))
        elif proposal.part is not ProposalKind.PARTS:
            yield Proposed(proposal.part, text)
        elif parts:
            yield Proposed(ProposalKind.PARTS, MaskedText(_JOINT.join(parts)), parts)
            parts = ()


def _proposed_question(number: int, question: ModelQuestion) -> ProposedQuestion:
    options = tuple(map(MaskedText, question.options))
    return ProposedQuestion(number, MaskedText(question.about), MaskedText(question.ask), options)


def _of_ticks(brief: Brief, composition: Composition, proposals: tuple[Proposed, ...], model: str) -> Advised:
    """Return the prompt with what was left ticked, judged once more: a condition may have come since."""
    wanted = [each for each in proposals if each.wanted]
    draft = Draft(
        restated=next((each.text for each in wanted if each.part == ProposalKind.RESTATED), ""),
        cover=tuple(each.text for each in wanted if each.part == ProposalKind.COVER),
        parts=next((each.names for each in wanted if each.part == ProposalKind.PARTS), ()),
        traps=tuple(each.text for each in wanted if each.part == ProposalKind.TRAPS),
        intent=next((each.names[0] for each in wanted if each.part == ProposalKind.INTENT and each.names), ""),
    )
    composed, substance, judged = settle(brief, composition, draft)
    dropped = (
        Proposal(ProposalKind(each.part), each.text, (DropReason.UNTICKED,)) for each in proposals if not each.wanted
    )
    return Advised(composed, model, substance, (*judged, *dropped))


def _without(advised: Advised, unwanted: set[MaskedText], brief: Brief) -> Advised:
    """Return the advice without what the person has taken away from an earlier one."""
    gone = {each.text for each in advised.proposals if each.is_kept and each.text in unwanted}
    if not gone:
        return advised
    substance = advised.substance
    left = Substance(
        "" if substance.restated in gone else substance.restated,
        tuple(each for each in substance.cover if each not in gone),
        substance.parts,
        tuple(each for each in substance.traps if each not in gone),
    )
    proposals = tuple(
        replace(each, reasons=(DropReason.UNTICKED,)) if each.text in gone else each for each in advised.proposals
    )
    return replace(advised, composition=compose(brief, left), substance=left, proposals=proposals)
