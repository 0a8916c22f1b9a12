"""The buttons of a rating, and what is said to it, as a message."""

from typing import Final

from bots.shared.custom_ids import encode
from bots.slack.blocks import actions, button, option, paragraph
from bots.slack.control_codes import PREFIX
from bots.slack.message import posting
from bots.slack.payload import Payload
from bots.slack.render_context import Messages, RenderContext, shows
from bots.slack.texts import t
from core.conversation.rating import Rating
from core.features.feedback import Rated, ShowFeedback, feedback_sentence
from core.messages import Revealed
from core.values.locale import Locale


def rating_buttons(version: int, locale: Locale) -> Payload:
    """Return the buttons beneath a prompt that say whether it helped."""
    good, bad = (
        option(t(locale, f"control.{rating}"), encode(Rated(rating, version))) for rating in (Rating.GOOD, Rating.BAD)
    )
    element = {
        "type": "feedback_buttons",
        "action_id": f"{PREFIX}feedback",
        "positive_button": good,
        "negative_button": bad,
    }
    return {"type": "context_actions", "elements": [element]}


def _thanks(shown: ShowFeedback, _revealed: Revealed, ctx: RenderContext) -> Messages:
    sentence = feedback_sentence(shown, ctx.locale)
    reasons = [
        button(t(ctx.locale, f"why.{reason}"), encode(Rated(Rating.BAD, shown.number, reason)))
        for reason in shown.wanted
    ]
    return (posting(sentence, ctx.locale, [paragraph(sentence), *actions(reasons)]),)


FEEDBACK: Final = (shows(ShowFeedback, _thanks),)
