"""What a person did, as the texts in it and as the event it is to the conversation."""

from collections.abc import Mapping
from typing import Final

from core.conversation import events
from core.conversation.events import Event
from core.conversation.prompt_events import AnswerPasted
from core.conversation.questions import Key
from core.conversation.session import Document
from core.messages import Action, FeatureAction, FilesRead, FormFilled, Opened, Pasted, Pressed, Typed
from core.privacy.text import MaskedText, RawText

_FILE: Final = "file"
_UNREAD: Final = "unread"


def texts_of(action: Action) -> Mapping[str, RawText]:
    """Return what a person wrote in it, by names that `parse_action` finds the masked texts under."""
    match action:
        case Opened(purpose=RawText() as purpose):
            return {"text": purpose}
        case Typed(text=text) | Pasted(text=text):
            return {"text": text}
        case FormFilled(texts=texts):
            return {str(key): text for key, text in texts.items()}
        case FilesRead(text=text, files=files, unread=unread):
            names = {f"{_FILE}{n}": file.name for n, file in enumerate(files)}
            return {"text": text} | names | {f"{_UNREAD}{n}": file.name for n, file in enumerate(unread)}
        case FeatureAction():
            return action.texts()
        case _:
            return {}


def parse_action(action: Action, masked: Mapping[str, MaskedText], *, has_reader: bool, since: str = "") -> Event:
    """Return the event that an action is.

    `has_reader` says that a model can read wishes which the rules do not; `since` when the interview was last changed.
    """
    match action:
        case Opened():
            return events.Started(masked.get("text"), since)
        case Typed(key=key, slot=slot):
            return events.Said(masked["text"], has_reader, key, slot=slot)
        case Pressed(event=event):
            return event
        case FeatureAction():
            return action.event(masked)
        case _:
            return _parse_submission(action, masked)


def is_message(action: Action) -> bool:
    """Say whether it was written to everybody, and not done to something of ours."""
    match action:
        case Typed() | FilesRead() | Pressed(event=events.ReferenceRefused() | events.SentNoWords()):
            return True
        case _:
            return False


def is_confirmed(action: Action) -> bool:
    """Say whether the platform has asked already whether it is meant."""
    return isinstance(action, Pressed) and action.confirmed


def _parse_submission(action: Pasted | FormFilled | FilesRead, masked: Mapping[str, MaskedText]) -> Event:
    """Return what a window that was sent, or a file, is to the conversation."""
    match action:
        case Pasted():
            return AnswerPasted(masked["text"])
        case FormFilled():
            return events.FormSent({Key(name): text for name, text in masked.items()})
        case FilesRead(files=files, unread=unread):
            documents = tuple(Document(masked[f"{_FILE}{n}"], file.contents) for n, file in enumerate(files))
            refused = tuple(
                events.RefusedFile(masked[f"{_UNREAD}{n}"], f"reference.{file.reason}", file.details)
                for n, file in enumerate(unread)
            )
            return events.ReferenceAdded(documents, masked["text"], refused)
