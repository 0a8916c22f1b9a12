"""What is typed on a terminal, as an Incoming."""

import uuid

from bots.terminal.places import PERSON
from core.conversation.events import Event
from core.messages import Action, Incoming, Place, Pressed, Typed
from core.privacy.text import RawText
from core.values.locale import Locale


def did(where: Place, locale: Locale, action: Action) -> Incoming:
    """Return what the person at this machine did."""
    return Incoming(uuid.uuid4().hex, where, PERSON, locale, action)


def typed(where: Place, locale: Locale, line: str) -> Incoming:
    """Return a typed line."""
    return did(where, locale, Typed(RawText(line)))


def pressed(where: Place, locale: Locale, event: Event) -> Incoming:
    """Return what is done for the person without their typing it."""
    return did(where, locale, Pressed(event))
