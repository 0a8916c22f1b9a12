"""What is for its owner alone: a text with real values, and a file."""

from typing import Final

from bots.discord.markup import bold, small
from bots.discord.message import Message
from bots.discord.render_context import RenderContext
from bots.discord.replies.prompt import show_text
from core.conversation.missing_labels import missing_sentence
from core.messages import Revealed, TextFile

_RESTORED_FILE: Final = "answer.md"


def show_restored(revealed: Revealed, title_id: str, ctx: RenderContext) -> Message:
    """Return a text with real values, as a file where it is long."""
    title = bold(ctx.t(title_id))
    if revealed.left:
        title = f"{title}\n{small(ctx.t('restore.left', labels=' '.join(revealed.left)))}"
    if revealed.missing:
        title = f"{title}\n{small(missing_sentence(revealed.missing, ctx.locale))}"
    return show_text(title, revealed.text(), ctx, _RESTORED_FILE)


def show_file(revealed: Revealed, title: str, name: str) -> Message:
    """Return a message that hands a file over."""
    return Message(title, file=TextFile(name, revealed.text()))
