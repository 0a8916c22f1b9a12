"""Listening to modals that are sent, and the App Home that is opened."""

from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError

from bots.slack import inbound, log
from bots.slack.desk import Desk, person_of
from bots.slack.form import Sent, read_form
from bots.slack.home import home_view
from bots.slack.modals import saved_in, target_in, text_in
from bots.slack.payload import Payload
from bots.slack.poster import Address, Poster
from bots.slack.prompt_blocks import shared_posting
from bots.slack.refusals import name_of
from bots.slack.texts import word
from bots.slack.whereabouts import load_place, load_session, workspace_of
from bots.slack.wording import escape
from bots.slack.work import Committed, Job
from core.conversation.questions import Key
from core.incoming import Action, FormFilled, Incoming, Pasted, Place, Typed
from core.privacy.text import RawText
from core.reveal import keep_hidden


class Windows:
    """Takes what was written in modals."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def on_form(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Take all answers of the form, or say at the field what must be mended."""
        sent = read_form(body["view"], await self._desk.locale(body))
        if sent.errors:
            await ack(response_action="errors", errors=dict(sent.errors))
            return
        await self._begin("form", body, lambda committed: self._take_form(body, sent, committed))
        await ack()

    async def on_answer(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Take one answer that others were not to see."""
        text = text_in(body["view"])
        await self._begin("answer", body, lambda committed: self._take(body, Typed(text), committed))
        await ack()

    async def on_restore(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Take an AI's answer; what it is with the real values is shown to its owner alone."""
        text = text_in(body["view"])
        await self._begin("restore", body, lambda committed: self._take(body, Pasted(text), committed))
        await ack()

    async def on_save(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Keep a prompt under the name that was written."""
        saved = saved_in(body["view"])
        await self._begin("save", body, lambda committed: self._take(body, saved, committed))
        await ack()

    async def on_share(self, ack: Any, body: Payload) -> None:  # noqa: ANN401 - Bolt's own
        """Share the prompt, masked as it is."""
        await self._begin("share", body, lambda _committed: self._share(body))
        await ack()

    async def on_home(self, body: Payload) -> None:
        """Show the App Home."""
        if body["event"].get("tab") == "home":
            await self._desk.work.begin("home", lambda _committed: self._publish(body))

    async def _begin(self, name: str, body: Payload, job: Job) -> None:
        await self._desk.work.begin(name, job, self._desk.excuse(body))

    async def _take_form(self, payload: Payload, sent: Sent, committed: Committed) -> None:
        form = await self._sent(payload, FormFilled(sent.texts))
        filled = await self._desk.hand_over(form, committed)
        if sent.files:
            about = sent.texts.get(Key.PURPOSE, RawText("")).reveal()
            action = await self._desk.references.read(form.person, form.place, sent.files, about)
            await filled
            await self._desk.take(replace(form, id=f"{form.id}:file", action=action))
        await filled

    async def _take(self, payload: Payload, action: Action, committed: Committed) -> None:
        await self._desk.take(await self._sent(payload, action), committed)

    async def _share(self, payload: Payload) -> None:
        (place, thread), person = await self._where(payload), person_of(payload)
        session_id, number = _session(payload)
        held = await self._desk.held(place, session_id)
        version = (held.session.version(number) or held.session.in_use) if held else None
        if held is None or held.person != person or version is None:
            return
        session, target = held.session, target_in(payload["view"])
        masked = keep_hidden(version, held.vault, session.locale)
        posting = shared_posting(masked, person, session.locale)
        try:
            poster = Poster(await self._desk.clients.of(place.workspace))
            await poster.post(Address(target), posting, f"share:{payload['trigger_id']}")
            said = word(session.locale, "share.done", channel=target)
        except SlackApiError as error:
            log.edit_refused(name_of(error))
            said = escape(word(session.locale, "share.failed"))
        await self._desk.whisper(place, person, said, beneath=thread)

    async def _publish(self, body: Payload) -> None:
        workspace, person = workspace_of(body), body["event"]["user"]
        view = home_view(await self._desk.locales.of(workspace, person))
        await (await self._desk.clients.of(workspace)).views_publish(user_id=person, view=view)

    async def _sent(self, payload: Payload, action: Action) -> Incoming:
        """Return what a modal was sent with: to the interview it was opened for, in the thread it was opened in."""
        place, thread = await self._where(payload)
        incoming = inbound.by(payload, place, action, await self._desk.locale(payload))
        session, version = _session(payload)
        return replace(incoming, session=session, version=version, beneath=thread)

    async def _where(self, payload: Payload) -> tuple[Place, str]:
        """Return the place and the thread a modal was opened from; the DM for one that was opened from nowhere."""
        found = load_place(payload["view"].get("private_metadata", ""))
        return found or (await self._desk.dm(payload), "")


def _session(payload: Payload) -> tuple[str, int]:
    return load_session(payload["view"].get("private_metadata", ""))
