"""What a person thought of a version, in words of ours: nothing that they wrote."""

from dataclasses import dataclass
from enum import StrEnum


class Rating(StrEnum):
    """Whether a prompt was of use."""

    GOOD = "good"
    BAD = "bad"


class Reason(StrEnum):
    """Why a prompt was of little use."""

    MISUNDERSTOOD = "misunderstood"
    TOO_GENERAL = "too_general"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    WRONG_FORM = "wrong_form"
    AWKWARD = "awkward"
    MASKING = "masking"
    POOR_ANSWER = "poor_answer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A rating, with its reason if one was given."""

    rating: Rating
    reason: Reason | None = None
