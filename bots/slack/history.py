"""Reading what stands in a conversation, page by page."""

import sys
from collections.abc import AsyncIterator
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.payload import Payload


async def messages_in(
    client: AsyncWebClient,
    channel: str,
    thread: str | None,
    *,
    pages: int = sys.maxsize,
    limit: int = 200,
    **which: Any,  # noqa: ANN401 - as slack_sdk has it
) -> AsyncIterator[Payload]:
    """Yield the messages of a thread, or of a channel or DM outside its threads; `which` are Slack's own arguments."""
    cursor: str | None = None
    for _ in range(pages):
        if thread:
            page = await client.conversations_replies(channel=channel, ts=thread, cursor=cursor, limit=limit, **which)
        else:
            page = await client.conversations_history(channel=channel, cursor=cursor, limit=limit, **which)
        for message in page.get("messages") or []:
            yield message
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not (page.get("has_more") and cursor):
            return
