"""Deletes the bot's own messages to somebody who was forgotten, in their DM and in their threads.

A bot may delete messages of its own alone: https://docs.slack.dev/reference/methods/chat.delete
"""

import json

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.ops.log import leftovers_deleted
from bots.slack import log
from bots.slack.errors import is_transient, name_of
from bots.slack.message_client import messages_in
from bots.slack.places import PLATFORM
from bots.slack.workspace_clients import Clients, NotInstalledError
from core.errors import PlatformUnreachable
from core.privacy.text import RawText


class MessageCleanup:
    """Deletes the bot's own messages, place by place; what only one person sees stands in no history."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    async def delete(self, workspace: str, noted: RawText) -> None:
        """Delete what was noted with the deletion; what was said since stays, and what Slack does not let us delete.

        Raises:
            PlatformUnreachable: Not all could be deleted now.
        """
        found = json.loads(noted.reveal())
        deleted = 0
        try:
            client = await self._clients.of(workspace)
            for channel, thread in found["places"]:
                deleted += await _emptied(client, channel, thread, f"{found['at']:.6f}")
        except NotInstalledError:
            return
        except (SlackApiError, ClientError, TimeoutError):
            raise PlatformUnreachable(platform="Slack") from None
        leftovers_deleted(PLATFORM, len(found["places"]), deleted)


async def _emptied(client: AsyncWebClient, channel: str, thread: str, before: str) -> int:
    """Delete our messages in a thread, or in a DM and its threads; return how many went."""
    try:
        theirs = [each async for each in messages_in(client, channel, thread, latest=before)]
        for root in [each for each in theirs if not thread and each.get("reply_count")]:
            replies = messages_in(client, channel, root["ts"], latest=before)
            theirs += [each async for each in replies if each["ts"] != root["ts"]]
    except SlackApiError as error:
        if is_transient(error):
            raise
        log.leftovers_unread(name_of(error))
        return 0
    return sum([await _deleted(client, channel, each["ts"]) for each in theirs if each.get("bot_id")])


async def _deleted(client: AsyncWebClient, channel: str, message: str) -> bool:
    try:
        await client.chat_delete(channel=channel, ts=message)
    except SlackApiError as error:
        if is_transient(error):
            raise
        return False  # another bot's, gone, or kept by the workspace's rules
    return True
