"""What is said after a vote, as a message."""

from typing import Final

from bots.slack.blocks import actions, section
from bots.slack.mrkdwn import clip, escape
from bots.slack.outgoing_message import OutgoingMessage
from bots.slack.postings import control_buttons
from bots.slack.render_context import Messages, RenderContext, shows
from core.features.comparison.replies import ShowVerdict
from core.features.comparison.wording import vote_result
from core.messages import Revealed


def _verdict(shown: ShowVerdict, _revealed: Revealed, ctx: RenderContext) -> Messages:
    lines = "\n".join(vote_result(shown, ctx.locale))
    buttons = actions(control_buttons(shown.controls, ctx.locale))
    return (OutgoingMessage(escape(clip(lines, 1_000)), (section(escape(lines)), *buttons)),)


COMPARISON: Final = (shows(ShowVerdict, _verdict),)
