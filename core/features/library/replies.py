"""What is shown of kept prompts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from core.conversation.replies import Reply
from core.ports.library import LibraryEntry
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class ShowLibrary(Reply):
    """List kept prompts, to the person alone; `entries` are looked for only when it is sent."""

    for_one: ClassVar[bool] = True
    query: MaskedText | None = None
    team: bool = False
    entries: tuple[LibraryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowEntry(Reply):
    """Show a kept prompt with what can be done to it, to the person alone; 0 is the newest of their own.

    The `entry` is looked for only when it is sent; None if there is none that they may see.
    """

    for_one: ClassVar[bool] = True
    number: int = 0
    entry: LibraryEntry | None = None


@dataclass(frozen=True, slots=True)
class ShowFilled(Reply):
    """Show a kept prompt with the values that were given, to the person alone; they are put in when it is sent."""

    for_one: ClassVar[bool] = True
    prompt: MaskedText
    values: Mapping[str, MaskedText]


@dataclass(frozen=True, slots=True)
class ShowLibraryFile(Reply):
    """Hand over the kept prompts as a file, to the person alone; it is written only when it is sent."""

    for_one: ClassVar[bool] = True
