"""The conversation: what a person did, in the phase the session is in, leads to a step.

What is typed is interpreted once, here: for a control, an answer's name, an item's switch, a wish about the library or
to have everything deleted, where that is legal; else it is an answer or a wish about the prompt. The pair of phase and
event is looked up in the table of `transitions.py`, and its handler returns the step with all its effects. Any other
pair raises `IllegalEvent` and changes nothing.

Two phases lie over another one: `confirming`, a question whether something is to be done, and `filling`, a kept prompt
that asks for its values. What they have no use for puts an end to them and counts in the phase beneath.

What is done beneath an older version of the prompt is done to that version.
"""

from dataclasses import replace
from typing import Final

from core.conversation import events, gaps, interview, results
from core.conversation.controls import Control, control_in
from core.conversation.deleting import asks_to_forget
from core.conversation.events import Event, Said
from core.conversation.session import Phase, Session
from core.conversation.step import Step
from core.conversation.transitions import TRANSITIONS
from core.conversation.typed import event_of, meaning_of
from core.errors import IllegalEvent
from core.features.library.words import asks_for_library
from core.features.rehearsal import handlers as rehearsing

__all__ = ["TRANSITIONS", "advance"]

_IN_PASSING: Final = (
    events.Rated,
    events.SaveRequested,
    events.TakeRequested,
    events.AnswerPasted,
    events.LibraryRequested,
    events.LibraryExported,
    events.EntryOpened,
    events.EntryAmended,
    events.ConsentRequested,
    events.ConsentGiven,
    events.ConsentWithdrawn,
    events.ReasonsRequested,
    events.QuestionsSwitched,
)
"""What is done in passing: the talk goes on where it was."""

_TO_A_VERSION: Final = (
    events.SaveRequested,
    events.TakeRequested,
    events.AnswerPasted,
    events.RestoreRequested,
    events.RefineRequested,
    events.GenerationRequested,
    events.VariantChosen,
    events.TwinChosen,
    events.TryRequested,
    events.CompareRequested,
    events.EditRequested,
    events.AssumptionSettled,
    events.GapAnswered,
    events.ReasonsRequested,
    events.Said,
)
_MEANT_WHILE_WAITING: Final = (events.Cancelled, events.ForgetRequested, events.ExportRequested)
"""What somebody who waits for a persona may mean by a word of the controls; any other is said to it."""

_WHILE_FILLING: Final = (Control.SKIP, Control.BACK, Control.CANCEL)


def advance(session: Session, event: Event, version: int = 0) -> Step:
    """Return the step that an event leads to; `version` is the one beneath which it was done, 0 for none.

    Raises:
        IllegalEvent: This cannot happen in the session's phase; the session is as it was.
    """
    session, event = _interpreted(session, event)
    handler = TRANSITIONS.get((session.phase, type(event)))
    if handler is None:
        raise IllegalEvent
    seen = results.at_version(session, version) if isinstance(event, _TO_A_VERSION) else session
    step = handler(seen, event)
    if not isinstance(event, _IN_PASSING):
        return step
    return replace(step, session=results.back_from(step.session, session), in_passing=True)


def _interpreted(session: Session, event: Event) -> tuple[Session, Event]:
    """Return what an event is to the session, without what it puts an end to there."""
    found = _meant(session, event)
    if found is not None and (session.phase, type(found)) in TRANSITIONS:
        return session, found
    uncovered = session.uncovered
    stays = uncovered is session or (found is None and (session.phase, type(event)) in TRANSITIONS)
    return (session, event) if stays else _interpreted(uncovered, event)


def _meant(session: Session, event: Event) -> Event | None:
    """Return what an event stands for where it stands for another."""
    match event:
        case events.Started(purpose=str() as purpose):
            return _asked_at_once(purpose)
        case events.FormSent(answers=answers):
            return events.ForgetRequested() if any(map(asks_to_forget, answers.values())) else None
        case Said():
            return _said(session, event)
        case _:
            return None


def _asked_at_once(purpose: str) -> Event | None:
    """Return what a start asks for instead of an interview about its purpose."""
    if asks_to_forget(purpose):
        return events.ForgetRequested()
    return events.RehearsalRequested() if control_in(purpose) is Control.REHEARSE else None


def _said(session: Session, event: Said) -> Event | None:
    """Return what a typed text stands for; None for an answer, a wish, or something said to a persona."""
    if asks_to_forget(event.text):
        return events.ForgetRequested()
    control = control_in(event.text)
    if session.phase is Phase.CONFIRMING:
        return event_of(control) if control else None
    if session.phase is Phase.FILLING and (event.key is not None or control not in _WHILE_FILLING):
        return _while_filling(session, event, control)
    if session.phase is Phase.NEW:
        return _first(session, event)
    found = meaning_of(session, event.text)
    if session.errand in rehearsing.ERRANDS and not isinstance(found, _MEANT_WHILE_WAITING):
        return None
    late_gap = event.answered if event.slot and event.slot != gaps.open_slot(session) else None
    return found or late_gap or interview.late_answer(session, event)


def _while_filling(session: Session, event: Said, control: Control | None) -> Event | None:
    """Return what a text stands for while a kept prompt asks for its values; None for a value."""
    if event.key is not None:
        return interview.late_answer(session.uncovered, event)
    return meaning_of(session, event.text) if control or asks_for_library(event.text) else None


def _first(session: Session, event: Said) -> Event:
    """Take the first message of a conversation for what it asks for, or its purpose, unless it is a mere hello."""
    found = meaning_of(session, event.text)
    if found is not None and (session.phase, type(found)) in TRANSITIONS:
        return found
    return events.Started(event.text if len(event.text.split()) > 1 else None)
