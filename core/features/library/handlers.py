"""Keeping prompts, finding them again, and using them with other values."""

import re
from dataclasses import replace
from typing import Final

from core.conversation.confirming import ask_first
from core.conversation.control_names import Control
from core.conversation.events import Event, Said
from core.conversation.expected_input import Expects
from core.conversation.questions import Key
from core.conversation.replies import Tell
from core.conversation.session import Confirming, Session
from core.conversation.step import Step
from core.errors import IllegalEvent
from core.features.library import events
from core.features.library.effects import Amend, Fetch, Keep, NeedsTeam
from core.features.library.limits import LONGEST_NAME
from core.features.library.replies import ShowEntry, ShowFilled, ShowLibrary, ShowLibraryFile
from core.features.library.state import LibraryAsked, LibraryPhase, TemplateForm
from core.features.library.variables import variables_in
from core.ports.library import Amendment, Change, SavedPrompt
from core.privacy.text import MaskedText

_ASKING: Final = (Control.SKIP, Control.BACK, Control.CANCEL)
_LABEL_CUT: Final = re.compile(r"\{[^{}]*$")


def save(session: Session, event: events.SaveRequested) -> Step:
    """Keep the prompt in use, under the purpose where no name is given."""
    version = session.in_use
    if version is None:
        raise IllegalEvent
    name = event.name or version.answers[Key.PURPOSE].text
    kept = SavedPrompt(_shortened(name), version.prompt, event.tags)
    return Step(session, (Tell("library.saved"), ShowEntry()), (Keep(kept),))


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
    """Change a kept prompt; ask before it is shared or deleted."""
    match event.amendment:
        case Amendment.SHARE:
            asked = ask_first(session, Confirming(LibraryAsked.SHARE_ENTRY, number=event.number, back=session.phase))
            return replace(asked, effects=(NeedsTeam(),))
        case Amendment.DELETE:
            return ask_first(session, Confirming(LibraryAsked.DELETE_ENTRY, number=event.number, back=session.phase))
        case Amendment.RENAME:
            texts = tuple(map(_shortened, event.texts[:1]))
            return _amended(session, Change(event.number, event.amendment, texts))
        case _:
            return _amended(session, Change(event.number, event.amendment, event.texts))


def share(session: Session, _event: Event) -> Step:
    """Share the kept prompt with the team."""
    return _amended(session.uncovered, Change(_number(session), Amendment.SHARE))


def delete(session: Session, _event: Event) -> Step:
    """Delete the kept prompt."""
    change = Change(_number(session), Amendment.DELETE)
    return Step(session.uncovered, (Tell("library.deleted"), ShowLibrary()), (Amend(change),))


def use(session: Session, event: events.EntryUsed) -> Step:
    """Have the kept prompt brought."""
    return Step(session, effects=(Fetch(event.number),))


def bring(session: Session, event: events.EntryBrought) -> Step:
    """Ask for the first value, or show the prompt at once where it has no variable."""
    if event.prompt is None:
        return Step(session, (Tell("library.gone", refuses=True), ShowLibrary()))
    filling = TemplateForm(event.prompt, variables_in(event.prompt), back=session.phase)
    return _ask(session, filling) if filling.variables else _show(session, filling)


def fill(session: Session, event: Said) -> Step:
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


def help_here(session: Session, event: Event) -> Step:
    """Say what can be typed here, and ask for the open value once more."""
    return ask_again(session, event).after(Tell("help.filling"))


def leave(session: Session, _event: Event) -> Step:
    """Give the filling up."""
    return Step(session.uncovered, (Tell("library.left"),))


def _amended(session: Session, change: Change) -> Step:
    """Return the change, with what became of the prompt."""
    return Step(session, (ShowEntry(change.number),), (Amend(change),))


def _number(session: Session) -> int:
    confirming = session.of(Confirming)
    return confirming.number if confirming else 0


def _filling(session: Session) -> TemplateForm:
    return session.of(TemplateForm) or TemplateForm(MaskedText(""), (), back=session.phase)


def _ask(session: Session, filling: TemplateForm) -> Step:
    if filling.asked >= len(filling.variables):
        return _show(session, filling)
    asked = Tell("library.fill", filling.open_place, _ASKING, Expects.VALUE)
    return Step(replace(session.keeping(filling), phase=LibraryPhase.FILLING), (asked,))


def _show(session: Session, filling: TemplateForm) -> Step:
    return Step(session.uncovered, (ShowFilled(filling.prompt, filling.values),))


def _shortened(name: MaskedText) -> MaskedText:
    """Return a name in one line, cut where it is too long and never within a label."""
    line = " ".join(name.split())
    return MaskedText(_LABEL_CUT.sub("", line[:LONGEST_NAME]).strip() or line[:LONGEST_NAME])
