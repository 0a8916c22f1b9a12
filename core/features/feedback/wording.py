"""What is said to a rating."""

from core.conversation.texts import say
from core.features.feedback.replies import ShowFeedback
from core.values.locale import Locale


def feedback_sentence(shown: ShowFeedback, locale: Locale) -> str:
    """Return what is said to a rating: thanks, the question why, or what can be done about it."""
    if shown.wanted:
        return say(locale, "feedback.why")
    thanks, reason = say(locale, "feedback.thanks"), shown.feedback.reason
    return f"{thanks} {say(locale, f'mend.{reason}')}" if reason else thanks
