"""What is for its owner alone: a text with real values, and a document."""

from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext
from core.conversation.missing_labels import missing_sentence
from core.messages import Revealed


def restored_parts(title_id: str, revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield a text with real values under its title."""
    yield Rule(ctx.t(title_id))
    yield from document_parts(revealed, ctx)


def document_parts(revealed: Revealed, ctx: RenderContext) -> Parts:
    """Yield a text as it is, and what is to be said of the labels in it."""
    yield Text(revealed.text(), no_wrap=True, overflow="ignore")
    yield Rule()
    if revealed.left:
        yield Text(ctx.t("restore.left", labels=", ".join(revealed.left)), style="yellow")
    if revealed.missing:
        yield Text(missing_sentence(revealed.missing, ctx.locale), style="dim")
