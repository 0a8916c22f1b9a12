"""What is counted, of what kind it was, and nothing of whom or what it was about: ratings, choices, votes."""

from dataclasses import dataclass
from enum import StrEnum

from core.conversation.model_answer import Figures
from core.conversation.rating import Rating, Reason
from core.values.choices import Variant
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class RatingCount:
    """One row of the figures: ratings that have all of this in common are counted together."""

    rating: Rating
    reason: Reason | None
    task_type: str
    variant: Variant
    locale: Locale
    by_model: bool


class Choice(StrEnum):
    """What was there to be kept, answered or changed."""

    PROPOSAL = "proposal"
    GAP = "gap"
    REFINEMENT = "refinement"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the figures: choices that have all of this in common are counted together.

    `detail` is the part of the prompt that was proposed, the slot of a gap, the answer that a refinement changed, or an
    item's entity type with what found it (`PERSON: tagger`), where that is known; `result` is `kept`, `unticked` or
    `dropped`; `answered` or `left`; `changed`; or, of an item, `kept` as written or `masked`.
    """

    choice: Choice
    intent: str
    detail: str
    result: str


@dataclass(frozen=True, slots=True)
class Contender:
    """One arm of a comparison, with the model that answered, its figures, and whether it was voted for."""

    arm: str
    model: str
    figures: Figures
    is_chosen: bool
