"""A message with files, as what it says in the order in which that is to be taken up."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

from core.conversation.questions import Key
from core.conversation.session import Phase, Session
from core.messages import Action, FilesRead, Incoming, Opened, Pressed, Typed
from core.ports import StoredSession
from core.privacy.text import RawText

_LOOKED_OVER: Final = {Phase.SUMMARY, Phase.OPTIONS, Phase.DONE}


async def split_message(
    said: Incoming, held: StoredSession | None, read: Callable[[str], Awaitable[FilesRead | Pressed]]
) -> list[Incoming]:
    """Return what a message says: its words, and what `read` returns of its files for what it is about.

    The words answer the open question, and the files are the reference. Where the reference is what is asked for, both
    are; a finished prompt has to have them before it is made anew as the words wish. `held` is the interview that
    is meant, None where one begins. Files that somebody else drops into it are not read, nor even fetched.
    """
    words = _words(said.action)
    if held is not None and held.person != said.person:
        return [said]
    action = await read(_about(held.session if held else None, words))
    file = replace(said, id=f"{said.id}:file", action=action)
    if held is None:
        return [said if words else replace(said, action=Opened()), file]
    if isinstance(action, FilesRead) and _is_asked_for(held.session):
        return [replace(file, action=replace(action, text=_joined(words, action.text)))]
    if isinstance(action, FilesRead) and held.session.underlying.phase is Phase.RESTORING and not words:
        return [replace(file, action=Typed(action.text))]  # what is too long for a message comes as a file
    if not words:
        return [file]
    file_first = held.session.underlying.phase in _LOOKED_OVER or _is_asked_for(held.session)
    return [file, said] if file_first else [said, file]


def _words(action: Action) -> str:
    match action:
        case Typed(text=text) | Opened(purpose=RawText() as text):
            return text.reveal()
        case _:
            return ""


def _about(session: Session | None, words: str) -> str:
    purpose = session.answers.get(Key.PURPOSE) if session else None
    return str(purpose.text) if purpose else words


def _is_asked_for(session: Session) -> bool:
    return session.underlying.phase is Phase.ASKING and session.asking is Key.REFERENCE


def _joined(words: str, text: RawText) -> RawText:
    return RawText(f"{words}\n\n{text.reveal()}") if words else text
