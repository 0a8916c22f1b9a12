"""Confirming: what destroys, or shows something to others, is asked about first.

The question is a phase that lies over the one it was asked in. A yes carries it out there, a no returns there; whatever
else the person does calls it off and counts as usual.
"""

from dataclasses import replace
from typing import Final

from core.conversation import any_phase, events, finished_prompt, in_passing, starting
from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.replies import Tell
from core.conversation.session import Asked, Confirming, Phase, Session
from core.conversation.step import Step
from core.conversation.summary_events import MatterKept

NO: Final = (events.Cancelled, events.Skipped, events.Resumed)
"""What says no."""

_AND: Final = ", "
_YES_OR_NO: Final = (Control.CONFIRM, Control.CANCEL)


def ask_first(session: Session, confirming: Confirming, controls: tuple[Control, ...] = _YES_OR_NO) -> Step:
    """Ask whether something is to be done."""
    details: dict[str, str | int] = {}
    if confirming.label:
        details["label"] = confirming.label
    if confirming.number:
        details["number"] = confirming.number
    question = Tell(f"confirm.{confirming.what}", details, controls)
    return Step(replace(session.keeping(confirming), phase=Phase.CONFIRMING), (question,))


def decline(session: Session, _event: Event) -> Step:
    """Leave it."""
    return Step(session.uncovered, (Tell(f"confirm.{session.state}.no"),))


def ask_forgetting(session: Session, _event: Event) -> Step:
    """Ask before everything is deleted."""
    return ask_first(session, Confirming(Asked.FORGET, back=session.phase))


def forget(session: Session, _event: Event) -> Step:
    """Delete everything."""
    return Step(replace(session.uncovered, phase=Phase.FORGOTTEN), (Tell("forget.done", closes=True),))


def loses_answers(session: Session) -> bool:
    """Say whether there are answers from which no prompt was made."""
    return session.answers != (session.in_use.answers if session.in_use else {})


def cancel(session: Session, event: events.Cancelled) -> Step:
    """End the interview; ask before answers are lost."""
    if not loses_answers(session):
        return finished_prompt.cancel(session, event)
    return ask_first(session, Confirming(Asked.CANCEL, back=session.phase), (Control.CONFIRM, Control.RESUME))


def cancel_surely(session: Session, event: Event) -> Step:
    """End the interview; a second wish to do so is a yes."""
    return finished_prompt.cancel(session.uncovered, event)


def go_on(session: Session, event: Event) -> Step:
    """Go on with the interview."""
    return any_phase.show(session.uncovered, event)


def restart(session: Session, event: events.Restarted) -> Step:
    """Begin again; ask before answers are lost."""
    if session.in_use or not session.answers:
        return starting.restart(session, event)
    return ask_first(session, Confirming(Asked.RESTART, back=session.phase), (Control.CONFIRM, Control.RESUME))


def restart_surely(session: Session, _event: Event) -> Step:
    """Begin again, as was asked about."""
    return starting.restart(session.uncovered, events.Restarted())


def switch_item(session: Session, event: events.ItemSwitched) -> Step:
    """Keep an item as written, or mask it again; ask first where others read along."""
    is_switched = any(item.label == event.label and not item.kept for item in session.items)
    if event.around.shared and event.kept and is_switched:
        return ask_first(session, Confirming(Asked.KEEP, event.label, back=session.phase))
    return in_passing.switch(session, event)


def keep_matter(session: Session, event: MatterKept) -> Step:
    """Keep what the request is about as written; ask first where others read along."""
    if event.around.shared and event.labels:
        return ask_first(session, Confirming(Asked.KEEP, _AND.join(event.labels), back=session.phase))
    return in_passing.keep_readable(session, event.labels)


def keep(session: Session, _event: Event) -> Step:
    """Keep the items as written that were asked about."""
    confirming = session.of(Confirming)
    labels = tuple(confirming.label.split(_AND)) if confirming else ()
    return in_passing.keep_readable(session.uncovered, labels)
