"""A request to a model: one message, and the grammar its answer has to follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """What is asked; `shared` characters at the start are the same in every request of its kind.

    The answer is JSON that follows `schema`, or is one of `choices`; with neither it is free.
    `max_tokens` cuts it.
    """

    prompt: MaskedText
    max_tokens: int
    shared: int = 0
    schema: Mapping[str, object] | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelResponse:
    """What a model answered; `finished` is False when it was cut off, the tokens are counted by its server."""

    text: str
    finished: bool = True
    tokens_in: int = 0
    tokens_out: int = 0

    def __repr__(self) -> str:
        return f"ModelResponse({len(self.text)}, finished={self.finished})"
