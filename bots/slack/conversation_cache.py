"""What is only good to know while a conversation goes on; losing it at a restart costs no answer."""

from dataclasses import dataclass
from typing import Final

from bots.shared.lru import LRU
from bots.slack.message import OutgoingMessage
from core.messages import Place

_MOST: Final = 10_000
_TRIGGER_LIVES_S: Final = 2.5  # Slack takes a trigger for three seconds, of which the call itself needs some


@dataclass(frozen=True, slots=True)
class ModalTrigger:
    """What lets a modal be opened for the person who pressed, within 3 s of it; `at` is loop time."""

    person: str
    id: str
    at: float

    def is_expired(self, now: float) -> bool:
        """Whether it is too late to open a modal."""
        return now - self.at > _TRIGGER_LIVES_S


@dataclass(slots=True)
class CachedConversation:
    """One conversation: whose it is, a modal to be opened, the message that was pressed on last, with the label.

    `card` is the message in which its interview waits, as it was shown. No label: what was pressed is no answer.
    `streamed` is a message that grows, with all that it says; `edited_at` is when one that is edited was, in loop time;
    `title` is the thread that was named last, with its name.
    """

    owner: str = ""
    replaceable: str | None = None
    pressed: str = ""
    trigger: ModalTrigger | None = None
    card: tuple[str, OutgoingMessage] | None = None
    streamed: tuple[str, str] | None = None
    edited_at: float = 0
    title: tuple[str, str] | None = None


class ConversationCache:
    """The conversations that went on lately."""

    def __init__(self) -> None:
        self._conversations: LRU[Place, CachedConversation] = LRU(_MOST)

    def is_owner(self, place: Place, person: str) -> bool:
        """Say whether it is known, without asking anybody, that a person has an interview at a place."""
        cached = self._conversations.get(place)
        return cached is not None and cached.owner == person

    def at(self, place: Place) -> CachedConversation:
        """Return the conversation at a place, a new one where none went on lately."""
        cached = self._conversations.get(place)
        if cached is None:
            cached = CachedConversation()
            self._conversations.put(place, cached)
        return cached
