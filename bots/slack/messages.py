"""Listening to what people write: in the DM, in an interview's thread, to the bot by name."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bots.shared.split_message import parts_of
from bots.slack import inbound
from bots.slack.blocks import button
from bots.slack.buttons import control_code
from bots.slack.desk import Desk
from bots.slack.payload import Payload
from bots.slack.texts import word
from bots.slack.whereabouts import workspace_of
from bots.slack.wording import escape
from bots.slack.work import Committed, Excuse, Job
from core.conversation.controls import Control
from core.locale import Locale
from core.messages import Incoming, Place
from core.ports import Held

TO_DM = "to_dm"


class Messages:
    """Hears messages."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def on_message(self, body: Payload, context: Any) -> None:  # noqa: ANN401 - Bolt's own
        """Hear a message; in channels only those in a thread can be meant for us."""
        place, bot = inbound.place_in(body), str(context["bot_user_id"])
        dropped = inbound.unspoken(body["event"], bot) or ("" if place.private or place.thread else "no_thread")
        if dropped:
            self._desk.dropped(dropped)
        else:
            await self._begin("message", body, lambda committed: self._hear(body, place, bot, committed))

    async def on_mention(self, body: Payload, context: Any) -> None:  # noqa: ANN401 - Bolt's own
        """Hear a message that names the bot."""
        bot = str(context["bot_user_id"])
        dropped = inbound.unspoken(body["event"], bot)
        if dropped:
            self._desk.dropped(dropped)
        else:
            await self._begin("mention", body, lambda committed: self._heed(body, bot, committed))

    async def _begin(self, name: str, body: Payload, job: Job) -> None:
        await self._desk.work.event(name, body["event_id"], job, self._excuse(body))

    def _excuse(self, body: Payload) -> Excuse:
        """Return what tells somebody of what they wrote to us; in a thread that may be about anything, nobody."""
        event, place = body["event"], inbound.place_in(body)
        mentioned = event["type"] == "app_mention"
        if mentioned and not place.thread:
            place = replace(place, thread=event["ts"])
        if not (mentioned or place.private or self._desk.talks.is_owner(place, event["user"])):
            return nobody
        return self._desk.excuse_at(place, event["user"], inbound.beneath(body))

    async def _hear(self, body: Payload, place: Place, bot: str, committed: Committed) -> None:
        event = body["event"]
        async with self._desk.work.in_line(place):
            session = await self._desk.session_at(place, inbound.beneath(body))
            held = await self._held(place, session) if event.get("files") or not place.private else None
            if not place.private and (held is None or held.person != event["user"]):
                self._desk.dropped("no_interview" if held is None else "not_theirs")
                return
            incoming = inbound.message(body, bot, await self._desk.locales.of(place.workspace, event["user"]))
            if incoming is None:
                self._desk.dropped("mention")  # it comes once more, as what it is
                return
            incoming = replace(incoming, session=session)
            self._desk.talks.at(place).replaceable = None
            parts = await self._with_files(incoming, event, held) if event.get("files") else [incoming]
            taken = await self._handed_over(parts, committed)
        await asyncio.gather(*taken)

    async def _handed_over(self, parts: Sequence[Incoming], committed: Committed) -> list[asyncio.Task[bool]]:
        """Let the relay begin on the parts of a message; they are committed in order, so all are when the last is."""
        *before, last = parts
        tasks = [await self._desk.hand_over(part) for part in before]
        return [*tasks, await self._desk.hand_over(last, committed)]

    async def _held(self, place: Place, session: str) -> Held | None:
        """Return the interview of this id if it goes on or is finished, else the one at the front of the place."""
        return (await self._desk.held(place, session) if session else None) or await self._desk.held(place)

    async def _heed(self, body: Payload, bot: str, committed: Committed) -> None:
        event = body["event"]
        workspace = workspace_of(body)
        locale = await self._desk.locales.of(workspace, event["user"])
        opening = inbound.mention(body, bot, locale, started=False)
        if opening is None:
            return
        async with self._desk.work.in_line(opening.place):
            held = await self._desk.held(opening.place)
            started = held is not None and held.person == event["user"]
            incoming = inbound.mention(body, bot, locale, started=started) or opening
            usable = event.get("files") and (started or held is None)
            parts = await self._with_files(incoming, event, held) if usable else [incoming]
            taken = await self._handed_over(parts, committed)
        await asyncio.gather(*taken)
        if held is None:
            await hint_at_readers(self._desk, opening.place, event["user"], locale)

    async def _with_files(self, incoming: Incoming, event: Payload, held: Held | None) -> list[Incoming]:
        files, person, place = inbound.files_in(event), incoming.person, incoming.place
        references = self._desk.references
        return await parts_of(incoming, held, lambda about: references.read(person, place, files, about))


async def nobody(_about: str) -> None:
    """Tell nobody: it is taken when the database is back, if it was meant for us."""


async def hint_at_readers(desk: Desk, place: Place, person: str, locale: Locale) -> None:
    """Say to whom answers in a channel's thread can be seen by, and offer the ways that nobody else sees."""
    if place.private:
        return
    buttons = [
        button(word(locale, "thread.to_dm"), TO_DM),
        button(word(locale, f"control.{Control.FORM}"), control_code(Control.FORM)),
    ]
    await desk.whisper(place, person, escape(word(locale, "thread.shared")), buttons=buttons)
