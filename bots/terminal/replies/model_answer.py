"""What a model answered, on a terminal."""

from typing import Final

from rich.rule import Rule
from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext, shows
from core.conversation.model_answer_lines import footer, title
from core.conversation.model_replies import ShowPartial, ShowTrial
from core.messages import Revealed


def _answer(shown: ShowTrial, _revealed: Revealed, ctx: RenderContext) -> Parts:
    """Say what is to be said of an answer; it stands above already, printed as it came."""
    if shown.trial.answer and not shown.letter:
        yield Rule(title(shown, ctx.locale))
    yield from map(Text, footer(shown, ctx.locale))
    yield from ctx.controls(shown.controls)


MODEL_ANSWERS: Final = (
    shows(ShowTrial, _answer),
    shows(ShowPartial, lambda *_: iter(())),  # the outbox prints it as it comes
)
