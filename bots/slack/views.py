"""Handles modals that are submitted, and the App Home that is opened."""

from collections.abc import Mapping
from dataclasses import replace

from slack_sdk.errors import SlackApiError

from bots.shared.resending import is_resending
from bots.slack import inbound, log
from bots.slack.background import Committed
from bots.slack.errors import name_of
from bots.slack.form import Sent, read_form
from bots.slack.home import NEWEST, home_view, suggested_prompts
from bots.slack.interview_list import finished
from bots.slack.message_client import Destination, MessageClient
from bots.slack.messages import nobody
from bots.slack.modals import saved_in, slot_in, target_in, text_in
from bots.slack.mrkdwn import escape
from bots.slack.payload import Payload
from bots.slack.places import is_guest, load_place, load_session, workspace_of
from bots.slack.prompt_blocks import shared_posting
from bots.slack.services import Respond, Services, person_of
from bots.slack.texts import word
from core.conversation.questions import Key
from core.messages import Action, FormFilled, Incoming, Pasted, Place, Typed
from core.privacy.text import RawText
from core.sessions.seen import keep_hidden


class ViewHandler:
    """Handles submitted modals, and the App Home."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def errors(self, payload: Payload) -> Mapping[str, str]:
        """Return what must be corrected in a form before it can be taken, by its fields."""
        locale = self._services.locales.at_once(workspace_of(payload), person_of(payload))
        return read_form(payload["view"], locale).errors

    async def form(self, payload: Payload, _respond: Respond, committed: Committed) -> None:
        """Take all answers of the form."""
        sent = read_form(payload["view"], await self._services.locale(payload))
        await self._take_form(payload, sent, committed)

    async def answer(self, payload: Payload, _respond: Respond, committed: Committed) -> None:
        """Take one answer that others were not to see, or one to a gap in the person's own words."""
        view = payload["view"]
        await self._take(payload, Typed(text_in(view), slot=slot_in(view)), committed)

    async def restore(self, payload: Payload, _respond: Respond, committed: Committed) -> None:
        """Take an AI's answer; what it is with the real values is shown to its owner alone."""
        await self._take(payload, Pasted(text_in(payload["view"])), committed)

    async def save(self, payload: Payload, _respond: Respond, committed: Committed) -> None:
        """Keep a prompt under the name that was written."""
        await self._take(payload, saved_in(payload["view"]), committed)

    async def share(self, payload: Payload, _respond: Respond, _committed: Committed) -> None:
        """Share the prompt, masked as it is."""
        await self._share(payload)

    async def on_home(self, body: Payload) -> None:
        """Show the App Home, or suggest at the head of the DM what could be typed."""
        job = {"home": self._publish, "messages": self._suggest}.get(body["event"].get("tab", ""))
        if job:
            await self._services.work.event("home", body["event_id"], lambda _committed: job(body), nobody)

    async def _take_form(self, payload: Payload, sent: Sent, committed: Committed) -> None:
        form = await self._sent(payload, FormFilled(sent.texts))
        if not sent.files:
            await self._services.take(form, committed)
            return
        filled = await self._services.hand_over(replace(form, id=f"{form.id}:form"))
        about = sent.texts.get(Key.PURPOSE, RawText("")).reveal()
        action = await self._services.references.read(form.person, form.place, sent.files, about)
        await filled
        await self._services.take(replace(form, action=action), committed)

    async def _take(self, payload: Payload, action: Action, committed: Committed) -> None:
        await self._services.take(await self._sent(payload, action), committed)

    async def _share(self, payload: Payload) -> None:
        (place, thread), person = await self._where(payload), person_of(payload)
        session_id, number = _session(payload)
        held = await self._services.interviews.held(place, session_id)
        version = (held.session.version(number) or held.session.in_use) if held else None
        if held is None or held.person != person or version is None or is_guest(payload):
            return
        session, target = held.session, target_in(payload["view"])
        masked = keep_hidden(version, held.vault, session.locale)
        posting = shared_posting(masked, person, session.locale)
        try:
            poster = MessageClient(await self._services.clients.of(place.workspace))
            await poster.post(
                Destination(target), posting, f"share:{inbound.interaction_id(payload)}", again=is_resending()
            )
            said = word(session.locale, "share.done", channel=target)
        except SlackApiError as error:
            log.edit_refused(name_of(error))
            said = escape(word(session.locale, "share.failed"))
        await self._services.post_ephemeral(place, person, said, parent_message=thread)

    async def _publish(self, body: Payload) -> None:
        workspace, person = workspace_of(body), body["event"]["user"]
        held = await self._services.interviews.of(workspace, person)
        links = await self._services.links_to(finished(held, NEWEST))
        view = home_view(await self._services.locales.of(workspace, person), held, links)
        await (await self._services.clients.of(workspace)).views_publish(user_id=person, view=view)

    async def _suggest(self, body: Payload) -> None:
        """Suggest; where the app is no agent, nobody misses it."""
        workspace, event = workspace_of(body), body["event"]
        held = await self._services.interviews.of(workspace, event["user"])
        locale = await self._services.locales.of(workspace, event["user"])
        client = await self._services.clients.of(workspace)
        try:
            await client.assistant_threads_setSuggestedPrompts(
                channel_id=event["channel"],
                title=word(locale, "suggest.title"),
                prompts=suggested_prompts(locale, held),
            )
        except SlackApiError as error:
            log.no_agent(name_of(error))

    async def _sent(self, payload: Payload, action: Action) -> Incoming:
        """Return what a modal was sent with: to the interview it was opened for, in the thread it was opened in."""
        place, thread = await self._where(payload)
        incoming = inbound.by(payload, place, action, await self._services.locale(payload))
        session, version = _session(payload)
        return replace(incoming, session=session, version=version, parent_message=thread)

    async def _where(self, payload: Payload) -> tuple[Place, str]:
        """Return the place and the thread a modal was opened from; the DM for one that was opened from nowhere."""
        found = load_place(payload["view"].get("private_metadata", ""))
        return found or (await self._services.dm(payload), "")


def _session(payload: Payload) -> tuple[str, int]:
    return load_session(payload["view"].get("private_metadata", ""))
