"""What is shown to a rating."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.rating import Feedback, Reason
from core.conversation.replies import Reply


@dataclass(frozen=True, slots=True)
class ShowFeedback(Reply):
    """Thank a person for a rating, to them alone; `wanted` are the reasons to choose from, if one is asked for."""

    for_one: ClassVar[bool] = True
    impersonal: ClassVar[bool] = True
    number: int
    feedback: Feedback
    wanted: tuple[Reason, ...] = ()
