"""Replies as they look on a terminal."""

from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from bots.shared.renderers import registry
from bots.terminal.render_context import Files, Parts, RenderContext, shows
from bots.terminal.replies.comparison import COMPARISON
from bots.terminal.replies.feedback import FEEDBACK
from bots.terminal.replies.library import LIBRARY
from bots.terminal.replies.model_answer import MODEL_ANSWERS
from bots.terminal.replies.prompt import prompt_parts, reasons_parts
from bots.terminal.replies.question import gap_parts, question_parts
from bots.terminal.replies.rehearsal import REHEARSAL
from bots.terminal.replies.restored import document_parts, restored_parts
from bots.terminal.replies.summary import option_parts, summary_parts
from bots.terminal.replies.takeaway import TAKEAWAY, TAKEAWAY_FILES
from bots.terminal.replies.understood import intent_parts
from bots.terminal.replies.versions import version_parts
from core.conversation import replies
from core.conversation.expected_input import Occasion
from core.conversation.model_replies import ShowProgress
from core.messages import Revealed
from core.values.locale import Locale


class Render:
    """Turns replies into what `rich` prints; `retention_days` is told to the person with the prompt."""

    def __init__(self, locale: Locale, retention_days: int) -> None:
        self._ctx = RenderContext(locale, retention_days)

    def __call__(self, revealed: Revealed) -> RenderableType:
        """Return what to print for a reply."""
        reply = revealed.reply
        preface = reply.preface if isinstance(reply, replies.Prefaced) else ()
        said = (part for sentence in preface for part in _told(sentence, revealed, self._ctx))
        return Group(*said, *RENDERERS[type(reply)](reply, revealed, self._ctx))


def _greeting(_shown: replies.Greet, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Text(ctx.t("greeting"), style="bold")
    yield Text(ctx.t("terminal.welcome"), style="dim")


def _told(shown: replies.Tell, revealed: Revealed, ctx: RenderContext) -> Parts:
    if shown.occasion is Occasion.GREETING:
        yield from _greeting(replies.Greet(), revealed, ctx)
        return
    yield Text(ctx.t(shown.text, **shown.details))
    yield from ctx.controls(shown.controls)


def _progress(shown: ShowProgress, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Text(f"{ctx.t(shown.text)} {ctx.t('terminal.stop')}", style="dim")


_INTERVIEW: Final = (
    shows(replies.Greet, _greeting),
    shows(replies.Tell, _told),
    shows(replies.Ask, question_parts),
    shows(replies.AskIntent, intent_parts),
    shows(replies.AskGap, gap_parts),
    shows(replies.OpenForm, lambda _, _revealed, ctx: iter((Text(ctx.t("terminal.no_form")),))),
    shows(replies.ShowSummary, summary_parts),
    shows(replies.ShowOptions, option_parts),
    shows(ShowProgress, _progress),
    shows(replies.ShowPrompt, prompt_parts),
    shows(replies.ShowReasons, reasons_parts),
    shows(replies.ShowVersions, version_parts),
    shows(replies.ShowRestored, lambda _, revealed, ctx: restored_parts("restore.title", revealed, ctx)),
    shows(replies.ShowExport, lambda _, revealed, ctx: document_parts(revealed, ctx)),
)
RENDERERS: Final = registry(
    _INTERVIEW,
    MODEL_ANSWERS,
    COMPARISON,
    FEEDBACK,
    LIBRARY,
    REHEARSAL,
    TAKEAWAY,
)
"""How each reply looks."""

FILES: Final[Files] = {
    **TAKEAWAY_FILES,
}
"""What each reply hands over as files."""
