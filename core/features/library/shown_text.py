"""How the library is shown, wherever it is: names, what can be done, what is said where nothing is found."""

from core.conversation.questions import Key
from core.conversation.session import Session
from core.conversation.texts import t
from core.features.library.replies import ShowLibrary
from core.features.library.state import TemplateForm
from core.ports.library import Amendment, LibraryEntry
from core.values.locale import Locale


def name_of(entry: LibraryEntry) -> str:
    """Return the name of an entry, with a star before a favourite."""
    return f"★ {entry.name}" if entry.favourite else str(entry.name)


def first_name(session: Session) -> str:
    """Return what a prompt is called before anybody names it: by its purpose, as masked."""
    purpose = session.answers.get(Key.PURPOSE)
    return " ".join(purpose.text.split()) if purpose else ""


def amendments_of(entry: LibraryEntry) -> tuple[Amendment, ...]:
    """Return what the person who looks at an entry may do to it by a button."""
    if not entry.mine:
        return ()
    return (
        Amendment.UNSTAR if entry.favourite else Amendment.STAR,
        Amendment.UNSHARE if entry.shared else Amendment.SHARE,
        Amendment.DELETE,
    )


def fill_question(session: Session) -> str:
    """Return the question for the value that a kept prompt asks for."""
    filling = session.of(TemplateForm)
    return t(session.locale, "library.fill", **filling.open_place) if filling else ""


def nothing_found(shown: ShowLibrary, locale: Locale) -> str:
    """Return what is said in place of an empty list."""
    if shown.query:
        return t(locale, "library.not_found")
    return t(locale, "library.team_none" if shown.team else "library.none")
