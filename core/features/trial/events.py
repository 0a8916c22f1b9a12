"""What can happen while a prompt is tried."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.conversation.trial import Trial


@dataclass(frozen=True, slots=True)
class TryRequested(Event):
    """A person wants to see what a model answers to the prompt."""

    to_a_version: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Tried(Event):
    """A model answered the prompt, in part or not at all where it failed."""

    trial: Trial
