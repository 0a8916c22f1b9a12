"""What Slack wants acknowledged within three seconds: commands, shortcuts, presses, modals that are sent.

Slack never sends one again. So each is sealed in the inbox, then acknowledged, then carried out; what a process that
died has left there is carried out by the next. Where the inbox takes nothing, nothing is acknowledged as taken: a modal
stays open with what was written in it, of the others their person is told. Without a key to seal with, they are
acknowledged when they are committed, however long that takes.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from slack_bolt.context.respond.async_respond import AsyncRespond

from bots.ops.meter import Meter
from bots.shared.database_retry import StoreRetry
from bots.shared.resending import resending
from bots.slack import log
from bots.slack.background import UNAVAILABLE, Committed, ErrorNotifier, Job
from bots.slack.cleanup import MessageCleanup
from bots.slack.inbound import interaction_id
from bots.slack.payload import Payload
from bots.slack.places import PLATFORM, workspace_of
from bots.slack.services import Respond, Services, person_of
from bots.slack.texts import word
from core.errors import PlatformUnreachable, PromptgenError, StoreUnavailable
from core.messages import LEFTOVERS, Interaction
from core.ports import Inbox
from core.privacy.text import RawText

_SEAL_WITHIN_S: Final = 2.5
_LOOK_EVERY_S: Final = 5.0
_MOST_ATTEMPTS: Final = 10
_AT_ONCE: Final = StoreRetry(patience_s=1.0)

Carry = Callable[[Payload, Respond, Committed], Awaitable[object]]
"""Carries one kind of interaction out."""


class Interactions:
    """Receives interactions, and has each carried out by who is for its kind."""

    def __init__(
        self, services: Services, inbox: Inbox, leftovers: MessageCleanup, meter: Meter, kinds: Mapping[str, Carry]
    ) -> None:
        self._services: Final = services
        self._inbox: Final = inbox
        self._leftovers: Final = leftovers
        self._meter: Final = meter
        self._kinds: Final = kinds
        self._held: Final[set[str]] = set()

    async def take(self, ack: Any, kind: str, payload: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Acknowledge an interaction when it can no longer be lost, and carry it out.

        Raises:
            NotCommittedError: The process ends; nothing of it was taken.
        """
        began, interaction = time.monotonic(), _interaction(kind, payload)
        if not self._inbox.is_open:
            await self._services.work.event(kind, interaction.id, self._job(kind, payload), self._notify(payload))
            await ack()
            return
        is_fresh = await self._sealed(interaction)
        if is_fresh and interaction.id not in self._held:
            self._begin(interaction)
        if is_fresh is None and payload.get("type") == "view_submission":
            await ack(response_action="errors", errors=self._at_first_field(payload))
        else:
            await ack()
        if is_fresh is None and payload.get("type") != "view_submission":
            self._services.work.begin(self._services.work.try_to_notify(kind, self._notify(payload), UNAVAILABLE))
        self._meter.acknowledged(PLATFORM, time.monotonic() - began)

    async def recover(self) -> set[asyncio.Task[None]]:
        """Begin with what was acknowledged by a process that is gone."""
        await asyncio.to_thread(self._inbox.renew, PLATFORM, tuple(self._held))
        left = await asyncio.to_thread(self._inbox.take, PLATFORM)
        with resending():
            return {self._begin(each) for each in left if each.id not in self._held}

    async def watch(self) -> None:
        """Recover again and again, until cancelled."""
        while True:
            begun = set()
            try:
                begun = await self.recover()
            except PromptgenError as error:
                log.inbox_failed(error.code)
            except Exception as error:  # noqa: BLE001 - it must not end: who else would carry them out?
                log.handler_failed("inbox", error)
            # What is taken up alone follows one after another.
            await (asyncio.wait(begun, timeout=_LOOK_EVERY_S) if begun else asyncio.sleep(_LOOK_EVERY_S))

    async def _sealed(self, interaction: Interaction) -> bool | None:
        """Seal an interaction; False if it was carried out, None if it could not be sealed in time."""
        sealing = asyncio.create_task(_AT_ONCE.run(lambda: self._put(interaction), _say_nothing))
        try:
            return await asyncio.wait_for(asyncio.shield(sealing), _SEAL_WITHIN_S)
        except TimeoutError:
            self._not_sealed(interaction, "late")
            self._services.work.begin(self._taken_back(sealing, interaction))
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing was taken and its person is told
            self._not_sealed(interaction, getattr(error, "code", type(error).__name__))
        return None

    def _not_sealed(self, interaction: Interaction, reason: str) -> None:
        log.not_sealed(interaction.kind, reason)
        self._meter.dropped(PLATFORM, f"not_sealed_{reason}")

    async def _put(self, interaction: Interaction) -> bool:
        return await asyncio.to_thread(self._inbox.put, interaction)

    async def _taken_back(self, sealing: asyncio.Task[bool], interaction: Interaction) -> None:
        """Take back what was sealed too late, unless its person, told that it was not taken, has sent it again."""
        try:
            if await sealing:
                await asyncio.to_thread(self._inbox.withdraw, PLATFORM, interaction.id)
        except PromptgenError as error:
            log.not_sealed(interaction.kind, error.code)

    def _begin(self, interaction: Interaction) -> asyncio.Task[None]:
        self._held.add(interaction.id)
        is_note = interaction.kind == LEFTOVERS
        task = self._services.work.begin(self._delete(interaction) if is_note else self._carry_out(interaction))
        task.add_done_callback(lambda _: self._held.discard(interaction.id))
        return task

    async def _delete(self, noted: Interaction) -> None:
        """Delete what somebody's conversations have left; what cannot be deleted now is tried again."""
        try:
            await self._leftovers.delete(noted.workspace, noted.payload)
            await asyncio.to_thread(self._inbox.discard, PLATFORM, noted.id)
        except (PlatformUnreachable, StoreUnavailable) as error:
            log.inbox_failed(error.code)

    async def _carry_out(self, interaction: Interaction) -> None:
        payload: Payload = json.loads(interaction.payload.reveal())
        work, kind, notify = self._services.work, interaction.kind, self._notify(payload)
        try:
            if interaction.attempts > _MOST_ATTEMPTS or kind not in self._kinds:
                log.given_up(kind, interaction.attempts)
                self._meter.dropped(PLATFORM, "given_up")
                await work.try_to_notify(kind, notify, "error.unexpected")
            else:
                await work.carry_out(kind, self._job(kind, payload), notify, asyncio.Event())
            # With the event of its id it went already; what leads to no event goes here.
            await asyncio.to_thread(self._inbox.discard, PLATFORM, interaction.id)
        except StoreUnavailable as error:
            log.inbox_failed(error.code)  # it lies sealed until the database is back

    def _job(self, kind: str, payload: Payload) -> Job:
        async def job(committed: Committed) -> None:
            await self._kinds[kind](payload, _respond(payload), committed)

        return job

    def _notify(self, payload: Payload) -> ErrorNotifier:
        return self._services.notify(payload, _respond(payload))

    def _at_first_field(self, payload: Payload) -> dict[str, str]:
        """Return the sentence that keeps a modal open, with all that was written in it."""
        first = next(block["block_id"] for block in payload["view"]["blocks"] if block["type"] == "input")
        locale = self._services.locales.at_once(workspace_of(payload), person_of(payload))
        return {first: word(locale, "window.unsaved")}


def _interaction(kind: str, payload: Payload) -> Interaction:
    written = RawText(json.dumps(_needed(payload), ensure_ascii=False))
    return Interaction(interaction_id(payload), PLATFORM, workspace_of(payload), person_of(payload), kind, written)


def _needed(payload: Payload) -> Payload:
    """Return a payload without what nobody reads of it: of a message that was pressed on, all but where it stands."""
    kept = {name: value for name, value in payload.items() if name != "token"}
    if payload.get("type") == "block_actions" and "message" in payload:
        kept["message"] = {name: payload["message"].get(name) for name in ("ts", "thread_ts", "team")}
    return kept


def _respond(payload: Payload) -> Respond:
    return AsyncRespond(response_url=payload.get("response_url") or None)


async def _say_nothing() -> None:
    """Say nothing yet: it is a matter of a second."""
