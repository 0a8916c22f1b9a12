"""What is said to a rating, as a message."""

from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, button, paragraph
from bots.slack.mrkdwn import escape
from bots.slack.outgoing_message import OutgoingMessage
from bots.slack.payload import Payload
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.texts import word
from core.conversation.rating import Rating
from core.features.feedback.events import Rated
from core.features.feedback.replies import ShowFeedback
from core.features.feedback.wording import feedback_sentence
from core.locale import Locale
from core.messages import Revealed


def _thanks(shown: ShowFeedback, _revealed: Revealed, ctx: RenderContext) -> Messages:
    sentence = feedback_sentence(shown, ctx.locale)
    return (OutgoingMessage(escape(sentence), (paragraph(sentence), *actions(_reasons(shown, ctx.locale)))),)


def _reasons(shown: ShowFeedback, locale: Locale) -> list[Payload]:
    return [
        button(word(locale, f"why.{reason}"), encode(Rated(Rating.BAD, shown.number, reason)))
        for reason in shown.wanted
    ]


FEEDBACK: Final = (shows(ShowFeedback, _thanks),)
