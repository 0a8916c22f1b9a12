"""What is said to a rating, on a terminal."""

from typing import Final

from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext, shows
from core.features.feedback import ShowFeedback, feedback_sentence
from core.messages import Revealed


def _thanks(shown: ShowFeedback, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield Text(feedback_sentence(shown, ctx.locale))
    if shown.wanted:
        yield Text(" · ".join(ctx.t(f"why.{reason}") for reason in shown.wanted), style="dim italic")


FEEDBACK: Final = (shows(ShowFeedback, _thanks),)
