"""What can happen in a comparison."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.conversation.model_answer import ModelAnswer


@dataclass(frozen=True, slots=True)
class CompareRequested(Event):
    """A person wants several answers side by side: of prompts or of `models`, None where they have not said."""

    to_a_version: ClassVar[bool] = True
    models: bool | None = None


@dataclass(frozen=True, slots=True)
class Compared(Event):
    """The arms of the comparison were answered, in their order; what failed says so."""

    trials: tuple[ModelAnswer, ...]


@dataclass(frozen=True, slots=True)
class Voted(Event):
    """A person likes the answer of this letter best, or all the same."""

    choice: str
