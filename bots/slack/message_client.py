"""Posts a message once: what may have been posted already is looked for before it is posted again."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.slack.blocks import pieces, preformatted
from bots.slack.errors import is_about_blocks, is_transient
from bots.slack.history import messages_in
from bots.slack.mrkdwn import entities, escape
from bots.slack.outgoing_message import OutgoingMessage
from bots.slack.payload import Payload
from core.messages import TextFile

_EVENT: Final = "promptgen_reply"
_PAUSES_S: Final = (0.5, 2.0, 5.0)
_LONGEST_TEXT: Final = 3_500
_MOST_PAGES: Final = 10


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a message goes; no thread: into the conversation itself."""

    channel: str
    thread: str | None = None


class MessageClient:
    """Posts into one workspace.

    `since` returns the timestamp of what was surely posted before all that may have been, empty for none: what was
    posted is looked for behind it, for a thread is read from its beginning, and by some apps in pages of 15, one a
    minute. https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
    """

    def __init__(self, client: AsyncWebClient, since: Callable[[], Awaitable[str]] | None = None) -> None:
        self._client = client
        self._since = since

    async def post(self, to: Destination, posting: OutgoingMessage, mark: str, *, again: bool = False) -> str:
        """Post a message and return its timestamp; `mark` names it, and `again` says that it may be there already.

        Raises:
            SlackApiError: Slack refuses it for good.
            ClientError, TimeoutError: Slack cannot be reached.
        """
        found = await self._find(to, mark) if again else None
        ts = found["ts"] if found else await self._post_patiently(to, posting, mark)
        attachment = posting.attachment
        if attachment and not (found and await self._has_file(to, found["ts"], attachment)):
            await self._hand_over(Destination(to.channel, to.thread or ts), attachment)
        return str(ts)

    async def post_ephemeral(self, to: Destination, person: str, posting: OutgoingMessage) -> str:
        """Post a message that one person sees until they reload.

        It may come twice after a crash, and that cannot be helped: ephemeral messages stand in no history, so there is
        nothing to look for, `chat.postEphemeral` takes no key that Slack would know again, and to note it as sent
        before it is would lose it in the same crash. https://docs.slack.dev/reference/methods/chat.postEphemeral
        """
        sent = await self._client.chat_postEphemeral(
            channel=to.channel, user=person, thread_ts=to.thread, text=posting.text, blocks=list(posting.blocks)
        )
        return str(sent["message_ts"])

    async def update(self, to: Destination, ts: str, posting: OutgoingMessage, mark: str = "") -> str:
        """Put a message in the place of another of ours; without a mark it keeps the name it has."""
        await self._client.chat_update(
            channel=to.channel,
            ts=ts,
            text=posting.text,
            blocks=list(posting.blocks),
            metadata=_metadata(mark) if mark else None,
        )
        return ts

    async def has(self, to: Destination, mark: str) -> bool:
        """Say whether the message with this mark is there."""
        return await self._find(to, mark) is not None

    async def delete(self, to: Destination, ts: str) -> None:
        """Delete a message of ours."""
        await self._client.chat_delete(channel=to.channel, ts=ts)

    async def read(self, to: Destination, ts: str) -> OutgoingMessage | None:
        """Return a message of ours as it stands; None where it is gone."""
        only: Payload = {"oldest": ts, "latest": ts, "inclusive": True}
        async for message in messages_in(self._client, to.channel, to.thread, pages=1, limit=1, **only):
            if message["ts"] == ts:
                return OutgoingMessage(message["text"], tuple(message.get("blocks") or ()))
        return None

    async def _post_patiently(self, to: Destination, posting: OutgoingMessage, mark: str) -> str:
        for pause in _PAUSES_S:
            try:
                return await self._post(to, posting, mark)
            except SlackApiError as error:
                if is_about_blocks(error):
                    return await self._post_plain(to, posting, mark)
                if not is_transient(error):
                    raise
            except (ClientError, TimeoutError):
                pass
            await asyncio.sleep(pause)
            found = await self._find(to, mark)
            if found:
                return str(found["ts"])
        return await self._post(to, posting, mark)

    async def _post(self, to: Destination, posting: OutgoingMessage, mark: str) -> str:
        sent = await self._client.chat_postMessage(
            channel=to.channel,
            thread_ts=to.thread,
            text=posting.text,
            blocks=list(posting.blocks) or None,
            metadata=_metadata(mark) if mark else None,
            unfurl_links=False,
            unfurl_media=False,
        )
        return str(sent["ts"])

    async def _post_plain(self, to: Destination, posting: OutgoingMessage, mark: str) -> str:
        """Post the words of blocks that Slack does not take, so that nothing is lost."""
        words = "\n".join(_words(list(posting.blocks))) or posting.text
        *others, last = pieces(words, _LONGEST_TEXT)
        for piece in others:  # the mark says that all of it is there
            await self._post(to, OutgoingMessage(piece), "")
        return await self._post(to, OutgoingMessage(last), mark)

    async def _find(self, to: Destination, mark: str) -> Payload | None:
        """Return the message with this mark, if Slack has it, and lets us look."""
        for message in await self._seen(to) if mark else ():
            metadata = message.get("metadata") or {}
            if metadata.get("event_type") == _EVENT and metadata.get("event_payload", {}).get("mark") == mark:
                return message
        return None

    async def _has_file(self, to: Destination, after: str, attachment: TextFile) -> bool:
        there = await self._seen(Destination(to.channel, to.thread or after), after)
        return any(
            file.get("name") == attachment.name for one in there if one["ts"] > after for file in one.get("files", [])
        )

    async def _seen(self, to: Destination, after: str = "") -> list[Payload]:
        """Return what was posted lately; nothing where Slack lets us read nothing: twice is better than never."""
        since = after or (await self._since() if self._since else "") or to.thread or "0"
        # Inclusive: a card that was changed is the message of before.
        lately: Payload = {"oldest": since, "inclusive": True, "include_all_metadata": True}
        seen = messages_in(self._client, to.channel, to.thread, pages=_MOST_PAGES, **lately)
        try:
            return [message async for message in seen]
        except SlackApiError as error:
            if is_transient(error):
                raise
            return []

    async def _hand_over(self, to: Destination, attachment: TextFile) -> None:
        """Upload a file, or post what it holds as messages where Slack takes no file of ours."""
        try:
            await self._upload(to, attachment)
        except SlackApiError as error:
            if is_transient(error):
                raise
            for piece in pieces(attachment.text, _LONGEST_TEXT):
                await self._post(to, OutgoingMessage(escape(attachment.name), (preformatted(piece),)), "")

    async def _upload(self, to: Destination, attachment: TextFile) -> None:
        await self._client.files_upload_v2(
            channel=to.channel, thread_ts=to.thread, filename=attachment.name, content=attachment.text
        )


def _metadata(mark: str) -> Payload:
    return {"event_type": _EVENT, "event_payload": {"mark": mark}}


def _words(value: object) -> list[str]:
    """Return the texts that are read in blocks, buttons aside."""
    if isinstance(value, list):
        return [word for item in value for word in _words(item)]
    if not isinstance(value, dict) or value.get("type") in {"actions", "context_actions", "button"}:
        return []
    own = [_escaped(value)] if isinstance(value.get("text"), str) else []
    return [*own, *(word for item in value.values() if not isinstance(item, str) for word in _words(item))]


def _escaped(text: Payload) -> str:
    return str(text["text"]) if text["type"] == "mrkdwn" else entities(text["text"])
