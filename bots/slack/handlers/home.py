"""The App Home, and what is suggested at the head of the DM."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from slack_sdk.errors import SlackApiError

from bots.slack import log
from bots.slack.blocks import actions, button, header, paragraph, section
from bots.slack.confirm_dialog import control_button
from bots.slack.errors import name_of
from bots.slack.handlers.actions import BLANK_FORM, LIST, SETTINGS, START
from bots.slack.handlers.messages import nobody
from bots.slack.interview_list import finished, list_blocks, open_blocks, title_of, unfinished
from bots.slack.payload import Payload
from bots.slack.places import workspace_of
from bots.slack.services import Services
from bots.slack.texts import t
from core.conversation.control_names import Control
from core.features.registry import CONTROLS
from core.ports import StoredSession
from core.values.locale import Locale

_NEWEST: Final = 5
_LONGEST_NAME: Final = 30
_ALWAYS: Final = (Control.LIBRARY, Control.EXPORT, Control.FORGET)


class HomeHandler:
    """Handles the App Home and the DM when they are opened."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def on_opened(self, body: Payload) -> None:
        """Show the App Home, or suggest at the head of the DM what could be typed."""
        job = {"home": self._publish, "messages": self._suggest}.get(body["event"].get("tab", ""))
        if job:
            await self._services.work.event("home", body["event_id"], lambda _committed: job(body), nobody)

    async def _publish(self, body: Payload) -> None:
        workspace, person = workspace_of(body), body["event"]["user"]
        held = await self._services.interviews.of(workspace, person)
        links = await self._services.links_to(finished(held, _NEWEST))
        view = home_view(await self._services.locales.of(workspace, person), held, links)
        await (await self._services.clients.of(workspace)).views_publish(user_id=person, view=view)

    async def _suggest(self, body: Payload) -> None:
        """Suggest; where the app is no agent, nobody misses it."""
        workspace, event = workspace_of(body), body["event"]
        held = await self._services.interviews.of(workspace, event["user"])
        locale = await self._services.locales.of(workspace, event["user"])
        title, prompts = t(locale, "suggest.title"), _suggested_prompts(locale, held)
        client = await self._services.clients.of(workspace)
        try:
            await client.assistant_threads_setSuggestedPrompts(
                channel_id=event["channel"], title=title, prompts=prompts
            )
        except SlackApiError as error:
            log.no_agent(name_of(error))


def _suggested_prompts(locale: Locale, held: Sequence[StoredSession]) -> list[dict[str, str]]:
    """Return what could be typed first: to go on with the interview that is left, and the beginnings of new ones."""
    left = unfinished(held)
    names = ("summary", "mail", "explain")
    new = [{"title": t(locale, f"suggest.{one}"), "message": t(locale, f"suggest.{one}.text")} for one in names]
    if left is None:
        return new
    title = t(locale, "suggest.resume", name=title_of(left, locale, _LONGEST_NAME))
    return [{"title": title, "message": t(locale, "control.resume")}, *new]


def home_view(
    locale: Locale, held: Sequence[StoredSession] = (), links: Mapping[str, str] = MappingProxyType({})
) -> Payload:
    """Return what a person finds on the app's home tab: the interviews of theirs that are `held`, and `links` there."""
    made = finished(held, _NEWEST)
    begin = [
        button(t(locale, "home.start"), START, style="primary"),
        button(t(locale, f"control.{Control.FORM}"), BLANK_FORM),
    ]
    more = [
        button(t(locale, "home.list"), LIST),
        button(t(locale, "home.settings"), SETTINGS),
        *(control_button(one, locale) for one in _ALWAYS if one in CONTROLS),
    ]
    blocks = [
        header(t(locale, "home.title")),
        paragraph(t(locale, "greeting")),
        *actions(begin),
        *open_blocks(held, locale),
        *(list_blocks(made, links, locale) if made else []),
        section(t(locale, "help")),
        *actions(more),
    ]
    return {"type": "home", "blocks": blocks}
