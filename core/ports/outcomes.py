"""What is counted of what people keep: kinds of choices by intent, and nothing of whom or what it was about."""

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """What was there to be kept, answered or changed."""

    PROPOSAL = "proposal"
    GAP = "gap"
    REFINEMENT = "refinement"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the figures: choices that have all of this in common are counted together.

    `detail` is the part of the prompt that was proposed, the slot of a gap, or the answer that a refinement changed;
    `result` is `kept`, `unticked` or `dropped`; `answered` or `left`; or `changed`.
    """

    choice: Choice
    intent: str
    detail: str
    result: str
