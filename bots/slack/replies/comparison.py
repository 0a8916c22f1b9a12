"""What is said after a vote, as a message."""

from typing import Final

from bots.slack.message import posting
from bots.slack.render_context import Messages, RenderContext, shows
from core.features.comparison import ShowVerdict, vote_result
from core.messages import Revealed


def _verdict(shown: ShowVerdict, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return (posting("\n".join(vote_result(shown, ctx.locale)), ctx.locale, controls=shown.controls),)


COMPARISON: Final = (shows(ShowVerdict, _verdict),)
