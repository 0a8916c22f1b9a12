"""What a session keeps of a kept prompt that is being used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from core.conversation.session import Overlay, State
from core.privacy.text import MaskedText


class LibraryPhase(State):
    """The phase in which a kept prompt asks for its values; it lies over another one."""

    FILLING = "filling"


class LibraryAsked(State):
    """What is only done to a kept prompt once it is confirmed."""

    SHARE_ENTRY = "share_entry"
    DELETE_ENTRY = "delete_entry"


@dataclass(frozen=True, slots=True)
class TemplateForm(Overlay):
    """A kept prompt that is being used: what it asks for, and what was given so far (masked)."""

    over: ClassVar[State] = LibraryPhase.FILLING
    prompt: MaskedText
    variables: tuple[str, ...]
    values: Mapping[str, MaskedText] = field(default_factory=dict)
    asked: int = 0

    @property
    def open_place(self) -> dict[str, str | int]:
        """The place that is asked for: its name, and which of how many it is."""
        name = self.variables[self.asked].strip("{}")
        return {"variable": name, "number": self.asked + 1, "count": len(self.variables)}
