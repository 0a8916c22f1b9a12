"""What a person settles about how they were understood: contradictions, names that their request is about."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.conversation.understood import OtherWay


@dataclass(frozen=True, slots=True)
class OtherWayTaken(Event):
    """A person has a contradiction settled the other way, or back; there is no `way` where it is none any more."""

    to_a_version: ClassVar[bool] = True
    kind: str
    way: OtherWay | None = None


@dataclass(frozen=True, slots=True)
class MatterKept(Event):
    """A person keeps as written what their request itself is about; the use case puts the labels in."""

    labels: tuple[str, ...] = ()
