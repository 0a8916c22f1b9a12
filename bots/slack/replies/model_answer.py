"""A model's answer as messages: while it is being written, and when it is there."""

from typing import Final

from bots.slack import limits
from bots.slack.blocks import actions, heading, markdown, section, small
from bots.slack.confirm_dialog import control_button
from bots.slack.markup import clip, escape, uncalled
from bots.slack.message import OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.render_context import shows
from bots.slack.texts import t
from core.conversation.control_names import Control
from core.conversation.model_answer_lines import footer, title_meanwhile
from core.conversation.model_answer_lines import title as title_of
from core.conversation.model_replies import ShowPartial, ShowTrial
from core.messages import Revealed, TextFile
from core.privacy.labels import find_labels
from core.values.locale import Locale

_LONGEST_INLINE: Final = limits.MARKDOWN - 1_000  # what is said of it stands beside it
_PREVIEW: Final = 1_500
_PARTIAL: Final = 2_000


def _part(shown: ShowPartial, revealed: Revealed, locale: Locale) -> OutgoingMessage:
    """Return the end of what there is, which is what one reads along."""
    text = revealed.text(str(shown.text))
    tail = text if len(text) <= _PARTIAL else f"…{text[1 - _PARTIAL :]}"
    sentence = title_meanwhile(shown, locale)
    title = section(f":pencil2: {escape(sentence)}")
    return OutgoingMessage(escape(sentence), (title, markdown(tail), *_buttons(shown.controls, locale)))


def growing(revealed: Revealed, locale: Locale) -> str:
    """Return all that there is of an answer which is still being written, as Slack's stream takes it.

    A stream is called what its notice was called, which says nothing of a draft.
    """
    reply = revealed.reply
    if not isinstance(reply, ShowPartial):
        return ""
    above = f"_{title_meanwhile(reply, locale)}_\n\n" if reply.draft else ""
    return above + uncalled(revealed.text(str(reply.text)))


def _whole(shown: ShowTrial, revealed: Revealed, locale: Locale) -> OutgoingMessage:
    """Return the whole answer, as a file with its beginning where it is long; beneath it what is to be said of it."""
    trial = shown.trial
    text = revealed.text(str(trial.answer))
    title = title_of(shown, locale)
    hidden = revealed.restored is None and find_labels(trial.answer)
    blocks = [
        heading(clip(title, 200)),
        *_body(text, locale),
        *(small(remark) for remark in footer(shown, locale)),
        *([small(t(locale, "try.masked"))] if hidden else []),
        *_buttons(shown.controls, locale),
    ]
    attachment = TextFile(t(locale, "try.file_name"), text) if len(text) > _LONGEST_INLINE else None
    return OutgoingMessage(escape(clip(title, 200)), tuple(blocks), attachment)


def _body(text: str, locale: Locale) -> list[Payload]:
    if not text:
        return []
    if len(text) <= _LONGEST_INLINE:
        return [markdown(text)]
    cut = text.rfind("\n", 1, _PREVIEW)
    beginning = f"{text[: cut if cut > 0 else _PREVIEW].rstrip()}\n…"
    return [small(t(locale, "try.file")), markdown(beginning)]


def _buttons(controls: tuple[Control, ...], locale: Locale) -> list[Payload]:
    return actions([control_button(control, locale) for control in controls])


MODEL_ANSWERS: Final = (
    shows(ShowTrial, lambda shown, revealed, ctx: (_whole(shown, revealed, ctx.locale),)),
    shows(ShowPartial, lambda shown, revealed, ctx: (_part(shown, revealed, ctx.locale),)),
)
