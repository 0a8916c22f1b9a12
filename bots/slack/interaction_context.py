"""One interaction while it is handled: whose it is, where, and how it is answered."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bots.slack import inbound
from bots.slack.acknowledgement import Committed
from bots.slack.blocks import section
from bots.slack.markup import escape
from bots.slack.payload import Payload
from bots.slack.places import workspace_of
from bots.slack.services import Services, person_of
from bots.slack.texts import t
from core.conversation.events import Event
from core.messages import Action, Incoming, Place
from core.ports import StoredSession
from core.values.locale import Locale

Respond = Callable[..., Awaitable[Any]]
"""Bolt's way of answering by the `response_url` of a command or a press."""


@dataclass(frozen=True, slots=True)
class InteractionContext:
    """A command, a shortcut, a press or a submitted modal; `committed` is awaited when it can no longer be lost."""

    payload: Payload
    respond: Respond
    committed: Committed
    services: Services

    @property
    def workspace(self) -> str:
        """The workspace it comes from."""
        return workspace_of(self.payload)

    @property
    def person(self) -> str:
        """Whose it is."""
        return person_of(self.payload)

    async def locale(self) -> Locale:
        """Return the language of its person."""
        return await self.services.locales.of(self.workspace, self.person)

    async def interviews(self) -> tuple[StoredSession, ...]:
        """Return all interviews of its person, newest first."""
        return await self.services.interviews.of(self.workspace, self.person)

    async def dm(self) -> Place:
        """Return the DM with its person."""
        return await self.services.dm(self.payload)

    async def did(self, place: Place, action: Action, part: str = "") -> Incoming:
        """Return what its person did; see `inbound.by`."""
        return inbound.by(self.payload, place, action, await self.locale(), part)

    async def take(self, incoming: Incoming) -> bool:
        """Let the relay handle what the person did, to its end, and say whether it was taken."""
        return await self.services.relay.handle(incoming, self.committed)

    async def take_in_dm(self, event: Event) -> None:
        """Let the relay handle an event in the DM."""
        await self.take(inbound.press(self.payload, await self.dm(), event, await self.locale()))

    async def open(self, view: Payload) -> None:
        """Open a modal."""
        client = await self.services.clients.of(self.workspace)
        await client.views_open(trigger_id=self.payload["trigger_id"], view=view)

    async def notify(self, about: str) -> None:
        """Tell its person that it could not be carried out, and what to do."""
        text = escape(t(await self.locale(), about))
        if self.payload.get("response_url"):
            await self.respond(text=text, response_type="ephemeral", replace_original=False)
        else:
            await self.services.post(await self.dm(), text, [section(text)])

    async def tell(self, text: str, *, at: Place | None = None) -> None:
        """Say one thing to its person alone: beside the conversation at a place, else in answer to a command."""
        said = escape(t(await self.locale(), text))
        if at is None:
            await self.respond(text=said, response_type="ephemeral")
        else:
            thread = inbound.thread_in(self.payload)
            await self.services.post_ephemeral(at, self.person, said, parent_message=thread)
