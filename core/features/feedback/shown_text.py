"""What is said to a rating."""

from core.conversation.texts import t
from core.features.feedback.replies import ShowFeedback
from core.values.locale import Locale


def feedback_sentence(shown: ShowFeedback, locale: Locale) -> str:
    """Return what is said to a rating: thanks, the question why, or what can be done about it."""
    if shown.wanted:
        return t(locale, "feedback.why")
    thanks, reason = t(locale, "feedback.thanks"), shown.feedback.reason
    return f"{thanks} {t(locale, f'mend.{reason}')}" if reason else thanks
