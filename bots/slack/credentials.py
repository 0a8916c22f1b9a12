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


class OneWorkspace:
    """The credentials of a bot with a token of its own."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    async def find(self, _workspace: str) -> Credentials:
        """Return the credentials; whatever reaches us reaches us by them."""
        return self._credentials
