"""What is said after a vote."""

from typing import Final

from bots.discord import limits
from bots.discord.markup import plain, shortened
from bots.discord.message import Message, in_rows
from bots.discord.render_context import Messages, RenderContext, shows
from core.features.comparison import ShowVerdict, vote_result
from core.messages import Revealed


def _verdict(shown: ShowVerdict, _revealed: Revealed, ctx: RenderContext) -> Messages:
    lines = [plain(line) for line in vote_result(shown, ctx.locale)]
    return (Message(shortened("\n".join(lines), limits.CONTENT), in_rows(ctx.controls(shown.controls))),)


COMPARISON: Final = (shows(ShowVerdict, _verdict),)
