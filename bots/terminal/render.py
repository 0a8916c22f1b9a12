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
from bots.terminal.replies.prompt import prompt_parts, version_parts
from bots.terminal.replies.rehearsal import REHEARSAL
from bots.terminal.replies.restored import document_parts, restored_parts
from bots.terminal.replies.summary import option_parts, summary_parts
from bots.terminal.replies.takeaway import TAKEAWAY, TAKEAWAY_FILES
from bots.terminal.replies.understood import gap_parts, intent_parts, reasons_parts
from core.conversation import replies
from core.conversation.expected_input import Occasion
from core.conversation.model_replies import ShowProgress
from core.conversation.questions import QUESTIONS, Key, progress_of
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


def _question(ask: replies.Ask, _revealed: Revealed, ctx: RenderContext) -> Parts:
    if ask.hint:
        yield Text(ctx.t(ask.hint, **ask.details), style="yellow")
    optional = QUESTIONS[ask.key].optional
    yield Text(
        "\n" + ctx.t(f"ask.{ask.key}") + progress_of(ask.key),
        style="dim" if ask.key is Key.REFERENCE else "bold",
    )
    for number, choice in enumerate(ask.choices, 1):
        yield Text(f"  {number}  {ctx.t(f'{ask.key}.{choice}')}")
    if ask.current:
        yield Text(f"{ctx.t('current', answer=ask.current.text)} · {ctx.t('terminal.keep')}", style="dim")
    if ask.suggested:
        answer = ask.suggested.wording(ask.key, ctx.locale)
        yield Text(ctx.t("terminal.suggested", answer=answer), style="cyan")
    if ask.material:
        yield Text(ctx.t("ask.material", what=ask.material))
    if optional:
        yield Text(ctx.t("optional"), style="dim")
    yield from ctx.controls(ask.controls)


_INTERVIEW: Final = (
    shows(replies.Greet, _greeting),
    shows(replies.Tell, _told),
    shows(replies.Ask, _question),
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
