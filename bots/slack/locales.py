"""The language each person is spoken to in."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bots.shared.lru import LRU
from bots.slack import log
from bots.slack.clients import Clients, NotInstalledError
from core.errors import StoreUnavailable
from core.values.locale import Locale

_MOST: Final = 50_000
_LOOK_UP_WITHIN_S: Final = 1.0

_Earlier = Callable[[str, str], Awaitable[Locale | None]]


class Locales:
    """Remembers what people chose; asks Slack for the others, until it has answered.

    `earlier` returns the language of a person's newest interview, where a choice outlives this process.
    """

    def __init__(self, clients: Clients, earlier: _Earlier, default: Locale) -> None:
        self._clients = clients
        self._earlier = earlier
        self._default = default
        self._known: LRU[tuple[str, str], Locale] = LRU(_MOST)

    def choose(self, workspace: str, person: str, locale: Locale) -> None:
        """Note what a person chose."""
        self._known.put((workspace, person), locale)

    def at_once(self, workspace: str, person: str) -> Locale:
        """Return a person's language as far as it is known without asking anybody."""
        return self._known.get((workspace, person)) or self._default

    async def of(self, workspace: str, person: str) -> Locale:
        """Return a person's language; where nobody can tell it now, the default for the moment."""
        known = self._known.get((workspace, person))
        if known:
            return known
        try:
            # A database that is away must not keep the sentence back that says so.
            earlier = await asyncio.wait_for(self._earlier(workspace, person), _LOOK_UP_WITHIN_S)
        except (StoreUnavailable, TimeoutError):
            return await self._ask(workspace, person) or self._default
        locale = earlier or await self._ask(workspace, person)
        if locale is None:
            return self._default
        self.choose(workspace, person, locale)
        return locale

    async def _ask(self, workspace: str, person: str) -> Locale | None:
        """Ask Slack, which tells only an app with `users:read`; None where it does not answer."""
        try:
            client = await self._clients.of(workspace)
            answer = await client.users_info(user=person, include_locale=True)
        except (SlackApiError, ClientError, TimeoutError, NotInstalledError) as error:
            log.handler_failed("users.info", error)
            return None
        return Locale.of((answer.get("user") or {}).get("locale"), self._default)
