"""The question that Slack asks itself before a button destroys or publishes something: the conversation asks none then.

https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
"""

from enum import StrEnum

from bots.slack import limits
from bots.slack.blocks import button, plain_text
from bots.slack.control_codes import confirmed, control_code
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.control_names import Control
from core.values.locale import Locale


class ConfirmDialog(StrEnum):
    """What is only done where it is meant, by the names of its texts."""

    FORGET = "forget"
    CANCEL = "cancel"
    RESTART = "restart"
    KEEP = "keep"
    SHARE_ENTRY = "share_entry"
    DELETE_ENTRY = "delete_entry"


_CONTROLS = {
    Control.FORGET: ConfirmDialog.FORGET,
    Control.CANCEL: ConfirmDialog.CANCEL,
    Control.RESTART: ConfirmDialog.RESTART,
}
_LOSE_ANSWERS = frozenset({ConfirmDialog.CANCEL, ConfirmDialog.RESTART})


def confirming_button(
    label: str, code: str, asked: ConfirmDialog, locale: Locale, /, *, about: str = "", **details: str | int
) -> Payload:
    """Return a button at which Slack asks first; `details` are those of the question."""
    dialog = {
        "title": plain_text(label, limits.CONFIRM_TITLE),
        "text": plain_text(
            t(locale, f"{'asked' if asked in _LOSE_ANSWERS else 'confirm'}.{asked}", **details), limits.CONFIRM_TEXT
        ),
        "confirm": plain_text(t(locale, f"asked.{asked}.yes"), limits.CONFIRM_BUTTON),
        "deny": plain_text(t(locale, "asked.no"), limits.CONFIRM_BUTTON),
        "style": "primary" if asked in {ConfirmDialog.KEEP, ConfirmDialog.SHARE_ENTRY} else "danger",
    }
    style = "danger" if asked in {ConfirmDialog.FORGET, ConfirmDialog.DELETE_ENTRY} else ""
    return button(label, confirmed(code), style=style, confirm=dialog, about=about)


def control_button(control: Control, locale: Locale, style: str = "", *, risks_answers: bool = False) -> Payload:
    """Return the button of a control; Slack asks where it would delete data, or lose answers."""
    label, code = t(locale, f"control.{control}"), control_code(control)
    asked = _CONTROLS.get(control)
    if asked and (risks_answers or asked not in _LOSE_ANSWERS):
        return confirming_button(label, code, asked, locale)
    return button(label, code, style=style)
