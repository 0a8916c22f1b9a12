"""How an event that a control carries is written as a short code, and read back after any restart."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.conversation.events import Event


@dataclass(frozen=True, slots=True)
class EventCode:
    """The codes of a class of events: `kind`, and behind a colon what `write` returns; None for what has no such code.

    `read` returns the event, and None for what is not one of ours, however it came here.
    """

    kind: str
    event: type[Event]
    write: Callable[[Any], str | None]
    read: Callable[[str], Event | None]
