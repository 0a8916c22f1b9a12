"""The client of each workspace: one for all by token, or one each by installation."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bots.shared.lru import LRU
from bots.slack.errors import REMOVED, name_of
from bots.slack.log import LIBRARY

_TIMEOUT_S: Final = 15  # Slack answers within a second or two; a file's upload takes the longest
_WAITS: Final = 20  # a busy channel takes a message a second, so one that waits behind others is refused many times
_MOST: Final = 10_000  # workspaces; a client is little more than its token, and is made again where it is gone


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a workspace gave us when we were installed there: the bot's token, and who it is there."""

    token: str = field(repr=False)
    user: str
    bot: str


FindCredentials = Callable[[str], Awaitable[Credentials | None]]


class NotInstalledError(Exception):
    """A workspace has no installation (any more)."""


def make_client(session: ClientSession, api_url: str, token: str | None = None) -> AsyncWebClient:
    """Return a client that waits out 429, and tries nothing else again by itself.

    slack_sdk would repeat a `chat.postMessage` whose connection broke, and so post it twice.
    """
    return AsyncWebClient(
        token=token,
        base_url=api_url,
        timeout=_TIMEOUT_S,
        session=session,
        logger=LIBRARY,
        retry_handlers=[AsyncRateLimitErrorRetryHandler(max_retry_count=_WAITS)],
    )


class Clients:
    """Hands out clients."""

    def __init__(
        self,
        session: ClientSession,
        api_url: str,
        find: FindCredentials,
        is_removed: Callable[[str, str], Awaitable[bool]] | None = None,
    ) -> None:
        """Take ready parts; `is_removed` says of a workspace and its revoked token whether the app is gone there."""
        self._session = session
        self._api_url = api_url
        self._find = find
        self._is_removed = is_removed
        self._made: LRU[str, AsyncWebClient] = LRU(_MOST)

    async def of(self, workspace: str) -> AsyncWebClient:
        """Return the client of a workspace.

        Raises:
            NotInstalledError: We are not installed there.
        """
        credentials = await self._find(workspace)
        if credentials is None:
            raise NotInstalledError
        token = credentials.token
        client = self._made.get(token)
        if client is None:
            client = make_client(self._session, self._api_url, token)
            self._made.put(token, client)
        return client

    async def is_removed(self, workspace: str, client: AsyncWebClient, error: SlackApiError) -> bool:
        """Say whether a refusal means that the app is gone from a workspace; a token of the operator's is replaced."""
        if self._is_removed is None or name_of(error) not in REMOVED:
            return False
        return await self._is_removed(workspace, client.token or "")
