"""Deletes what a workspace had when it removes the app."""

import asyncio
from collections.abc import Awaitable, Callable

from bots.slack import log
from bots.slack.payload import Payload
from bots.slack.places import PLATFORM


class UninstallHandler:
    """Deletes a workspace's data with its installation.

    `forget` deletes the data of a platform's workspace; `remove` the installation in one, where there are several.
    """

    def __init__(self, forget: Callable[[str, str], int], remove: Callable[[str], Awaitable[None]] | None) -> None:
        self._forget = forget
        self._remove = remove

    async def on_uninstalled(self, body: Payload) -> None:
        """Delete everything of the workspace."""
        workspace = str(body["team_id"])  # whoever is still authorized elsewhere
        if self._remove:
            await self._remove(workspace)
        # Last, for it leaves no byte of what was deleted before, the token among it.
        sessions = await asyncio.to_thread(self._forget, PLATFORM, workspace)
        log.uninstalled(sessions)

    async def on_tokens_revoked(self, body: Payload) -> None:
        """Do the same when it is the bot's own token that is revoked."""
        if body["event"].get("tokens", {}).get("bot"):
            await self.on_uninstalled(body)
