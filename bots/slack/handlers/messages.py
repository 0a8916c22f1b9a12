"""Handles messages: in the DM, in an interview's thread, and mentions."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bots.ops.dropped_events import Ignored
from bots.slack import inbound
from bots.slack.acknowledgement import Committed, ErrorNotifier, Job
from bots.slack.blocks import button
from bots.slack.confirm_dialog import control_button
from bots.slack.markup import escape
from bots.slack.payload import Payload
from bots.slack.places import place_of_message
from bots.slack.services import Services
from bots.slack.texts import t
from core.conversation.control_names import Control
from core.conversation.events import Cancelled
from core.conversation.session import Phase
from core.messages import Incoming, Place, Pressed
from core.ports import StoredSession
from core.values.locale import Locale

TO_DM = "to_dm"


class MessageHandler:
    """Handles messages and mentions."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def on_message(self, body: Payload, context: Any) -> None:  # noqa: ANN401 - Bolt's own
        """Handle a message; in channels only those in a thread can be meant for us."""
        place, bot = inbound.place_in(body), str(context["bot_user_id"])
        ignored = inbound.unspoken(body["event"], bot)
        if ignored is None and not (place.private or place.thread):
            ignored = Ignored.NO_THREAD
        if ignored:
            self._services.ignored(ignored)
        else:
            await self._begin("message", body, lambda committed: self._handle_message(body, place, bot, committed))

    async def on_mention(self, body: Payload, context: Any) -> None:  # noqa: ANN401 - Bolt's own
        """Handle a message that names the bot."""
        bot = str(context["bot_user_id"])
        ignored = inbound.unspoken(body["event"], bot)
        if ignored:
            self._services.ignored(ignored)
        else:
            await self._begin("mention", body, lambda committed: self._handle_mention(body, bot, committed))

    async def on_stop(self, body: Payload) -> None:
        """Stop what is being made in a thread, as its person wants with Slack's own button."""
        await self._services.work.event("stop", body["event_id"], lambda committed: self._stop(body, committed), nobody)

    async def _stop(self, body: Payload, committed: Committed) -> None:
        event, person = body["event"], body["event"]["user"]
        place = place_of_message(body, event["channel"], event["thread_ts"])
        thread = "" if place.thread else str(event["thread_ts"])
        session = await self._services.interviews.session_at(place, thread)
        # A DM holds other interviews beside the one of this thread: none of them is meant.
        held = await self._services.interviews.held(place, session) if session or place.thread else None
        if held is None or held.session.phase is not Phase.GENERATING:
            client = await self._services.clients.of(place.workspace)
            await client.agents_sessions_setStatus(
                channel_id=place.channel, thread_ts=event["thread_ts"], status="active"
            )
        elif held.person == person:
            locale, session = held.session.locale, held.session.id
            stop = Incoming(
                body["event_id"], place, person, locale, Pressed(Cancelled()), session, parent_message=thread
            )
            await self._services.relay.handle(stop, committed)

    async def _begin(self, name: str, body: Payload, job: Job) -> None:
        await self._services.work.event(name, body["event_id"], job, self._notify(body))

    def _notify(self, body: Payload) -> ErrorNotifier:
        """Return what tells somebody of what they wrote to us; in a thread that may be about anything, nobody."""
        event = body["event"]
        mentioned = event["type"] == "app_mention"
        place = inbound.place_of_mention(body) if mentioned else inbound.place_in(body)
        if not (mentioned or place.private or self._services.conversations.is_owner(place, event["user"])):
            return nobody
        return self._services.notify_at(place, event["user"], inbound.parent_message(body))

    async def _handle_message(self, body: Payload, place: Place, bot: str, committed: Committed) -> None:
        event = body["event"]
        async with self._services.work.in_line(place):
            session = await self._services.interviews.session_at(place, inbound.parent_message(body))
            looks = inbound.files_in(event) or not place.private
            held = await self._services.interviews.target(place, session) if looks else None
            if not place.private and (held is None or held.person != event["user"]):
                self._services.ignored(Ignored.NO_INTERVIEW if held is None else Ignored.NOT_THEIRS)
                return
            incoming = inbound.message(body, bot, await self._services.locales.of(place.workspace, event["user"]))
            if incoming is None:
                self._services.ignored(Ignored.MENTION)
                return
            incoming = replace(incoming, session=session)
            self._services.conversations.at(place).replaceable = None
            parts = await self._with_files(incoming, event, held) if inbound.files_in(event) else [incoming]
            taken = await self._handed_over(parts, committed)
        await asyncio.gather(*taken)

    async def _handed_over(self, parts: Sequence[Incoming], committed: Committed) -> list[asyncio.Task[bool]]:
        """Let the relay begin on the parts of a message; they are committed in order, so all are when the last is."""
        *before, last = parts
        tasks = [await self._services.hand_over(part) for part in before]
        return [*tasks, await self._services.hand_over(last, committed)]

    async def _handle_mention(self, body: Payload, bot: str, committed: Committed) -> None:
        event, place = body["event"], inbound.place_of_mention(body)
        locale = await self._services.locales.of(place.workspace, event["user"])
        async with self._services.work.in_line(place):
            held = await self._services.interviews.held(place)
            started = held is not None and held.person == event["user"]
            incoming = inbound.mention(body, bot, locale, started=started)
            usable = inbound.files_in(event) and (started or held is None)
            parts = await self._with_files(incoming, event, held) if usable else [incoming]
            taken = await self._handed_over(parts, committed)
        await asyncio.gather(*taken)
        if held is None:
            await hint_at_readers(self._services, place, event["user"], locale)

    async def _with_files(self, incoming: Incoming, event: Payload, held: StoredSession | None) -> list[Incoming]:
        place, thread = incoming.place, event.get("thread_ts") or event["ts"]

        async def status(text: str) -> None:
            client = await self._services.clients.of(place.workspace)
            await client.assistant_threads_setStatus(channel_id=place.channel, thread_ts=thread, status=text)

        return await self._services.references.split(
            incoming,
            inbound.files_in(event),
            held,
            lambda: status(t(incoming.locale, "reference.reading")),
            lambda: status(""),
        )


async def nobody(_about: str) -> None:
    """Tell nobody: it is taken when the database is back, if it was meant for us."""


async def hint_at_readers(services: Services, place: Place, person: str, locale: Locale) -> None:
    """Say to whom answers in a channel's thread can be seen by, and offer the ways that nobody else sees."""
    if place.private:
        return
    buttons = [
        button(t(locale, "thread.to_dm"), TO_DM),
        control_button(Control.FORM, locale),
    ]
    await services.post_ephemeral(place, person, escape(t(locale, "thread.shared")), buttons=buttons)
