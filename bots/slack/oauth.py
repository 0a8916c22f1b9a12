"""Installing into many workspaces: OAuth, with slack_sdk's stores in our own database."""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, AsyncExitStack
from typing import Any, Final, Protocol
from weakref import WeakValueDictionary

from aiohttp import ClientError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bots.shared.lru import LRU
from bots.slack import log
from bots.slack.credentials import Credentials
from bots.slack.log import LIBRARY

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


class Installations(AsyncInstallationStore):
    """slack_sdk's SQLAlchemy store, called from worker threads: our database has blocking drivers.

    The tokens lie sealed in it. Its tables are made by our own migrations.
    """

    def __init__(self, store: EncryptedStore, client_id: str, logger: logging.Logger) -> None:
        self._store = SQLAlchemyInstallationStore(client_id=client_id, engine=store.engine, logger=logger)
        store.encrypt_columns((self._store.installations, self._store.bots), _SECRETS)
        self._logger = logger

    @property
    def logger(self) -> logging.Logger:
        """The logger that Bolt asks for."""
        return self._logger

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation."""
        await asyncio.to_thread(self._store.save, installation)

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot whose token was rotated."""
        await asyncio.to_thread(self._store.save_bot, bot)

    async def async_find_bot(self, **which: Any) -> Bot | None:  # noqa: ANN401 - as slack_sdk has it
        """Return a workspace's bot."""
        return await asyncio.to_thread(self._store.find_bot, **which)

    async def async_find_installation(self, **which: Any) -> Installation | None:  # noqa: ANN401 - the same
        """Return a workspace's installation."""
        return await asyncio.to_thread(self._store.find_installation, **which)

    async def async_delete_bot(self, **which: Any) -> None:  # noqa: ANN401 - the same
        """Forget a workspace's bot."""
        await asyncio.to_thread(self._store.delete_bot, **which)

    async def async_delete_installation(self, **which: Any) -> None:  # noqa: ANN401 - the same
        """Forget a workspace's installation."""
        await asyncio.to_thread(self._store.delete_installation, **which)


class States(AsyncOAuthStateStore):
    """slack_sdk's SQLAlchemy store of OAuth states: each is good once, for ten minutes."""

    def __init__(self, engine: Any, logger: logging.Logger) -> None:  # noqa: ANN401 - slack_sdk's own
        self._store = SQLAlchemyOAuthStateStore(expiration_seconds=_STATE_LIVES_S, engine=engine, logger=logger)
        self._logger = logger

    @property
    def logger(self) -> logging.Logger:
        """The logger that Bolt asks for."""
        return self._logger

    async def async_issue(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as slack_sdk has it
        """Return a fresh state."""
        return await asyncio.to_thread(self._store.issue, *args, **kwargs)

    async def async_consume(self, state: str) -> bool:
        """Say whether a state was issued by us and is still good; it is not a second time."""
        return await asyncio.to_thread(self._store.consume, state)


class InstalledWorkspaces:
    """Finds a workspace's credentials, its token renewed when it is about to expire."""

    def __init__(self, installations: Installations, rotator: AsyncTokenRotator, exclusive: Exclusive) -> None:
        """Take ready parts; `exclusive` keeps every other process out while a workspace's token is renewed."""
        self._installations = installations
        self._rotator = rotator
        self._exclusive = exclusive
        self._known: LRU[str, tuple[Credentials, float]] = LRU(_MOST)
        self._reading: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def find(self, workspace: str) -> Credentials | None:
        """Return the credentials of a workspace; None if we are not installed there.

        Where the database is away, those that were known last: they were good a moment ago.
        """
        async with self._reading.setdefault(workspace, asyncio.Lock()):
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
        return await self._installations.async_find_installation(enterprise_id=None, team_id=workspace)

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
        installations = Installations(store, client_id, LIBRARY)
        rotator = AsyncTokenRotator(client=client, client_id=client_id, client_secret=client_secret)
        settings = AsyncOAuthSettings(
            client_id=client_id,
            client_secret=client_secret,
            scopes=SCOPES,
            installation_store=installations,
            state_store=States(store.engine, LIBRARY),
            logger=LIBRARY,
        )
        self.flow = AsyncOAuthFlow(client=client, logger=LIBRARY, settings=settings)
        self.workspaces = InstalledWorkspaces(installations, rotator, store.exclusive)
