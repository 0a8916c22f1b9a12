"""Installing into many workspaces: OAuth, with slack_sdk's stores in our own database."""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, AsyncExitStack
from typing import Any, Final, Protocol, cast

from aiohttp import ClientError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bots.shared.keyed_locks import KeyedLocks
from bots.shared.lru import LRU
from bots.slack import log
from bots.slack.log import LIBRARY
from bots.slack.workspace_clients import Credentials

SCOPES: Final = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "chat:write",
    "commands",
    "files:read",
    "files:write",
    "groups:history",
    "im:history",
    "im:write",
    "mpim:history",
    "users:read",
)
"""What `manifest.yaml` asks for; a test holds the two together."""

_SECRETS: Final = frozenset(
    {"bot_token", "bot_refresh_token", "user_token", "user_refresh_token", "incoming_webhook_url"}
)
_STATE_LIVES_S: Final = 600  # for who reads what they agree to; Slack's own code lives as long
_ROTATE_BEFORE_MIN: Final = 120  # of the twelve hours that a token lives: time to try again while Slack is away
_KNOWN_S: Final = 60.0  # so long a new installation or a renewed token is not seen by the other processes
_MOST: Final = 10_000

Exclusive = Callable[[str], AbstractContextManager[None]]


class EncryptedStore(Protocol):
    """The database as the library's stores need it: its connection, and the seal over their secrets."""

    @property
    def engine(self) -> Any:  # noqa: ANN401 - slack_sdk's own
        """The connection."""

    def encrypt_columns(self, tables: Sequence[Any], names: Collection[str]) -> int:
        """Keep these columns sealed, and seal what is there."""

    def exclusive(self, name: str) -> AbstractContextManager[None]:
        """Keep every other process out of what goes by this name, for a block."""


def _in_thread(name: str) -> Any:  # noqa: ANN401 - whatever slack_sdk's blocking method takes
    """Return the asynchronous form of a method of the library's blocking store: our database has blocking drivers."""

    async def call(self: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the same
        return await asyncio.to_thread(getattr(self.store, name), *args, **kwargs)

    return call


class Installations(AsyncInstallationStore):
    """slack_sdk's SQLAlchemy store, with the tokens sealed in it; its tables are made by our own migrations."""

    logger = LIBRARY
    async_save = _in_thread("save")
    async_save_bot = _in_thread("save_bot")
    async_find_bot = _in_thread("find_bot")
    async_find_installation = _in_thread("find_installation")
    async_delete_bot = _in_thread("delete_bot")
    async_delete_installation = _in_thread("delete_installation")

    def __init__(self, store: EncryptedStore, client_id: str) -> None:
        self.store = SQLAlchemyInstallationStore(client_id=client_id, engine=store.engine, logger=LIBRARY)
        store.encrypt_columns((self.store.installations, self.store.bots), _SECRETS)


class States(AsyncOAuthStateStore):
    """slack_sdk's SQLAlchemy store of OAuth states: each is good once, for ten minutes."""

    logger = LIBRARY
    async_issue = _in_thread("issue")
    async_consume = _in_thread("consume")

    def __init__(self, engine: Any) -> None:  # noqa: ANN401 - slack_sdk's own
        self.store = SQLAlchemyOAuthStateStore(expiration_seconds=_STATE_LIVES_S, engine=engine, logger=LIBRARY)


class InstalledWorkspaces:
    """Finds a workspace's credentials, its token renewed when it is about to expire."""

    def __init__(self, installations: Installations, rotator: AsyncTokenRotator, exclusive: Exclusive) -> None:
        """Take ready parts; `exclusive` keeps every other process out while a workspace's token is renewed."""
        self._installations = installations
        self._rotator = rotator
        self._exclusive = exclusive
        self._known: LRU[str, tuple[Credentials, float]] = LRU(_MOST)
        self._reading: KeyedLocks[str] = KeyedLocks()

    async def find(self, workspace: str) -> Credentials | None:
        """Return the credentials of a workspace; None if we are not installed there.

        Where the database is away, those that were known last: they were good a moment ago.
        """
        async with self._reading[workspace]:
            known = self._known.get(workspace)
            if known and known[1] > time.monotonic():
                return known[0]
            try:
                credentials = await self._read(workspace)
            except Exception as error:
                if known is None:
                    raise
                log.workspace_stale(error)
                return known[0]
            if credentials is None:
                self._known.pop(workspace)  # and not remembered: it may be installed the next moment
            else:
                self._known.put(workspace, (credentials, time.monotonic() + _KNOWN_S))
            return credentials

    async def is_removed(self, workspace: str, token: str) -> bool:
        """Say whether a token that Slack calls revoked is the newest of its workspace: then the app is gone."""
        self._known.pop(workspace)  # another process may have installed it anew since
        credentials = await self.find(workspace)
        return credentials is None or credentials.token == token

    async def forget(self, workspace: str) -> None:
        """Delete the installation in a workspace."""
        self._known.pop(workspace)
        await self._installations.async_delete_all(enterprise_id=None, team_id=workspace)

    async def _read(self, workspace: str) -> Credentials | None:
        found = await self._installation(workspace)
        if found is not None and _is_expiring(found):
            found = await self._rotated(workspace)
        if found is None or found.bot_token is None:
            return None
        return Credentials(found.bot_token, found.bot_user_id or "", found.bot_id or "")

    async def _installation(self, workspace: str) -> Installation | None:
        found = await self._installations.async_find_installation(enterprise_id=None, team_id=workspace)
        return cast("Installation | None", found)

    async def _rotated(self, workspace: str) -> Installation | None:
        """Renew a token, one process at a time: a refresh token is good once, and another may have used it."""
        async with AsyncExitStack() as stack:
            held = self._exclusive(f"slack token {workspace}")
            await asyncio.to_thread(held.__enter__)
            stack.push_async_callback(asyncio.to_thread, held.__exit__, None, None, None)
            found = await self._installation(workspace)
            if found is None or not _is_expiring(found):
                return found
            try:
                rotated = await self._rotator.perform_token_rotation(
                    installation=found, minutes_before_expiration=_ROTATE_BEFORE_MIN
                )
            except (SlackTokenRotationError, ClientError, TimeoutError) as error:
                log.workspace_stale(error)  # the old one is good for two hours more
                return found
            if rotated is not None:
                await self._installations.async_save(rotated)
            return rotated or found


def _is_expiring(installation: Installation) -> bool:
    expires = installation.bot_token_expires_at
    return expires is not None and expires <= time.time() + _ROTATE_BEFORE_MIN * 60


class OAuth:
    """All that installing by OAuth needs: `flow` serves its pages, `workspaces` knows what was installed."""

    def __init__(self, store: EncryptedStore, client: AsyncWebClient, client_id: str, client_secret: str) -> None:
        installations = Installations(store, client_id)
        rotator = AsyncTokenRotator(client=client, client_id=client_id, client_secret=client_secret)
        settings = AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=SCOPES,
            installation_store=installations,
            state_store=States(store.engine),
            logger=LIBRARY,
        )
        self.flow = AsyncOAuthFlow(client=client, logger=LIBRARY, settings=settings)
        self.workspaces = InstalledWorkspaces(installations, rotator, store.exclusive)
