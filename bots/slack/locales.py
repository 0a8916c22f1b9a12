"""The language each person is spoken to in, and what Slack tells of it."""

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bots.shared.locales import Earlier, KnownLocales
from bots.slack import log
from bots.slack.workspace_clients import Clients, NotInstalledError
from core.values.locale import Locale


class Locales(KnownLocales):
    """Asks Slack for those who have chosen nothing, until it has answered."""

    def __init__(self, clients: Clients, earlier: Earlier, default: Locale) -> None:
        super().__init__(earlier, default)
        self._clients = clients

    def at_once(self, workspace: str, person: str) -> Locale:
        """Return a person's language as far as it is known without asking anybody."""
        return self.known(workspace, person) or self.default

    async def of(self, workspace: str, person: str) -> Locale:
        """Return a person's language."""
        return await self.find(workspace, person, lambda: self._ask(workspace, person))

    async def _ask(self, workspace: str, person: str) -> Locale | None:
        """Ask Slack, which tells only an app with `users:read`; None where it does not answer."""
        try:
            client = await self._clients.of(workspace)
            answer = await client.users_info(user=person, include_locale=True)
        except (SlackApiError, ClientError, TimeoutError, NotInstalledError) as error:
            log.handler_failed("users.info", error)
            return None
        return Locale.of((answer.get("user") or {}).get("locale"), self.default)
