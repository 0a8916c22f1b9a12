"""Feedback on a finished prompt: a rating, and what to do about a bad one."""

from dataclasses import replace

from core.conversation.events import Rated
from core.conversation.rating import Feedback, Rating, Reason
from core.conversation.replies import ShowFeedback
from core.conversation.session import Session
from core.conversation.step import Step
from core.errors import IllegalEvent
from core.privacy.text import MaskedText


def rate(session: Session, event: Rated) -> Step:
    """Keep what the person thought of a version, the newest word counting; ask why, if it was of little use.

    Raises:
        IllegalEvent: There is no such version.
    """
    number = session.current_version if event.number is None else event.number
    if all(version.number != number for version in session.versions):
        raise IllegalEvent
    feedback = Feedback(event.rating, event.reason)
    versions = tuple(
        replace(version, feedback=feedback) if version.number == number else version for version in session.versions
    )
    wanted = tuple(Reason) if event.rating is Rating.BAD and event.reason is None else ()
    return Step(replace(session, versions=versions), (ShowFeedback(number, feedback, wanted),))


def reason_in(session: Session, text: MaskedText, wordings: dict[str, Reason]) -> Rated | None:
    """Return the reason that a text is, while the version in use waits for one."""
    current = session.in_use
    if current is None or current.feedback != Feedback(Rating.BAD):
        return None
    reason = wordings.get(text.casefold().strip(" .!"))
    return Rated(Rating.BAD, current.number, reason) if reason else None
