"""The App Home."""

from collections.abc import Sequence
from typing import Final

from bots.slack.actions import BLANK_FORM, LIST, SETTINGS, START
from bots.slack.blocks import actions, button, header, section
from bots.slack.buttons import control_code
from bots.slack.interview_list import list_blocks, open_blocks
from bots.slack.mrkdwn import escape
from bots.slack.payload import Payload
from bots.slack.texts import word
from core.conversation.controls import Control
from core.locale import Locale
from core.ports import StoredSession

_NEWEST: Final = 5


def home_view(locale: Locale, held: Sequence[StoredSession] = ()) -> Payload:
    """Return what a person finds on the app's home tab, with the interviews of theirs that are `held`."""
    finished = [one for one in held if one.session.versions][:_NEWEST]
    begin = [
        button(word(locale, "home.start"), START, style="primary"),
        button(word(locale, f"control.{Control.FORM}"), BLANK_FORM),
    ]
    more = [
        button(word(locale, "home.list"), LIST),
        button(word(locale, "home.settings"), SETTINGS),
        *(
            button(word(locale, f"control.{one}"), control_code(one))
            for one in (Control.LIBRARY, Control.EXPORT, Control.FORGET)
        ),
    ]
    blocks = [
        header(word(locale, "home.title")),
        section(escape(word(locale, "greeting"))),
        *actions(begin),
        *open_blocks(held, locale),
        *(list_blocks(finished, locale) if finished else []),
        section(word(locale, "help")),
        *actions(more),
    ]
    return {"type": "home", "blocks": blocks}
