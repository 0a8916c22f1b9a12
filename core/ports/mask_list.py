"""The operator's list of words that are always masked or never, as far as people may add to it."""

from dataclasses import dataclass
from typing import Protocol

from core.privacy.entities import EntityType
from core.privacy.text import RawText


class MaskList(Protocol):
    """Holds the words; what is added is in force at once, for everybody."""

    def add(self, word: RawText, entity_type: EntityType, *, masks: bool) -> bool:
        """Have a word masked from now on, or never; False where it is so already.

        Raises:
            SettingsError: The list cannot be read or written.
        """


@dataclass(frozen=True, slots=True)
class EditableList:
    """The list, if there is one, and the people who may add to it, by their ids on the platform."""

    words: MaskList | None = None
    editors: frozenset[str] = frozenset()
