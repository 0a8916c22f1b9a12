"""What a workspace gave us when we were installed there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Credentials:
    """The bot's token in a workspace, and who it is there."""

    token: str = field(repr=False)
    user: str
    bot: str


FindCredentials = Callable[[str], Awaitable[Credentials | None]]
