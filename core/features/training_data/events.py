"""What people can say to training data."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event


@dataclass(frozen=True, slots=True)
class ConsentRequested(Event):
    """A person wants to see what their prompts may be used for, and to say whether they may."""

    in_passing: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ConsentGiven(Event):
    """A person agrees that their masked prompts are training data."""

    in_passing: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn(Event):
    """A person does not let them, or not any more."""

    in_passing: ClassVar[bool] = True
