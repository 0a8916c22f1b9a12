"""Confirming: what destroys, or shows something to others, is asked about first.

The question is a phase that lies over the one it was asked in. A yes carries it out there, a no returns there; whatever
else the person does calls it off and counts as usual.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from core.conversation import events, moves, results, summary
from core.conversation.controls import Control
from core.conversation.events import Event
from core.conversation.replies import Tell
from core.conversation.session import Asked, Confirming, Phase, Session
from core.conversation.step import Step
from core.features.library import handlers as library
from core.features.library.entry import Amendment

_YES_OR_NO: Final = (Control.CONFIRM, Control.CANCEL)
_ASKED_ABOUT: Final[Mapping[Amendment, Asked]] = MappingProxyType(
    {Amendment.SHARE: Asked.SHARE_ENTRY, Amendment.DELETE: Asked.DELETE_ENTRY}
)


def ask_forgetting(session: Session, _event: Event) -> Step:
    """Ask before everything is deleted."""
    return _ask(session, Confirming(Asked.FORGET, session.phase))


def cancel(session: Session, event: events.Cancelled) -> Step:
    """End the interview; ask before answers are lost."""
    made_from = session.in_use.answers if session.in_use else {}
    if session.answers == made_from:
        return results.cancel(session, event)
    return _ask(session, Confirming(Asked.CANCEL, session.phase), (Control.CONFIRM, Control.RESUME))


def switch_item(session: Session, event: events.ItemSwitched) -> Step:
    """Keep an item as written, or mask it again; ask first where others read along."""
    is_switched = any(item.label == event.label and not item.kept for item in session.items)
    if session.shared and event.kept and is_switched:
        return _ask(session, Confirming(Asked.KEEP, session.phase, label=event.label))
    return summary.switch_item(session, event)


def amend(session: Session, event: events.EntryAmended) -> Step:
    """Change a kept prompt; ask before it is shared or deleted."""
    asked = _ASKED_ABOUT.get(event.amendment)
    if asked is None:
        return library.amend(session, event)
    return _ask(session, Confirming(asked, session.phase, number=event.number))


def confirm(session: Session, event: Event) -> Step:
    """Carry out what was asked about."""
    confirming = _confirming(session)
    return _CARRY_OUT[confirming.what](session.uncovered, confirming, event)


def decline(session: Session, event: Event) -> Step:
    """Leave it; a second wish to end the interview is a yes to ending it."""
    confirming = _confirming(session)
    if confirming.what is Asked.CANCEL:
        return confirm(session, event) if isinstance(event, events.Cancelled) else moves.show(session.uncovered, event)
    return Step(session.uncovered, (Tell(f"confirm.{confirming.what}.no"),))


def _ask(session: Session, confirming: Confirming, controls: tuple[Control, ...] = _YES_OR_NO) -> Step:
    details: dict[str, str | int] = {}
    if confirming.label:
        details["label"] = confirming.label
    if confirming.number:
        details["number"] = confirming.number
    question = Tell(f"confirm.{confirming.what}", details, controls)
    return Step(replace(session, phase=Phase.CONFIRMING, confirming=confirming), (question,))


def _confirming(session: Session) -> Confirming:
    return session.confirming or Confirming(Asked.FORGET, session.phase)


def _forget(session: Session, _confirming: Confirming, _event: Event) -> Step:
    return Step(replace(session, phase=Phase.FORGOTTEN), (Tell("forget.done"),))


def _cancel(session: Session, _confirming: Confirming, _event: Event) -> Step:
    return results.cancel(session, events.Cancelled())


def _keep(session: Session, confirming: Confirming, _event: Event) -> Step:
    return summary.switch_item(session, events.ItemSwitched(confirming.label, kept=True))


def _amend(session: Session, confirming: Confirming, _event: Event) -> Step:
    amendment = Amendment.SHARE if confirming.what is Asked.SHARE_ENTRY else Amendment.DELETE
    return library.amend(session, events.EntryAmended(confirming.number, amendment))


_CARRY_OUT: Final[Mapping[Asked, Callable[[Session, Confirming, Event], Step]]] = MappingProxyType(
    {
        Asked.FORGET: _forget,
        Asked.CANCEL: _cancel,
        Asked.KEEP: _keep,
        Asked.SHARE_ENTRY: _amend,
        Asked.DELETE_ENTRY: _amend,
    }
)
