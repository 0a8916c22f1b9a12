"""The App Home."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bots.slack.actions import BLANK_FORM, LIST, SETTINGS, START
from bots.slack.blocks import actions, button, header, section
from bots.slack.confirm_dialog import control_button
from bots.slack.interview_list import finished, list_blocks, open_blocks, title_of, unfinished
from bots.slack.mrkdwn import escape
from bots.slack.payload import Payload
from bots.slack.texts import word
from core.conversation.controls import Control
from core.locale import Locale
from core.ports import StoredSession

NEWEST: Final = 5
_LONGEST_NAME: Final = 30


def suggested_prompts(locale: Locale, held: Sequence[StoredSession]) -> list[dict[str, str]]:
    """Return what could be typed first: to go on with the interview that is left, and the beginnings of new ones."""
    left = unfinished(held)
    names = ("summary", "mail", "explain")
    new = [{"title": word(locale, f"suggest.{one}"), "message": word(locale, f"suggest.{one}.text")} for one in names]
    if left is None:
        return new
    title = word(locale, "suggest.resume", name=title_of(left, locale, _LONGEST_NAME))
    return [{"title": title, "message": word(locale, "control.resume")}, *new]


def home_view(
    locale: Locale, held: Sequence[StoredSession] = (), links: Mapping[str, str] = MappingProxyType({})
) -> Payload:
    """Return what a person finds on the app's home tab: the interviews of theirs that are `held`, and `links` there."""
    made = finished(held, NEWEST)
    begin = [
        button(word(locale, "home.start"), START, style="primary"),
        button(word(locale, f"control.{Control.FORM}"), BLANK_FORM),
    ]
    more = [
        button(word(locale, "home.list"), LIST),
        button(word(locale, "home.settings"), SETTINGS),
        *(control_button(one, locale) for one in (Control.LIBRARY, Control.EXPORT, Control.FORGET)),
    ]
    blocks = [
        header(word(locale, "home.title")),
        section(escape(word(locale, "greeting"))),
        *actions(begin),
        *open_blocks(held, locale),
        *(list_blocks(made, links, locale) if made else []),
        section(word(locale, "help")),
        *actions(more),
    ]
    return {"type": "home", "blocks": blocks}
