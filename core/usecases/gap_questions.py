"""Which gaps are asked for, each with its words and its options."""

from dataclasses import replace

from core.conversation.events import GapsFound, SummaryRequested
from core.conversation.questions import Key
from core.conversation.replies import AskGap, ShowSummary
from core.conversation.session import Session
from core.conversation.step import Step
from core.conversation.understood import ProposedQuestion
from core.features.registry import advance
from core.features.substance import question_at, questions_in, slot_of
from core.privacy.text import MaskedText
from core.prompting.intents.intent import Cue, Slot, Text, Texts
from core.prompting.understanding.finding_gaps import MOST_ASKED, head_of
from core.prompting.understanding.understanding import MaterialState
from core.sessions.briefing import understanding_of
from core.values.locale import Locale


def with_gaps(step: Step, *, is_wanted: bool) -> Step:
    """Return the step at the end of an interview with the first gap asked for in the place of the summary, if any is.

    A question that came from an earlier wish, or an earlier release, has no slot now: the summary takes its place.
    """
    if step.is_complete and is_wanted:
        slots = open_gaps(step.session)
        if len(slots) > step.session.open_gap:
            told = (reply for reply in step.replies if not isinstance(reply, ShowSummary))
            return advance(step.session, GapsFound(slots)).after(*told)
    unknown = any(isinstance(reply, AskGap) and not slot_named(reply.slot, step.session) for reply in step.replies)
    return advance(step.session, SummaryRequested()) if unknown else step


def open_gaps(session: Session) -> tuple[str, ...]:
    """Return the slots that are asked for before the summary, those first that were dealt with already."""
    found = understanding_of(session)
    if found is None:
        return ()
    dealt_with = session.gaps[: session.open_gap]
    fresh = (gap.slot.id for gap in found.gaps if gap.is_asked and gap.slot.id not in dealt_with)
    return (*dealt_with, *fresh)[:MOST_ASKED]


def asked(reply: AskGap, session: Session) -> AskGap:
    """Return the question with its words, its options, and what is assumed where it is left to the AI."""
    found, slot = understanding_of(session), slot_named(reply.slot, session)
    if found is None or slot is None:
        return reply
    current = answer_to(slot, session)
    return replace(
        reply,
        question=slot.ask[session.locale],
        options=slot.options[session.locale],
        assumed=MaskedText(slot.assume[found.locale]) or None,
        current=current,
    )


def missing_material(session: Session) -> str:
    """Return what is worked on and was not given; empty where nothing is missing."""
    found = understanding_of(session)
    material = found.material if found else None
    return material.what if material and material.state is MaterialState.MISSING else ""


def questions_of(session: Session) -> tuple[ProposedQuestion, ...]:
    """Return what a model would ask and nobody has answered; with what was asked before, two in all."""
    by_rule = sum(question_at(session, slot) is None for slot in session.gaps)
    offered = questions_in(session)[: max(0, MOST_ASKED - by_rule)]
    return tuple(each for each in offered if not answer_to(_slot_for(each, session), session))


def slot_named(name: str, session: Session) -> Slot | None:
    """Return the slot of a question by its id; None where there is no such question any more."""
    found, question = understanding_of(session), question_at(session, name)
    if question is not None:
        return _slot_for(question, session)
    return next((slot for slot in found.intent.slots if slot.id == name), None) if found else None


def answer_to(slot: Slot, session: Session) -> MaskedText | None:
    """Return the line that answers a question already."""
    constraints = session.answers.get(Key.CONSTRAINTS)
    heads = tuple(head_of(slot, locale) for locale in Locale)
    lines = constraints.text.splitlines() if constraints else []
    return next((MaskedText(line) for line in lines if line.startswith(heads)), None)


def _slot_for(question: ProposedQuestion, session: Session) -> Slot:
    """Return the slot of a question of a model: it is asked and answered as those of the intents are."""
    options, line = tuple(map(str, question.options)), f"{question.about}: {{}}"
    return Slot(
        id=slot_of(session, question.number),
        decides=False,
        ask=Text(question.ask, question.ask),
        options=Texts(options, options),
        assume=Text("", ""),
        line=Text(line, line),
        said=Cue(()),
    )
