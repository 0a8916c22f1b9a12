"""What every handler works with."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bots.ops.dropped_events import Ignored
from bots.ops.log import event_dropped
from bots.ops.metric_specs import Meter, MetricSpec
from bots.relay import Relay
from bots.shared.interview_lookup import Interviews
from bots.shared.lru import LRU
from bots.shared.reference_files import References
from bots.slack.acknowledgement import BackgroundTasks, Committed, ErrorNotifier
from bots.slack.blocks import actions, section
from bots.slack.conversation_cache import ConversationCache
from bots.slack.errors import is_transient
from bots.slack.locales import Locales
from bots.slack.markup import escape
from bots.slack.payload import Payload
from bots.slack.places import PLATFORM, direct_message, is_guest, workspace_of
from bots.slack.texts import t
from bots.slack.workspace_clients import Clients, NotInstalledError
from core.messages import Incoming, Place
from core.ports import StoredSession

_MOST_DMS: Final = 50_000


@dataclass(frozen=True, slots=True)
class Services:
    """The relay with what belongs to Slack around it."""

    relay: Relay
    clients: Clients
    interviews: Interviews
    locales: Locales
    references: References[Payload]
    conversations: ConversationCache
    work: BackgroundTasks
    meter: Meter = field(default_factory=Meter)
    _dms: LRU[tuple[str, str], str] = field(default_factory=lambda: LRU(_MOST_DMS))

    def ignored(self, reason: Ignored) -> None:
        """Note that nothing comes of an event, and why that has to bother nobody."""
        self.dropped(reason)

    def dropped(self, reason: str) -> None:
        """Note that nothing comes of an event, and why."""
        self.meter.note(MetricSpec.DROPPED_EVENTS, PLATFORM, reason)
        event_dropped(PLATFORM, reason)

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
        return replace(await self._dm(workspace_of(payload), person_of(payload)), guest=is_guest(payload))

    async def _dm(self, workspace: str, person: str) -> Place:
        channel = self._dms.get((workspace, person))
        if channel is None:
            opened = await (await self.clients.of(workspace)).conversations_open(users=person)
            channel = str(opened["channel"]["id"])
            self._dms.put((workspace, person), channel)
        return direct_message(workspace, channel)

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
            await self.post(await self._dm(place.workspace, person), text, blocks)

    async def post(self, place: Place, text: str, blocks: list[Payload], thread: str = "") -> None:
        """Say one thing in a conversation; `text` is escaped mrkdwn."""
        await (await self.clients.of(place.workspace)).chat_postMessage(
            channel=place.channel,
            thread_ts=thread or None,
            text=text,
            blocks=blocks,
            unfurl_links=False,
            unfurl_media=False,
        )

    def notify_at(self, place: Place, person: str, parent_message: str) -> ErrorNotifier:
        """Return what tells the person of a message the same, in the conversation that they look at."""

        async def tell(about: str) -> None:
            text = escape(t(await self.locales.of(place.workspace, person), about))
            if not place.private:
                await self.post_ephemeral(place, person, text)
                return
            await self.post(place, text, [section(text)], parent_message)

        return tell


def person_of(payload: Payload) -> str:
    """Return whose command or interaction a payload is."""
    return str(payload.get("user_id") or payload["user"]["id"])
