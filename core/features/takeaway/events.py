"""What can happen when a prompt is taken along."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event


@dataclass(frozen=True, slots=True)
class TakeRequested(Event):
    """A person wants to take the prompt elsewhere."""

    in_passing: ClassVar[bool] = True
    to_a_version: ClassVar[bool] = True
