"""What messages of several kinds have in common: buttons beneath, a text with real values, a file."""

from collections.abc import Mapping, Sequence
from typing import Final

from bots.slack.blocks import actions, bold, heading, paragraph, pieces, preformatted, sections, small
from bots.slack.confirm_dialog import control_button
from bots.slack.markup import clip, escape
from bots.slack.message import OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.texts import t
from core.conversation.controls import Control, Style
from core.conversation.missing_labels import missing_sentence
from core.features.registry import CONTROLS
from core.messages import Revealed, TextFile
from core.values.locale import Locale

_NONE: Final[Mapping[Control, Style]] = {}
_CODE_BLOCK: Final = 3_500
_CODE_BLOCKS: Final = 3
_STYLES: Final = {Style.PLAIN: "", Style.PRIMARY: "primary", Style.FINAL: "primary", Style.DANGER: "danger"}


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


def restored_postings(revealed: Revealed, locale: Locale, title_id: str) -> tuple[OutgoingMessage, ...]:
    """Return a text with real values, in as many messages as it needs."""
    title = t(locale, title_id)
    blocks = [preformatted(piece) for piece in pieces(revealed.text(), _CODE_BLOCK)]
    if revealed.left:
        blocks.append(small(t(locale, "restore.left", labels=", ".join(revealed.left))))
    if revealed.missing:
        blocks.append(small(missing_sentence(revealed.missing, locale)))
    messages = [blocks[start : start + _CODE_BLOCKS] for start in range(0, len(blocks), _CODE_BLOCKS)]
    return tuple(OutgoingMessage(escape(title), (heading(title), *message)) for message in messages or [[]])


def file_posting(revealed: Revealed, locale: Locale, title_id: str, file_name: str) -> OutgoingMessage:
    """Return a message that hands a file over."""
    title = t(locale, title_id)
    content = revealed.text()
    return OutgoingMessage(escape(title), tuple(sections(bold(title))), TextFile(t(locale, file_name), content))
