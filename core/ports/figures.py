"""What is counted of the feedback: what was rated, of what kind it was, and nothing of whom or what it was about."""

from dataclasses import dataclass

from core.choices import Variant
from core.conversation.rating import Rating, Reason
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
