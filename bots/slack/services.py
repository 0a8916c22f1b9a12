"""What every handler works with."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bots.ops.log import event_dropped
from bots.ops.meter import Meter
from bots.relay import Relay
from bots.shared.interviews import Interviews
from bots.shared.lru import LRU
from bots.slack.background import BackgroundTasks, Committed, ErrorNotifier
from bots.slack.blocks import actions, section
from bots.slack.clients import Clients, NotInstalledError
from bots.slack.conversation_cache import ConversationCache
from bots.slack.errors import is_transient
from bots.slack.locales import Locales
from bots.slack.mrkdwn import escape
from bots.slack.payload import Payload
from bots.slack.places import PLATFORM, direct_message, is_guest, workspace_of
from bots.slack.references import References
from bots.slack.texts import word
from core.locale import Locale
from core.messages import Incoming, Place
from core.ports import StoredSession

_MOST_DMS: Final = 50_000

Respond = Callable[..., Awaitable[Any]]
"""Bolt's way of answering by the `response_url` of a command or a press."""


@dataclass(frozen=True, slots=True)
class Services:
    """The relay with what belongs to Slack around it."""

    relay: Relay
    clients: Clients
    interviews: Interviews
    locales: Locales
    references: References
    conversations: ConversationCache
    work: BackgroundTasks
    meter: Meter = field(default_factory=Meter)
    _dms: LRU[tuple[str, str], str] = field(default_factory=lambda: LRU(_MOST_DMS))

    def dropped(self, reason: str) -> None:
        """Note that nothing comes of an event, and why."""
        self.meter.dropped(PLATFORM, reason)
        event_dropped(PLATFORM, reason)

    async def client(self, payload: Payload) -> AsyncWebClient:
        """Return the client of the workspace a payload comes from."""
        return await self.clients.of(workspace_of(payload))

    async def locale(self, payload: Payload) -> Locale:
        """Return the language of the person a payload comes from."""
        return await self.locales.of(workspace_of(payload), person_of(payload))

    async def all_of(self, payload: Payload) -> tuple[StoredSession, ...]:
        """Return all interviews of the person a payload comes from, newest first."""
        return await self.interviews.of(workspace_of(payload), person_of(payload))

    async def links_to(self, held: Iterable[StoredSession]) -> Mapping[str, str]:
        """Return where the newest prompts of interviews stand, by their ids; what Slack does not tell is left out."""
        finished = [one for one in held if one.session.versions]
        found = await asyncio.gather(*map(self._link_to, finished))
        return {one.session.id: link for one, link in zip(finished, found, strict=True) if link}

    async def _link_to(self, held: StoredSession) -> str:
        receipt = await self.interviews.read(lambda read: read.prompt_of(held.session.id))
        ts = receipt.partition(" ")[0]
        if "." not in ts:
            return ""
        try:
            client = await self.clients.of(held.place.workspace)
            return str((await client.chat_getPermalink(channel=held.place.channel, message_ts=ts))["permalink"])
        except (SlackApiError, ClientError, TimeoutError, NotInstalledError):
            return ""

    async def dm(self, payload: Payload) -> Place:
        """Return the DM with the person a payload comes from."""
        workspace, person = workspace_of(payload), person_of(payload)
        channel = self._dms.get((workspace, person))
        if channel is None:
            opened = await (await self.clients.of(workspace)).conversations_open(users=person)
            channel = str(opened["channel"]["id"])
            self._dms.put((workspace, person), channel)
        return direct_message(workspace, channel, guest=is_guest(payload))

    async def take(self, incoming: Incoming, committed: Committed | None = None) -> bool:
        """Let the relay handle something a person did, to its end, and say whether it was taken."""
        return await self.relay.handle(incoming, committed)

    async def hand_over(self, incoming: Incoming, committed: Committed | None = None) -> asyncio.Task[bool]:
        """Let the relay begin on something a person did: on return it has its place in the relay's line."""
        task = asyncio.create_task(self.relay.handle(incoming, committed))
        await asyncio.sleep(0)
        return task

    async def post_ephemeral(
        self, place: Place, person: str, text: str, *, parent_message: str = "", buttons: list[Payload] | None = None
    ) -> None:
        """Say one thing to one person beside a conversation, or in their DM where that cannot be.

        `text` is escaped mrkdwn; `parent_message` is the thread of a DM.
        """
        client, blocks = await self.clients.of(place.workspace), [section(text), *actions(buttons or [])]
        thread = place.thread or parent_message or None
        try:
            await client.chat_postEphemeral(
                channel=place.channel, user=person, thread_ts=thread, text=text, blocks=blocks
            )
        except SlackApiError as error:
            if is_transient(error):
                raise
            await self.post_dm(place.workspace, person, text, blocks)

    async def post_dm(self, workspace: str, person: str, text: str, blocks: list[Payload]) -> None:
        """Say one thing to a person in their DM; `text` is escaped mrkdwn."""
        client = await self.clients.of(workspace)
        opened = await client.conversations_open(users=person)
        await client.chat_postMessage(
            channel=opened["channel"]["id"], text=text, blocks=blocks, unfurl_links=False, unfurl_media=False
        )

    def notify_at(self, place: Place, person: str, parent_message: str) -> ErrorNotifier:
        """Return what tells the person of a message the same, in the conversation that they look at."""

        async def tell(about: str) -> None:
            text = escape(word(await self.locales.of(place.workspace, person), about))
            if not place.private:
                await self.post_ephemeral(place, person, text)
                return
            client = await self.clients.of(place.workspace)
            await client.chat_postMessage(
                channel=place.channel,
                thread_ts=parent_message or None,
                text=text,
                blocks=[section(text)],
                unfurl_links=False,
            )

        return tell

    def notify(self, payload: Payload, respond: Respond | None = None) -> ErrorNotifier:
        """Return what tells the person of a payload that it could not be carried out, and what to do."""

        async def tell(about: str) -> None:
            text = escape(word(await self.locale(payload), about))
            if respond and payload.get("response_url"):
                await respond(text=text, response_type="ephemeral", replace_original=False)
            else:
                await self.post_dm(workspace_of(payload), person_of(payload), text, [section(text)])

        return tell


def person_of(payload: Payload) -> str:
    """Return whose command or interaction a payload is."""
    return str(payload.get("user_id") or payload["user"]["id"])
