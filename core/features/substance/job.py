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
from core.features.substance.events import SubstanceFound
from core.features.substance.handlers import advice_of
from core.features.substance.state import Advice
from core.model_jobs.shared_requests import SharedRequests
from core.ports import Advisor, StoredSession
from core.ports.job import Commit
from core.privacy.mask import Masker
from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.intents.catalogue import intent_at
from core.prompting.model.advised_prompt import Advised, DropReason, Proposal, ProposalKind
from core.prompting.model.judging_substance import settle
from core.prompting.model.reading_substance import Draft
from core.prompting.substance import ModelQuestion, Substance
from core.sessions.visible_session import map_texts

_ABOUT: Final = ("locale", "purpose", "background", "form", "length", "language", "level", "reference", "intent")
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
        self._requests = SharedRequests[Advised]()

    async def propose(self, held: StoredSession, brief: Brief) -> Commit:
        """Ask for what the summary shows.

        Raises:
            ModelUnavailable: It has proposed nothing in its time.
        """
        fingerprint, locale = advice_of(held.session).about, held.session.locale
        # Called off because the prompt is wanted now, it goes on for that.
        advised = await asyncio.shield(self._asked(held.session, brief, compose(brief)))

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

    async def advise(self, session: Session, brief: Brief, composition: Composition) -> Advised:
        """Return the prompt with what was ticked in the summary, or else with what is proposed now.

        Raises:
            ModelUnavailable: It has proposed nothing in its time.
        """
        advice = advice_of(session)
        if is_answered(advice, brief):
            return await asyncio.to_thread(_of_ticks, brief, composition, advice.proposals, advice.model or "")
        advised = await self._asked(session, brief, composition)
        return _without(advised, {each.text for each in advice.proposals if not each.wanted}, brief)

    def _asked(self, session: Session, brief: Brief, composition: Composition) -> asyncio.Task[Advised]:
        async def ask() -> Advised:
            return await self._advisor.advise(brief, composition)

        return self._requests.join((session.id, about(brief)), ask)


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
