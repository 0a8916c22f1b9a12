"""Feedback on a finished prompt: a rating, and what to do about a bad one."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from core.conversation.rating import Feedback, Rating, Reason
from core.conversation.session import Phase, Session, Version
from core.conversation.step import Effect, Step
from core.conversation.texts import TEXTS
from core.errors import IllegalEvent
from core.features.feedback.events import Rated
from core.features.feedback.replies import ShowFeedback
from core.ports.counters import RatingCount
from core.ports.effects import EffectContext
from core.privacy.text import MaskedText

_REASONS: Final = MappingProxyType(
    {texts[f"why.{reason}"].casefold(): reason for texts in TEXTS.values() for reason in Reason}
)
_LOOKED_OVER: Final = frozenset({Phase.SUMMARY, Phase.OPTIONS, Phase.DONE})


@dataclass(frozen=True, slots=True)
class Counted(Effect):
    """A figure is to be raised, or lowered where a rating is taken back."""

    figure: RatingCount
    change: int

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Raise or lower the figure."""
        context.transaction.count(self.figure, self.change)
        return step


def rate(session: Session, event: Rated) -> Step:
    """Keep what the person thought of a version, the newest word counting; ask why, if it was of little use.

    Raises:
        IllegalEvent: There is no such version.
    """
    number = session.current_version if event.number is None else event.number
    version = session.version(number)
    if version is None:
        raise IllegalEvent
    feedback = Feedback(event.rating, event.reason)
    rated = replace(version, feedback=feedback)
    versions = tuple(rated if each.number == number else each for each in session.versions)
    wanted = tuple(Reason) if event.rating is Rating.BAD and event.reason is None else ()
    was, now = _figure(version, session), _figure(rated, session)
    counted = tuple(Counted(figure, change) for figure, change in ((was, -1), (now, 1)) if figure and was != now)
    return Step(replace(session, versions=versions), (ShowFeedback(number, feedback, wanted),), counted)


def reason_in(session: Session, text: MaskedText) -> Rated | None:
    """Return the reason that a text is, while the version in use waits for one."""
    current = session.in_use if session.phase in _LOOKED_OVER else None
    if current is None or current.feedback != Feedback(Rating.BAD):
        return None
    reason = _REASONS.get(text.casefold().strip(" .!"))
    return Rated(Rating.BAD, current.number, reason) if reason else None


def _figure(version: Version, session: Session) -> RatingCount | None:
    if version.feedback is None:
        return None
    return RatingCount(
        version.feedback.rating,
        version.feedback.reason,
        version.task_type or "",
        version.variant,
        version.prompt_language or session.locale,
        by_model=version.polished > 0,
    )
