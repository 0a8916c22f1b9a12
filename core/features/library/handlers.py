"""Keeping prompts, finding them again, and using them with other values."""

import re
from dataclasses import replace
from typing import Final

from core.conversation import events
from core.conversation.controls import Control
from core.conversation.events import Event
from core.conversation.questions import Key
from core.conversation.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile, Tell
from core.conversation.session import Filling, Phase, Session
from core.conversation.step import Kept, Step
from core.errors import IllegalEvent
from core.features.library.entry import Amendment
from core.features.library.variables import variables_in
from core.privacy.text import MaskedText

LONGEST_NAME: Final = 60
_ASKING: Final = (Control.SKIP, Control.BACK, Control.CANCEL)
_LABEL_CUT: Final = re.compile(r"\{[^{}]*$")


def save(session: Session, event: events.SaveRequested) -> Step:
    """Keep the prompt in use, under the purpose where no name is given."""
    version = session.in_use
    if version is None:
        raise IllegalEvent
    name = event.name or version.answers[Key.PURPOSE].text
    kept = Kept(_shortened(name), version.prompt, event.tags)
    return Step(session, (Tell("library.saved"), ShowEntry()), kept=kept)


def look(session: Session, event: events.LibraryRequested) -> Step:
    """List kept prompts."""
    return Step(session, (ShowLibrary(event.query, event.team),))


def hand_over(session: Session, _event: Event) -> Step:
    """Hand over the kept prompts as a file."""
    return Step(session, (ShowLibraryFile(),))


def open_entry(session: Session, event: events.EntryOpened) -> Step:
    """Show a kept prompt."""
    return Step(session, (ShowEntry(event.number),))


def amend(session: Session, event: events.EntryAmended) -> Step:
    """Change a kept prompt, and show what became of it."""
    if event.amendment is Amendment.DELETE:
        return Step(session, (Tell("library.deleted"), ShowLibrary()), amended=event)
    if event.amendment is Amendment.RENAME:
        event = replace(event, texts=tuple(map(_shortened, event.texts[:1])))
    return Step(session, (ShowEntry(event.number),), amended=event)


def use(session: Session, event: events.EntryUsed) -> Step:
    """Have the kept prompt brought."""
    return Step(session, wanted=event.number)


def bring(session: Session, event: events.EntryBrought) -> Step:
    """Ask for the first value, or show the prompt at once where it has no variable."""
    if event.prompt is None:
        return Step(session, (Tell("library.gone"), ShowLibrary()))
    filling = Filling(event.prompt, variables_in(event.prompt), back=session.phase)
    return _ask(session, filling) if filling.variables else _show(session, filling)


def fill(session: Session, event: events.Said) -> Step:
    """Take a value."""
    filling = _filling(session)
    values = {**filling.values, filling.variables[filling.asked]: event.text}
    return _ask(session, replace(filling, values=values, asked=filling.asked + 1))


def skip(session: Session, _event: Event) -> Step:
    """Leave a variable as it is."""
    filling = _filling(session)
    return _ask(session, replace(filling, asked=filling.asked + 1))


def go_back(session: Session, _event: Event) -> Step:
    """Ask for the value before."""
    filling = _filling(session)
    return _ask(session, replace(filling, asked=max(0, filling.asked - 1)))


def ask_again(session: Session, _event: Event) -> Step:
    """Ask for the open value once more."""
    return _ask(session, _filling(session))


def leave(session: Session, _event: Event) -> Step:
    """Give the filling up."""
    return Step(session.uncovered, (Tell("library.left"),))


def _filling(session: Session) -> Filling:
    return session.filling or Filling(MaskedText(""), ())


def _ask(session: Session, filling: Filling) -> Step:
    if filling.asked >= len(filling.variables):
        return _show(session, filling)
    details: dict[str, str | int] = {
        "variable": filling.variables[filling.asked].strip("{}"),
        "number": filling.asked + 1,
        "count": len(filling.variables),
    }
    return Step(replace(session, phase=Phase.FILLING, filling=filling), (Tell("library.fill", details, _ASKING),))


def _show(session: Session, filling: Filling) -> Step:
    return Step(session.uncovered, (ShowFilled(filling.prompt, filling.values),))


def _shortened(name: MaskedText) -> MaskedText:
    """Return a name in one line, cut where it is too long and never within a label."""
    line = " ".join(name.split())
    return MaskedText(_LABEL_CUT.sub("", line[:LONGEST_NAME]).strip() or line[:LONGEST_NAME])
