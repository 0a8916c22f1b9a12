"""What can happen to kept prompts."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.ports.library import Amendment
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class SaveRequested(Event):
    """A person keeps the prompt in use, perhaps under a name of their own."""

    in_passing: ClassVar[bool] = True
    to_a_version: ClassVar[bool] = True
    name: MaskedText | None = None
    tags: tuple[MaskedText, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryRequested(Event):
    """A person looks for kept prompts, their own or their team's."""

    in_passing: ClassVar[bool] = True
    query: MaskedText | None = None
    team: bool = False


@dataclass(frozen=True, slots=True)
class LibraryExported(Event):
    """A person wants their kept prompts as a file."""

    in_passing: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class EntryOpened(Event):
    """A person looks at a kept prompt."""

    in_passing: ClassVar[bool] = True
    number: int


@dataclass(frozen=True, slots=True)
class EntryUsed(Event):
    """A person uses a kept prompt."""

    number: int


@dataclass(frozen=True, slots=True)
class EntryBrought(Event):
    """The kept prompt that a person uses was brought; None if they may not see it."""

    prompt: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class EntryAmended(Event):
    """A person changes a kept prompt: `texts` are its new name, or its new tags."""

    in_passing: ClassVar[bool] = True
    number: int
    amendment: Amendment
    texts: tuple[MaskedText, ...] = ()
