"""What is typed on a terminal, as an Incoming."""

from typing import Final

from core.conversation.events import Event
from core.locale import Locale
from core.messages import Action, Incoming, Opened, Place, Pressed, Typed
from core.privacy.text import RawText

PLATFORM: Final = "terminal"
PERSON: Final = "local"


def place(channel: str) -> Place:
    """Return the place of a conversation on this machine."""
    return Place(PLATFORM, PERSON, channel)


def opened(event_id: str, where: Place, locale: Locale) -> Incoming:
    """Return the start of a conversation."""
    return _incoming(event_id, where, locale, Opened())


def typed(event_id: str, where: Place, locale: Locale, line: str) -> Incoming:
    """Return a typed answer."""
    return _incoming(event_id, where, locale, Typed(RawText(line)))


def pressed(event_id: str, where: Place, locale: Locale, event: Event) -> Incoming:
    """Return what is done for the person without their typing it."""
    return _incoming(event_id, where, locale, Pressed(event))


def did(event_id: str, where: Place, locale: Locale, action: Action) -> Incoming:
    """Return anything else that is done."""
    return _incoming(event_id, where, locale, action)


def _incoming(event_id: str, where: Place, locale: Locale, action: Action) -> Incoming:
    return Incoming(event_id, where, PERSON, locale, action)
