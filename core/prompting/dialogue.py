"""A dialogue with a model: what is asked of it freely, and its answer as it is written."""

from dataclasses import dataclass
from enum import StrEnum

from core.privacy.text import MaskedText, RawText
from core.prompting.sampling import SEED, TEMPERATURE


class Speaker(StrEnum):
    """Whose words they are, in the terms of the chat API. Mixtral's template knows no system."""

    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """What one of the two said."""

    speaker: Speaker
    text: MaskedText


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The messages so far, and how the next is to be answered: `max_tokens` cuts it, `seed` makes it repeatable.

    The answer follows `regex`, if there is one. The speakers take turns, the user first and last.

    Raises:
        ValueError: They do not.
    """

    messages: tuple[ChatMessage, ...]
    max_tokens: int = 2_048
    temperature: float = TEMPERATURE
    seed: int = SEED
    regex: str | None = None

    def __post_init__(self) -> None:
        """Refuse what Mixtral's chat template would refuse."""
        turns = [message.speaker for message in self.messages]
        if turns != [(Speaker.USER, Speaker.ASSISTANT)[number % 2] for number in range(len(turns) | 1)]:
            msg = "the speakers do not take turns"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Piece:
    """The next words of an answer. A model may invent or repeat what is personal, so they are raw until masked."""

    text: RawText


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of an answer: `finished` is False when it was cut off, the tokens are counted by its server."""

    finished: bool = True
    tokens_in: int = 0
    tokens_out: int = 0


def ask(text: MaskedText) -> tuple[ChatMessage, ...]:
    """Return the messages of a dialogue that is one question."""
    return (ChatMessage(Speaker.USER, text),)
