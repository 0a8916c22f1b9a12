"""A line of a prompt before it is put in its place: what it says, where, why, and whether it may be left out."""

from dataclasses import dataclass
from enum import StrEnum

from core.prompting.writing.sections import Heading

MUST = 1_000
"""The worth of a line that is never left out: the person's choices, demands and facts."""

LABELS = "labels"
"""The key of the line that has labels kept: without it nobody's values could be put back."""


class Origin(StrEnum):
    """Where a line comes from; each has a reason that the person can be told."""

    TASK = "task"
    GOAL = "goal"
    MOVE = "move"
    SPECIFIC = "specific"
    TOPIC = "topic"
    FACT = "fact"
    READER = "reader"
    ROLE = "role"
    SHAPE = "shape"
    LENGTH = "length"
    REQUIREMENT = "requirement"
    TRAP = "trap"
    ASSUMED = "assumed"
    CHECK = "check"
    MODEL = "model"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line under a heading; those with less `worth` go first where room is scarce.

    `key` names the answer that it comes from. `mark` stands before the text; a plain line has none. `use` stands behind
    it: what is to be done with what was told.
    """

    heading: Heading
    text: str
    origin: Origin
    worth: int = MUST
    key: str = "purpose"
    is_plain: bool = False
    mark: str = "- "
    use: str = ""

    @property
    def written(self) -> str:
        """The line as it stands in the prompt."""
        text = f"{self.text} → {self.use}" if self.use else self.text
        return text if self.is_plain else f"{self.mark}{text}"
