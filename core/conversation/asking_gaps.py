"""Asking for the gaps: what decides the answer and was not said, between the interview and the summary.

The conversation knows no intents. Which slots are open, how they are asked for and what a text says to them is put in
by the use case; here is only where the conversation stands among them. An answer becomes a line of the constraints; one
that is left to the AI stays the assumption that it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from core.conversation.answer_reading import choice_of_another
from core.conversation.control_names import Control
from core.conversation.corrections.answer_changes import gap_settled
from core.conversation.events import Chosen, Event, GapAnswered, GapsFound, QuestionsSwitched, Said
from core.conversation.finished_prompt import generate
from core.conversation.interview import ask, is_chosen
from core.conversation.interview import ask_again as ask_question_again
from core.conversation.misplaced_answers import by_name
from core.conversation.questions import INTERVIEW, OTHER_LANGUAGE, QUESTIONS, Key
from core.conversation.replies import AskGap, Tell
from core.conversation.session import Answer, Phase, Session
from core.conversation.step import Step, with_answers
from core.conversation.summary import show_summary
from core.conversation.texts import t
from core.privacy.text import MaskedText

LONGEST: Final = 300
"""Characters of an answer."""


def begin(session: Session, event: GapsFound) -> Step:
    """Ask for the first of the gaps that is still open; show the summary where there is none."""
    return _ask_next(replace(session, gaps=event.slots, open_gap=min(session.open_gap, len(event.slots))))


def ask_again(session: Session, hint: str | None = None, details: Mapping[str, int | str] | None = None) -> Step:
    """Show the open question once more."""
    there = replace(session, phase=Phase.GAPS, editing=False, asked_again=False)
    slot = open_slot(there)
    if not slot:
        return show_summary(session)
    reply = AskGap(slot, there.open_gap + 1, len(there.gaps), hint=hint, details=details or {})
    return Step(there, (reply,))


def hear(session: Session, event: Said) -> Step:
    """Take a typed answer; what is no answer to this question is asked again, or taken for the one it belongs to."""
    if event.answered:
        return answer(session, event.answered)
    text = MaskedText(event.text.strip())
    if len(text) > LONGEST:
        return _take_long(session, text)
    another = (
        (by_name(text, session.locale, strictly=True) or choice_of_another(text)) if event.control is None else None
    )
    if another:
        key, answered = another
        words = answered.text if answered else t(session.locale, "summary.skipped")
        told = Tell("gap.another", {"name": t(session.locale, f"key.{key}"), "answer": words})
        return ask_again(with_answers(session, {key: answered})).after(told)
    return ask_again(session, "hint.gap")


def answer(session: Session, event: GapAnswered) -> Step:
    """Take an answer; one to an earlier question changes that and leaves the open one open.

    Of a prompt that is finished, another version is made. Pressed twice, it changes nothing.
    """
    if not event.head:
        return Step(session, (Tell("nothing_here", refuses=True),))
    changed = with_answers(session, gap_settled(session.answers, event))
    is_new = changed.answers.get(Key.CONSTRAINTS) != session.answers.get(Key.CONSTRAINTS)
    if session.phase is Phase.GAPS and event.slot == open_slot(session):
        return _ask_next(replace(changed, open_gap=session.open_gap + 1))
    return _changed(changed, event) if is_new else Step(session)


def leave(session: Session, _event: Event) -> Step:
    """Leave the open question out; an answer that it had stays."""
    return _ask_next(replace(session, open_gap=session.open_gap + 1))


def choose_earlier(session: Session, event: Chosen) -> Step:
    """Take a choice that was pressed on a question of the interview."""
    if is_chosen(session, event):
        return Step(session)
    if event.choice == OTHER_LANGUAGE:
        return ask_again(session)
    words = MaskedText(t(session.locale, f"{event.key}.{event.choice}"))
    return ask_again(with_answers(session, {event.key: Answer(words, event.choice)}))


def go_back(session: Session, _event: Event) -> Step:
    """Ask the question before: of the gaps, or the last one of the interview."""
    if session.open_gap == 0:
        return ask(session, INTERVIEW[-1])
    return ask_again(replace(session, open_gap=session.open_gap - 1))


def return_to(session: Session, _event: Event) -> Step:
    """Go back from the summary: to the last gap that was asked for, or the last question of the interview."""
    if not session.gaps:
        return ask(session, INTERVIEW[-1])
    return ask_again(replace(session, open_gap=min(session.open_gap, len(session.gaps) - 1)))


def switch(session: Session, event: QuestionsSwitched) -> Step:
    """Note whether the person wants to be asked."""
    told = Tell("gap.switched_on") if event.wanted else Tell("gap.switched_off", controls=(Control.QUESTIONS,))
    return Step(session, (told,), asks_gaps=event.wanted)


def switch_off(session: Session, event: QuestionsSwitched) -> Step:
    """Note it, and go on to the summary where no more is to be asked."""
    noted = switch(session, event)
    shown = ask_again(session) if event.wanted else show_summary(session)
    return replace(shown.after(*noted.replies), asks_gaps=event.wanted)


def open_slot(session: Session) -> str:
    """Return the slot of the open question; empty where none is."""
    is_open = session.phase is Phase.GAPS and session.open_gap < len(session.gaps)
    return session.gaps[session.open_gap] if is_open else ""


def _ask_next(session: Session) -> Step:
    return ask_again(session) if session.open_gap < len(session.gaps) else show_summary(session)


def _changed(session: Session, event: GapAnswered) -> Step:
    """Go on where the conversation stands, with another answer to a question that is not open."""
    match session.phase:
        case Phase.GAPS:
            return ask_again(session)
        case Phase.ASKING:
            return ask_question_again(session)
        case Phase.DONE:
            return generate(session, event)
        case _:
            return show_summary(session)


def _take_long(session: Session, text: MaskedText) -> Step:
    """Take a long text for what is to be worked on, where that is missing."""
    if Key.REFERENCE in session.answers or len(text) > QUESTIONS[Key.REFERENCE].max_length:
        return ask_again(session, "hint.too_long", {"max": LONGEST, "length": len(text)})
    return ask_again(with_answers(session, {Key.REFERENCE: Answer(text)})).after(Tell("reference.added"))
