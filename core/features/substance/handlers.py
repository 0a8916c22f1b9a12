"""Asking a model for substance while the summary is read, and what the person keeps of it."""

from dataclasses import replace

from core.conversation import asking_gaps
from core.conversation.session import Phase, Session
from core.conversation.step import Step
from core.conversation.summary import show_summary
from core.conversation.understood import Proposed, ProposedQuestion
from core.features.substance.events import ProposalsSwitched, QuestionOpened, SubstanceAsked, SubstanceFound
from core.features.substance.state import Advice


def advice_of(session: Session) -> Advice:
    """Return what a model was asked about the answers of a session."""
    return session.of(Advice) or Advice()


def ask(session: Session, event: SubstanceAsked) -> Step:
    """Note that a model is asked about the answers; what it proposed for others is none any more."""
    before = advice_of(session)
    kept = tuple(dict.fromkeys((*before.kept, *event.kept)))
    asked = replace(before, about=event.about, number=before.number + 1, awaited=True, answered=False, kept=kept)
    return Step(session.keeping(asked))


def take(session: Session, event: SubstanceFound) -> Step:
    """Take what a model proposes, and show it where the summary is looked at; what was taken away before stays so."""
    before = advice_of(session)
    if not before.awaited or event.about != before.about:
        return Step(session)
    unwanted = {each.text for each in before.proposals if not each.wanted}
    proposals = tuple(replace(each, wanted=each.text not in unwanted) for each in event.proposals)
    model = event.model or before.model
    answer = replace(before, awaited=False, answered=event.answered, model=model)
    advice = replace(answer, proposals=proposals, decisions=event.decisions, questions=event.questions)
    taken = session.keeping(advice)
    is_looked_at = session.phase is Phase.SUMMARY and (proposals or event.questions)
    return show_summary(taken, arrived=True) if is_looked_at else Step(taken)


def switch(session: Session, event: ProposalsSwitched) -> Step:
    """Take proposals away, or back again: one by its number, or all."""
    advice = advice_of(session)
    if event.number > len(advice.proposals) or advice.awaited:
        return show_summary(session)
    proposals = tuple(
        _switched(each, event) if event.number in {0, at} else each for at, each in enumerate(advice.proposals, 1)
    )
    return show_summary(session.keeping(replace(advice, proposals=proposals)))


def slot_of(session: Session, number: int) -> str:
    """Return the slot of a question by its number from 1; those of an earlier request have others."""
    return f"asked{advice_of(session).number}_{number}"


def question_at(session: Session, slot: str) -> ProposedQuestion | None:
    """Return the question of a model that a slot stands for."""
    return next((each for each in questions_in(session) if slot_of(session, each.number) == slot), None)


def questions_in(session: Session) -> tuple[ProposedQuestion, ...]:
    """Return what a model would ask about the answers as they are."""
    advice = advice_of(session)
    return () if advice.awaited else advice.questions


def open_question(session: Session, event: QuestionOpened) -> Step:
    """Ask one of the questions of a model, as a gap is asked for."""
    slot = slot_of(session, event.number)
    if question_at(session, slot) is None:
        return show_summary(session)
    before = tuple(each for each in session.gaps[: session.open_gap] if each != slot)
    return asking_gaps.ask_again(replace(session, gaps=(*before, slot), open_gap=len(before)))


def _switched(proposed: Proposed, event: ProposalsSwitched) -> Proposed:
    return replace(proposed, wanted=not proposed.wanted if event.wanted is None else event.wanted)
