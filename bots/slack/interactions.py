"""What Slack wants acknowledged within three seconds: commands, shortcuts, presses, modals that are sent.

Slack never sends one again, so each is sealed first. Where that cannot be, a modal stays open with what was written in
it, of the others their person is told. Without a key to seal with, they are acknowledged when they are committed,
however long that takes.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from slack_bolt.context.respond.async_respond import AsyncRespond

from bots.ops.metric_specs import MetricSpec
from bots.shared.interaction_inbox import InteractionInbox
from bots.slack.acknowledgement import UNAVAILABLE, Committed, ErrorNotifier, Job
from bots.slack.inbound import interaction_id
from bots.slack.interaction_context import InteractionContext
from bots.slack.message_cleanup import MessageCleanup
from bots.slack.payload import Payload
from bots.slack.places import PLATFORM, workspace_of
from bots.slack.services import Services, person_of
from bots.slack.texts import t
from core.messages import LEFTOVERS, Interaction
from core.ports import Inbox
from core.privacy.text import RawText

_SEAL_WITHIN_S: Final = 2.5

Handler = Callable[[InteractionContext], Awaitable[object]]
"""Carries one kind of interaction out."""


class Interactions:
    """Receives interactions, and has each carried out by who is for its kind."""

    def __init__(self, services: Services, inbox: Inbox, kinds: Mapping[str, Handler]) -> None:
        self._services: Final = services
        self._work: Final = services.work
        self._inbox: Final = InteractionInbox(PLATFORM, inbox, services.meter, self._work, seal_within_s=_SEAL_WITHIN_S)
        self._leftovers: Final = MessageCleanup(services.clients)
        self._kinds: Final = kinds

    async def take(self, ack: Any, kind: str, payload: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Acknowledge an interaction when it can no longer be lost, and carry it out.

        Raises:
            NotCommittedError: The process ends; nothing of it was taken.
        """
        began, interaction = time.monotonic(), _interaction(kind, payload)
        if not self._inbox.is_open:
            await self._work.event(kind, interaction.id, self._job(kind, payload), self._notify(payload))
            await ack()
            return
        is_fresh = await self._inbox.seal(interaction)
        if is_fresh:
            self._inbox.begin(interaction, self._carry_out(interaction))
        if is_fresh is None and payload.get("type") == "view_submission":
            await ack(response_action="errors", errors=self._at_first_field(payload))
        else:
            await ack()
        if is_fresh is None and payload.get("type") != "view_submission":
            self._work.begin(self._work.try_to_notify(kind, self._notify(payload), UNAVAILABLE))
        self._services.meter.note(MetricSpec.ACKNOWLEDGEMENT, PLATFORM, value=time.monotonic() - began)

    async def watch(self) -> None:
        """Carry out what was acknowledged by a process that is gone, again and again, until cancelled."""
        await self._inbox.watch(self._resume)

    async def _resume(self, left: Interaction) -> None:
        if left.kind == LEFTOVERS:
            await self._inbox.clean_up(left, lambda: self._leftovers.delete(left.workspace, left.payload))
        else:
            await self._carry_out(left)

    async def _carry_out(self, interaction: Interaction) -> None:
        payload: Payload = json.loads(interaction.payload.reveal())
        kind, notify = interaction.kind, self._notify(payload)

        async def carry() -> bool:
            await self._work.carry_out(kind, self._job(kind, payload), notify, asyncio.Event())
            return False  # with the event of its id it went already; what leads to no event goes now

        await self._inbox.carry_out(
            interaction, carry, lambda: self._work.try_to_notify(kind, notify, "error.unexpected")
        )

    def _job(self, kind: str, payload: Payload) -> Job:
        async def job(committed: Committed) -> None:
            await self._kinds[kind](self._context(payload, committed))

        return job

    def _notify(self, payload: Payload) -> ErrorNotifier:
        async def nothing() -> None:
            """Nothing is committed by telling of it."""

        return self._context(payload, nothing).notify

    def _context(self, payload: Payload, committed: Committed) -> InteractionContext:
        respond = AsyncRespond(response_url=payload.get("response_url") or None)
        return InteractionContext(payload, respond, committed, self._services)

    def _at_first_field(self, payload: Payload) -> dict[str, str]:
        """Return the sentence that keeps a modal open, with all that was written in it."""
        first = next(block["block_id"] for block in payload["view"]["blocks"] if block["type"] == "input")
        locale = self._services.locales.at_once(workspace_of(payload), person_of(payload))
        return {first: t(locale, "window.unsaved")}


def _interaction(kind: str, payload: Payload) -> Interaction:
    written = RawText(json.dumps(_needed(payload), ensure_ascii=False))
    return Interaction(interaction_id(payload), PLATFORM, workspace_of(payload), person_of(payload), kind, written)


def _needed(payload: Payload) -> Payload:
    """Return a payload without what nobody reads of it: of a message that was pressed on, all but where it stands."""
    kept = {name: value for name, value in payload.items() if name != "token"}
    if payload.get("type") == "block_actions" and "message" in payload:
        kept["message"] = {name: payload["message"].get(name) for name in ("ts", "thread_ts", "team")}
    return kept
