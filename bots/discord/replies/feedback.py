"""What is said to a rating."""

from typing import Final

from bots.discord.message import Button, Message, in_rows
from bots.discord.render_context import Messages, RenderContext, shows
from bots.shared.custom_ids import encode
from core.conversation.rating import Rating
from core.features.feedback import Rated, ShowFeedback, feedback_sentence
from core.messages import Revealed


def _thanks(shown: ShowFeedback, _revealed: Revealed, ctx: RenderContext) -> Messages:
    return (Message(feedback_sentence(shown, ctx.locale), in_rows(_reasons(shown, ctx))),)


def _reasons(shown: ShowFeedback, ctx: RenderContext) -> tuple[Button, ...]:
    return tuple(
        Button(ctx.t(f"why.{reason}"), encode(Rated(Rating.BAD, shown.number, reason))) for reason in shown.wanted
    )


FEEDBACK: Final = (shows(ShowFeedback, _thanks),)
