"""The places of the terminal: all of this machine's are one person's."""

from typing import Final

from core.messages import Place

PLATFORM: Final = "terminal"
PERSON: Final = "local"


def place(channel: str) -> Place:
    """Return the place of a conversation on this machine."""
    return Place(PLATFORM, PERSON, channel)
