"""What is said after a vote, on a terminal."""

from typing import Final

from rich.text import Text

from bots.terminal.render_context import Parts, RenderContext, shows
from core.features.comparison import ShowVerdict, vote_result
from core.messages import Revealed


def _verdict(shown: ShowVerdict, _revealed: Revealed, ctx: RenderContext) -> Parts:
    yield from map(Text, vote_result(shown, ctx.locale))
    yield from ctx.controls(shown.controls)


COMPARISON: Final = (shows(ShowVerdict, _verdict),)
