"""What can happen to a finished prompt that was of use, or was not."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.events import Event
from core.conversation.rating import Rating, Reason


@dataclass(frozen=True, slots=True)
class Rated(Event):
    """A person says whether a version was of use, and perhaps why not; without a number, the one in use."""

    in_passing: ClassVar[bool] = True
    rating: Rating
    number: int | None = None
    reason: Reason | None = None
