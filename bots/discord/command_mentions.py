"""The commands as they are named in a text: pressed there, Discord's client puts them into the input.

https://discord.com/developers/docs/reference#message-formatting
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from bots.discord.commands import DATA, LIBRARY, NAMES_KO, RESTORE, START
from core.values.locale import Locale

_NAMED: Final = {"start": START, "data": DATA, "library": LIBRARY, "restore": RESTORE}
"""What they are called in the texts."""


class CommandMentions:
    """Knows the ids that Discord has given the commands; before that they are named in words."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def learn(self, registered: Iterable[Mapping[str, Any]]) -> None:
        """Take the ids of registered commands."""
        self._ids = {str(command["name"]): str(command["id"]) for command in registered}

    def of(self, locale: Locale) -> dict[str, str]:
        """Return the places of a text that name a command, in the words of a language."""
        return {place: self._mention(name, locale) for place, name in _NAMED.items()}

    def _mention(self, name: str, locale: Locale) -> str:
        word = NAMES_KO[name] if locale is Locale.KO else name
        return f"</{word}:{self._ids[name]}>" if name in self._ids else f"`/{word}`"
