"""Reads a conversation, and posts a message once: what may have been posted already is looked for before."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.blocks import pieces, preformatted
from bots.slack.errors import is_about_blocks, is_transient
from bots.slack.markup import entities, escape
from bots.slack.message import OutgoingMessage
from bots.slack.payload import Payload
from core.messages import TextFile

_EVENT: Final = "promptgen_reply"
_PAUSES_S: Final = (0.5, 2.0, 5.0)
_LONGEST_TEXT: Final = 3_500
_MOST_PAGES: Final = 10


@dataclass(frozen=True, slots=True)
class MessageClient:
    """Posts into one conversation: a thread, or without one the channel or DM itself.

    `since` returns the timestamp of what was surely posted before all that may have been, empty for none: what was
    posted is looked for behind it, for a thread is read from its beginning, and by some apps in pages of 15, one a
    minute. https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
    """

    client: AsyncWebClient
    channel: str
    thread: str | None = None
    since: Callable[[], Awaitable[str]] | None = None

    async def post(self, posting: OutgoingMessage, mark: str, *, again: bool = False) -> str:
        """Post a message and return its timestamp; `mark` names it, and `again` says that it may be there already.

        Raises:
            SlackApiError: Slack refuses it for good.
            ClientError, TimeoutError: Slack cannot be reached.
        """
        found = await self._find(mark) if again else None
        ts = found["ts"] if found else await self._post_patiently(posting, mark)
        attachment = posting.attachment
        in_thread = replace(self, thread=self.thread or ts)
        if attachment and not (found and await in_thread.has_file(ts, attachment)):
            await in_thread.hand_over(attachment)
        return str(ts)

    async def post_ephemeral(self, person: str, posting: OutgoingMessage) -> str:
        """Post a message that one person sees until they reload.

        It may come twice after a crash, and that cannot be helped: ephemeral messages stand in no history, so there is
        nothing to look for, `chat.postEphemeral` takes no key that Slack would know again, and to note it as sent
        before it is would lose it in the same crash. https://docs.slack.dev/reference/methods/chat.postEphemeral
        """
        sent = await self.client.chat_postEphemeral(
            channel=self.channel, user=person, thread_ts=self.thread, text=posting.text, blocks=list(posting.blocks)
        )
        return str(sent["message_ts"])

    async def update(self, ts: str, posting: OutgoingMessage, mark: str = "") -> str:
        """Put a message in the place of another of ours; without a mark it keeps the name it has."""
        await self.client.chat_update(
            channel=self.channel,
            ts=ts,
            text=posting.text,
            blocks=list(posting.blocks),
            metadata=_metadata(mark) if mark else None,
        )
        return ts

    async def has(self, mark: str) -> bool:
        """Say whether the message with this mark is there."""
        return await self._find(mark) is not None

    async def delete(self, ts: str) -> None:
        """Delete a message of ours."""
        await self.client.chat_delete(channel=self.channel, ts=ts)

    async def read(self, ts: str) -> OutgoingMessage | None:
        """Return a message of ours as it stands; None where it is gone."""
        only: Payload = {"oldest": ts, "latest": ts, "inclusive": True}
        async for message in messages_in(self.client, self.channel, self.thread, pages=1, limit=1, **only):
            if message["ts"] == ts:
                return OutgoingMessage(message["text"], tuple(message.get("blocks") or ()))
        return None

    async def _post_patiently(self, posting: OutgoingMessage, mark: str) -> str:
        for pause in _PAUSES_S:
            try:
                return await self._post(posting, mark)
            except SlackApiError as error:
                if is_about_blocks(error):
                    return await self._post_plain(posting, mark)
                if not is_transient(error):
                    raise
            except (ClientError, TimeoutError):
                pass
            await asyncio.sleep(pause)
            found = await self._find(mark)
            if found:
                return str(found["ts"])
        return await self._post(posting, mark)

    async def _post(self, posting: OutgoingMessage, mark: str) -> str:
        sent = await self.client.chat_postMessage(
            channel=self.channel,
            thread_ts=self.thread,
            text=posting.text,
            blocks=list(posting.blocks) or None,
            metadata=_metadata(mark) if mark else None,
            unfurl_links=False,
            unfurl_media=False,
        )
        return str(sent["ts"])

    async def _post_plain(self, posting: OutgoingMessage, mark: str) -> str:
        """Post the words of blocks that Slack does not take, so that nothing is lost."""
        words = "\n".join(_words(list(posting.blocks))) or posting.text
        *others, last = pieces(words, _LONGEST_TEXT)
        for piece in others:  # the mark says that all of it is there
            await self._post(OutgoingMessage(piece), "")
        return await self._post(OutgoingMessage(last), mark)

    async def _find(self, mark: str) -> Payload | None:
        """Return the message with this mark, if Slack has it, and lets us look."""
        for message in await self._seen() if mark else ():
            metadata = message.get("metadata") or {}
            if metadata.get("event_type") == _EVENT and metadata.get("event_payload", {}).get("mark") == mark:
                return message
        return None

    async def has_file(self, after: str, attachment: TextFile) -> bool:
        """Say whether a file was uploaded after a message."""
        later = [one for one in await self._seen(after) if one["ts"] > after]
        return any(file.get("name") == attachment.name for one in later for file in one.get("files", []))

    async def _seen(self, after: str = "") -> list[Payload]:
        """Return what was posted lately; nothing where Slack lets us read nothing: twice is better than never."""
        since = after or (await self.since() if self.since else "") or self.thread or "0"
        # Inclusive: a card that was changed is the message of before.
        lately: Payload = {"oldest": since, "inclusive": True, "include_all_metadata": True}
        seen = messages_in(self.client, self.channel, self.thread, pages=_MOST_PAGES, **lately)
        try:
            return [message async for message in seen]
        except SlackApiError as error:
            if is_transient(error):
                raise
            return []

    async def hand_over(self, attachment: TextFile) -> None:
        """Upload a file, or post what it holds as messages where Slack takes no file of ours."""
        try:
            await self.client.files_upload_v2(
                channel=self.channel, thread_ts=self.thread, filename=attachment.name, content=attachment.text
            )
        except SlackApiError as error:
            if is_transient(error):
                raise
            for piece in pieces(attachment.text, _LONGEST_TEXT):
                await self._post(OutgoingMessage(escape(attachment.name), (preformatted(piece),)), "")


def _metadata(mark: str) -> Payload:
    return {"event_type": _EVENT, "event_payload": {"mark": mark}}


def _words(value: object) -> list[str]:
    """Return the texts that are read in blocks, buttons aside."""
    if isinstance(value, list):
        return [word for item in value for word in _words(item)]
    if not isinstance(value, dict) or value.get("type") in {"actions", "context_actions", "button"}:
        return []
    text = value.get("text")
    own = [text if value["type"] == "mrkdwn" else entities(text)] if isinstance(text, str) else []
    return [*own, *(word for item in value.values() if not isinstance(item, str) for word in _words(item))]


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
