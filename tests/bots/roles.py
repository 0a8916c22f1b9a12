"""What each platform's `roles.py` has to hand over, so that `test_platforms.py` can hold it to its roles."""

from collections.abc import Callable
from dataclasses import dataclass

from bots.platform import Outbox
from core.messages import Place


@dataclass(frozen=True)
class Sending:
    """An outbox, one person's place, all that is shown there, and what has the platform refuse the next message.

    `keeps` says that messages stay where they are: one that is sent again is then shown once.
    """

    outbox: Outbox
    place: Place
    person: str
    shown: Callable[[], str]
    refuse: Callable[[], None]
    keeps: bool = True
