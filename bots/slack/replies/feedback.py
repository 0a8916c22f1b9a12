"""What is said to a rating, as a message."""

from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, button, paragraph
from bots.slack.message import posting
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.texts import t
from core.conversation.rating import Rating
from core.features.feedback import Rated, ShowFeedback, feedback_sentence
from core.messages import Revealed


def _thanks(shown: ShowFeedback, _revealed: Revealed, ctx: RenderContext) -> Messages:
    sentence = feedback_sentence(shown, ctx.locale)
    reasons = [
        button(t(ctx.locale, f"why.{reason}"), encode(Rated(Rating.BAD, shown.number, reason)))
        for reason in shown.wanted
    ]
    return (posting(sentence, ctx.locale, [paragraph(sentence), *actions(reasons)]),)


FEEDBACK: Final = (shows(ShowFeedback, _thanks),)
