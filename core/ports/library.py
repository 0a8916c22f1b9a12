"""What the library keeps: entries, one prompt each, and what can be done to them."""

from dataclasses import dataclass
from enum import StrEnum

from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A kept prompt, masked; no value behind its labels is kept with it.

    `mine` says that whoever looks at it owns it; others see it because it is `shared` with their team.
    """

    number: int
    name: MaskedText
    prompt: MaskedText
    tags: tuple[MaskedText, ...] = ()
    favourite: bool = False
    shared: bool = False
    mine: bool = True


class Amendment(StrEnum):
    """What can be done to an entry by its owner."""

    STAR = "star"
    UNSTAR = "unstar"
    SHARE = "share"
    UNSHARE = "unshare"
    DELETE = "delete"
    RENAME = "rename"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class SavedPrompt:
    """A prompt that is to be kept."""

    name: MaskedText
    prompt: MaskedText
    tags: tuple[MaskedText, ...] = ()
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to an entry: `texts` are its new name, or its new tags."""

    number: int
    amendment: Amendment
    texts: tuple[MaskedText, ...] = ()
