"""How a version and what was thought of it are called."""

from typing import Final

from core.choices import Variant
from core.conversation.replies import ShowFeedback
from core.conversation.session import Version
from core.conversation.texts import say
from core.locale import Locale

_USUAL: Final = Variant.FULL


def name_of_version(version: Version, locale: Locale) -> str:
    """Return the number of a version, with what tells it from the usual: that it is short, or in another language."""
    marks = [say(locale, f"variant.{version.variant}")] if version.variant is not _USUAL else []
    if version.tongue not in {None, locale}:
        marks.append(say(locale, f"tongue.{version.tongue}"))
    return " · ".join([say(locale, "prompt.version", number=version.number), *marks])


def feedback_sentence(shown: ShowFeedback, locale: Locale) -> str:
    """Return what is said to a rating: thanks, the question why, or what can be done about it."""
    if shown.wanted:
        return say(locale, "feedback.why")
    thanks, reason = say(locale, "feedback.thanks"), shown.feedback.reason
    return f"{thanks} {say(locale, f'mend.{reason}')}" if reason else thanks
