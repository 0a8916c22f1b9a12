"""Feedback as figures: what was rated, of what kind it was, and nothing of whom or what it was about."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.choices import Variant
from core.conversation.rating import Rating, Reason
from core.conversation.session import Session, Version
from core.locale import Locale


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the figures: ratings that have all of this in common are counted together."""

    rating: Rating
    reason: Reason | None
    task_type: str
    variant: Variant
    locale: Locale
    by_model: bool


def changes(before: Session, after: Session) -> Iterator[tuple[Figure, int]]:
    """Yield the figures that change between two states of a session, with by how much."""
    earlier = {version.number: _figure(version, before) for version in before.versions}
    for version in after.versions:
        was, now = earlier.get(version.number), _figure(version, after)
        if was != now:
            yield from ((figure, change) for figure, change in ((was, -1), (now, 1)) if figure)


def _figure(version: Version, session: Session) -> Figure | None:
    if version.feedback is None:
        return None
    return Figure(
        version.feedback.rating,
        version.feedback.reason,
        version.task_type or "",
        version.variant,
        version.tongue or session.locale,
        by_model=version.polished > 0,
    )
