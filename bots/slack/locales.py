"""The language each person is spoken to in."""

import asyncio
from collections.abc import Callable
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bots.slack import log
from bots.slack.clients import Clients
from core.locale import Locale

_MOST: Final = 50_000


class Locales:
    """Remembers what people chose; asks Slack for the others once.

    `earlier` returns the language of a person's newest interview, where a choice outlives this process; it blocks.
    """

    def __init__(self, clients: Clients, earlier: Callable[[str, str], Locale | None], default: Locale) -> None:
        self._clients = clients
        self._earlier = earlier
        self._default = default
        self._known: dict[tuple[str, str], Locale] = {}

    def choose(self, workspace: str, person: str, locale: Locale) -> None:
        """Note what a person chose."""
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[workspace, person] = locale

    async def of(self, workspace: str, person: str) -> Locale:
        """Return a person's language."""
        if (workspace, person) not in self._known:
            earlier = await asyncio.to_thread(self._earlier, workspace, person)
            locale = earlier or await self._ask(workspace, person)
            self.choose(workspace, person, locale)
        return self._known[workspace, person]

    async def _ask(self, workspace: str, person: str) -> Locale:
        """Ask Slack, which tells only an app with `users:read`."""
        try:
            client = await self._clients.of(workspace)
            answer = await client.users_info(user=person, include_locale=True)
        except (SlackApiError, ClientError, TimeoutError) as error:
            log.unheard("users.info", error)
            return self._default
        return Locale.of((answer.get("user") or {}).get("locale"), self._default)
