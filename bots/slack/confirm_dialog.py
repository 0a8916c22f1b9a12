"""The question that Slack asks itself before a button destroys or publishes something: the conversation asks none then.

https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
"""

from dataclasses import dataclass

from bots.slack import limits
from bots.slack.blocks import button, plain_text
from bots.slack.control_codes import confirmed, control_code
from bots.slack.payload import Payload
from bots.slack.texts import SLACK_TEXTS, t
from core.conversation.control_names import Control, Style
from core.conversation.control_specs import AskedFirst
from core.features.registry import CONTROLS
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class ConfirmDialog:
    """A question, by the name of its texts: one about what deletes is of danger, about what shows something primary."""

    name: str
    style: Style = Style.PLAIN


def confirming_button(
    label: str, code: str, asked: ConfirmDialog, locale: Locale, /, *, about: str = "", **details: str | int
) -> Payload:
    """Return a button at which Slack asks first; `details` are those of the question."""
    own, yes = f"asked.{asked.name}", f"asked.{asked.name}.yes"
    question = own if own in SLACK_TEXTS[locale] else f"confirm.{asked.name}"
    dialog = {
        "title": plain_text(label, limits.CONFIRM_TITLE),
        "text": plain_text(t(locale, question, **details), limits.CONFIRM_TEXT),
        "confirm": plain_text(t(locale, yes) if yes in SLACK_TEXTS[locale] else label, limits.CONFIRM_BUTTON),
        "deny": plain_text(t(locale, "asked.no"), limits.CONFIRM_BUTTON),
        "style": "primary" if asked.style is Style.PRIMARY else "danger",
    }
    style = "danger" if asked.style is Style.DANGER else ""
    return button(label, confirmed(code), style=style, confirm=dialog, about=about)


def control_button(control: Control, locale: Locale, style: str = "", *, risks_answers: bool = False) -> Payload:
    """Return the button of a control; Slack asks where it would delete data, or lose answers."""
    label, code, spec = t(locale, f"control.{control}"), control_code(control), CONTROLS.specs[control]
    asks = spec.event and (spec.asked_first is AskedFirst.ALWAYS or (spec.asked_first and risks_answers))
    if not asks:
        return button(label, code, style=style)
    return confirming_button(label, code, ConfirmDialog(control, spec.style), locale)
