"""What is sent to the library from inputs of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.features.library.events import LibraryRequested, SaveRequested
from core.features.library.typed_words import tags_in
from core.messages import FeatureAction
from core.privacy.text import MaskedText, RawText


@dataclass(frozen=True, slots=True)
class Searched(FeatureAction):
    """What is looked for in the library, whatever it would mean if it were typed; empty lists all that is kept."""

    begins: ClassVar[bool] = True
    text: RawText

    def texts(self) -> Mapping[str, RawText]:
        """Return what is looked for."""
        return {"text": self.text}

    def event(self, masked: Mapping[str, MaskedText]) -> Event:
        """Return the request for a list."""
        return LibraryRequested(MaskedText(masked["text"].strip()) or None)


@dataclass(frozen=True, slots=True)
class SaveSubmitted(FeatureAction):
    """A window that was sent to keep the prompt under a name with tags; either may be empty."""

    name: RawText
    tags: RawText

    def texts(self) -> Mapping[str, RawText]:
        """Return the name and the tags."""
        return {"name": self.name, "tags": self.tags}

    def event(self, masked: Mapping[str, MaskedText]) -> Event:
        """Return the request to keep it."""
        return SaveRequested(MaskedText(masked["name"].strip()) or None, tags_in(masked["tags"]))
