"""When a workspace removes the app, all it had goes."""

import asyncio
from collections.abc import Callable

from bots.slack import log
from bots.slack.installing import Installing
from bots.slack.payload import Payload
from bots.slack.whereabouts import PLATFORM, workspace_of


class Uninstalling:
    """Deletes a workspace's data with its installation; `forget` is the store's, by platform and workspace."""

    def __init__(self, forget: Callable[[str, str], int], installing: Installing | None) -> None:
        self._forget = forget
        self._installing = installing

    async def on_uninstalled(self, body: Payload) -> None:
        """Delete everything of the workspace."""
        workspace = workspace_of(body)
        sessions = await asyncio.to_thread(self._forget, PLATFORM, workspace)
        if self._installing:
            await self._installing.workspaces.forget(workspace)
        log.uninstalled(sessions)

    async def on_tokens_revoked(self, body: Payload) -> None:
        """Do the same when it is the bot's own token that is revoked."""
        if body["event"].get("tokens", {}).get("bot"):
            await self.on_uninstalled(body)
