"""A model's answer as messages: while it is being written, and when it is there."""

from typing import Final

from bots.discord import limits
from bots.discord.markup import bold, fenced, one_line, plain, small
from bots.discord.message import Message, in_rows
from bots.discord.render_context import RenderContext, shows
from bots.discord.replies.prompt import show_text
from core.conversation.model_answer_lines import footer, title_meanwhile
from core.conversation.model_answer_lines import title as title_of
from core.conversation.model_replies import ShowPartial, ShowTrial
from core.messages import Revealed
from core.privacy.labels import find_labels

_PARTIAL: Final = 1_500  # of 2,000: its title and the fence stand there too
_FILE: Final = "answer.md"
_TITLE: Final = 80


def show_partial(shown: ShowPartial, revealed: Revealed, ctx: RenderContext) -> Message:
    """Return the end of what there is, which is what one reads along."""
    text = revealed.text(str(shown.text))
    tail = text if len(text) <= _PARTIAL else f"…{text[1 - _PARTIAL :]}"
    content = f"{title_meanwhile(shown, ctx.locale)}\n{fenced(tail.replace('```', 'ˋˋˋ').rstrip('`'))}"
    return Message(content[: limits.CONTENT], in_rows(ctx.controls(shown.controls)))


def show_trial(shown: ShowTrial, revealed: Revealed, ctx: RenderContext) -> tuple[Message, ...]:
    """Return the whole answer, and what is to be said of it in a message below it."""
    trial = shown.trial
    text = revealed.text(str(trial.answer))
    title = bold(plain(one_line(title_of(shown, ctx.locale), _TITLE)))
    said = list(footer(shown, ctx.locale))
    if revealed.restored is None and find_labels(trial.answer):
        said.append(ctx.t("try.masked"))
    rows = in_rows(ctx.controls(shown.controls))
    if not text:
        return (Message("\n".join([title, *said]), rows),)
    answer = show_text(title, text, ctx, _FILE)
    return (answer, Message(small("\n".join(said)), rows)) if said or rows else (answer,)


MODEL_ANSWERS: Final = (
    shows(ShowTrial, show_trial),
    shows(ShowPartial, lambda shown, revealed, ctx: (show_partial(shown, revealed, ctx),)),
)
