"""What a person did, as the texts in it and as the event it is to the conversation."""

from collections.abc import Mapping
from typing import Final

from core.conversation import events
from core.conversation.controls import Control, control_in
from core.conversation.events import Event
from core.conversation.library_words import tags_in
from core.conversation.machine import TRANSITIONS, meant
from core.conversation.questions import Key
from core.conversation.session import Document, Phase, Session
from core.conversation.typed import event_of
from core.incoming import Action, FileRead, FormFilled, Opened, Pasted, Pressed, Shelved, Typed
from core.privacy.text import MaskedText, RawText

_LEFT_OUT: Final = "left_out"


def texts_of(action: Action) -> Mapping[str, RawText]:
    """Return what a person wrote in it, by names that `event_in` finds the masked texts under."""
    match action:
        case Opened(purpose=RawText() as purpose):
            return {"text": purpose}
        case Typed(text=text) | Pasted(text=text):
            return {"text": text}
        case FormFilled(texts=texts):
            return {str(key): text for key, text in texts.items()}
        case FileRead(name=name, text=text, left_out=left_out):
            return {"name": name, "text": text} | {f"{_LEFT_OUT}{n}": other for n, other in enumerate(left_out)}
        case Shelved(name=name, tags=tags):
            return {"name": name, "tags": tags}
        case _:
            return {}


def event_in(action: Action, masked: Mapping[str, MaskedText], session: Session, *, has_reader: bool) -> Event:
    """Return the event that an action is; `has_reader` says that a model can read wishes which the rules do not."""
    match action:
        case Opened():
            return _wanted(masked.get("text")) or events.Started(masked.get("text"))
        case Typed():
            said = events.Said(masked["text"], has_reader)
            opens = _is_new(session) and meant(session, said) is said
            return _opening(masked["text"]) if opens else said
        case Pressed(event=event):
            return event
        case _:
            return _handed_in(action, masked)


def is_written(action: Action) -> bool:
    """Say whether it was written to everybody, and not done to something of ours."""
    match action:
        case Typed() | FileRead() | Pressed(event=events.ReferenceRefused() | events.SentNoWords()):
            return True
        case _:
            return False


def _wanted(text: MaskedText | None) -> Event | None:
    """Return what a first text asks for by a word of the controls, besides an interview."""
    return events.RehearsalRequested() if text is not None and control_in(text) is Control.REHEARSE else None


def _is_new(session: Session) -> bool:
    return session.phase is Phase.NEW and not session.confirming_forget and session.filling is None


def _opening(text: MaskedText) -> Event:
    """Take the first message of a conversation for what it asks for, or its purpose, unless it is a mere hello."""
    control = control_in(text)
    event = event_of(control) if control else None
    if event is not None and (Phase.NEW, type(event)) in TRANSITIONS:
        return event
    return events.Started(text if len(text.split()) > 1 else None)


def _handed_in(action: Pasted | Shelved | FormFilled | FileRead, masked: Mapping[str, MaskedText]) -> Event:
    """Return what a window that was sent, or a file, is to the conversation."""
    match action:
        case Pasted():
            return events.AnswerPasted(masked["text"])
        case Shelved():
            name = MaskedText(masked["name"].strip())
            return events.SaveRequested(name or None, tags_in(masked["tags"]))
        case FormFilled():
            return events.FormSent({Key(name): text for name, text in masked.items()})
        case FileRead(pages=pages, pages_used=used):
            left_out = tuple(text for name, text in masked.items() if name.startswith(_LEFT_OUT))
            return events.ReferenceAdded(Document(masked["name"], pages, used), masked["text"], left_out)
