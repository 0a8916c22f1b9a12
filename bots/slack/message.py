"""A message as it is sent to Slack: text, blocks with buttons beneath, at most one file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bots.shared.custom_ids import with_address
from bots.slack.blocks import actions, paragraph
from bots.slack.confirm_dialog import control_button
from bots.slack.markup import clip, escape
from bots.slack.payload import Payload
from core.conversation.control_names import Control, Style
from core.features.registry import CONTROLS
from core.messages import TextFile
from core.values.locale import Locale

_NONE: Final[Mapping[Control, Style]] = {}
_STYLES: Final = {Style.PLAIN: "", Style.PRIMARY: "primary", Style.FINAL: "primary", Style.DANGER: "danger"}


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """`text` is what notifications and screen readers say; `blocks` are what is seen."""

    text: str = field(repr=False)
    blocks: tuple[Payload, ...] = field(default=(), repr=False)
    attachment: TextFile | None = None

    def of(self, address: str) -> "OutgoingMessage":
        """Return the same with controls that are about this interview, whatever is begun after it."""
        return replace(self, blocks=tuple(_addressed(block, address) for block in self.blocks))


def posting(
    text: str,
    locale: Locale,
    blocks: Sequence[Payload] = (),
    controls: Sequence[Control] = (),
    *,
    risks_answers: bool = False,
) -> OutgoingMessage:
    """Return a message of blocks, without any of its text, with a button for each control beneath."""
    buttons = control_buttons(controls, locale, risks_answers=risks_answers)
    return OutgoingMessage(clip(escape(text), 1_000), (*(blocks or [paragraph(text)]), *actions(buttons)))


def control_buttons(
    controls: Sequence[Control], locale: Locale, styles: Mapping[Control, Style] = _NONE, *, risks_answers: bool = False
) -> list[Payload]:
    """Return a button for each control, in its wording everywhere; `styles` are those that differ here."""
    shown = {control: _STYLES[styles.get(control, CONTROLS.style(control))] for control in controls}
    return [control_button(control, locale, style, risks_answers=risks_answers) for control, style in shown.items()]


def _addressed(block: Payload, session: str) -> Payload:
    """Return blocks with the code in the `value` of every control addressed."""
    return {name: _within(name, value, session) for name, value in block.items()}


def _within(name: str, value: object, session: str) -> object:
    if isinstance(value, dict):
        return _addressed(value, session)
    if isinstance(value, list | tuple):
        return [_addressed(each, session) if isinstance(each, dict) else each for each in value]
    return with_address(value, session) if name == "value" and isinstance(value, str) else value
