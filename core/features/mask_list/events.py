"""What can happen to the team's list."""

from dataclasses import dataclass

from core.conversation.events import Event
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class ListingRequested(Event):
    """A person wants a word masked for everybody from now on, or left as it is."""

    word: MaskedText
    masks: bool
