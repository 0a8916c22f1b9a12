"""What every listener has at hand."""

import asyncio
from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient

from bots.relay import Relay
from bots.slack.blocks import actions, section
from bots.slack.clients import Clients
from bots.slack.interviews import Interviews
from bots.slack.locales import Locales
from bots.slack.payload import Payload
from bots.slack.references import References
from bots.slack.talks import Talks
from bots.slack.whereabouts import direct_message, workspace_of
from bots.slack.work import Committed, Work
from core.incoming import Incoming, Place
from core.locale import Locale
from core.ports import Held


@dataclass(frozen=True, slots=True)
class Desk:
    """The relay with what belongs to Slack around it."""

    relay: Relay
    clients: Clients
    interviews: Interviews
    locales: Locales
    references: References
    talks: Talks
    work: Work
    _dms: dict[tuple[str, str], str] = field(default_factory=dict)

    async def client(self, payload: Payload) -> AsyncWebClient:
        """Return the client of the workspace a payload comes from."""
        return await self.clients.of(workspace_of(payload))

    async def locale(self, payload: Payload) -> Locale:
        """Return the language of the person a payload comes from."""
        return await self.locales.of(workspace_of(payload), person_of(payload))

    async def held(self, place: Place, session: str = "") -> Held | None:
        """Return the interview of this id, or the one at a place."""
        if session:
            return await asyncio.to_thread(self.interviews.named, session)
        return await asyncio.to_thread(self.interviews.at, place)

    async def all_of(self, payload: Payload) -> tuple[Held, ...]:
        """Return all interviews of the person a payload comes from, newest first."""
        return await asyncio.to_thread(self.interviews.of, workspace_of(payload), person_of(payload))

    async def dm(self, payload: Payload) -> Place:
        """Return the DM with the person a payload comes from."""
        workspace, person = workspace_of(payload), person_of(payload)
        if (workspace, person) not in self._dms:
            opened = await (await self.clients.of(workspace)).conversations_open(users=person)
            self._dms[workspace, person] = opened["channel"]["id"]
        return direct_message(workspace, self._dms[workspace, person])

    async def take(self, incoming: Incoming, committed: Committed | None = None) -> None:
        """Let the relay handle something a person did, to its end."""
        await self.relay.take(incoming, committed)

    async def hand_over(self, incoming: Incoming, committed: Committed) -> asyncio.Task[None]:
        """Let the relay begin on something a person did: on return it has its place in the relay's line."""
        task = asyncio.create_task(self.relay.take(incoming, committed))
        await asyncio.sleep(0)
        return task

    async def whisper(self, place: Place, person: str, text: str, buttons: list[Payload] | None = None) -> None:
        """Say one thing to one person beside a conversation; `text` is escaped mrkdwn."""
        client = await self.clients.of(place.workspace)
        await client.chat_postEphemeral(
            channel=place.channel,
            user=person,
            thread_ts=place.thread or self.talks.at(place).thread,
            text=text,
            blocks=[section(text), *actions(buttons or [])],
        )


def person_of(payload: Payload) -> str:
    """Return whose command or interaction a payload is."""
    return str(payload.get("user_id") or payload["user"]["id"])
