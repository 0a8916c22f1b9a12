"""What can happen while a prompt is tried."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.conversation.model_answer import ModelAnswer


@dataclass(frozen=True, slots=True)
class TryRequested(Event):
    """A person wants to see what a model answers to the prompt."""

    to_a_version: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ModelAnswered(Event):
    """A model answered the prompt, in part or not at all where it failed."""

    trial: ModelAnswer
