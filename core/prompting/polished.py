"""What came of asking a model: the prompt, and a record of what was taken from it."""

from dataclasses import dataclass
from enum import StrEnum

from core.prompting.catalogue import Missing
from core.prompting.compose import Composition
from core.prompting.guard import Rule


class Part(StrEnum):
    """What a model may word: one of the composer's slots, or the prompt as a whole."""

    ROLE = "role"
    TASK = "task"
    STEPS = "steps"
    CRITERIA = "criteria"
    WHOLE = "whole"


class Reason(StrEnum):
    """Why a wording that no rule of the guard speaks against was left out all the same."""

    UNAVAILABLE = "unavailable"
    UNCHANGED = "unchanged"
    PERSONAL = "personal"
    CONTRACT = "contract"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a model's wording of one part: taken when `reasons` is empty. It holds no text."""

    part: Part
    reasons: tuple[Rule | Reason, ...] = ()

    @property
    def taken(self) -> bool:
        """Whether the model's wording stands in the prompt."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Polished:
    """A prompt that a model was asked about; `missing` is what the person might still say, at most two.

    The tokens are what the generation took in all, as the model's server counts them.
    """

    composition: Composition
    model: str
    decisions: tuple[Decision, ...] = ()
    missing: tuple[Missing, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def taken(self) -> int:
        """How many parts the model worded."""
        return sum(decision.taken for decision in self.decisions)

    @property
    def kept(self) -> int:
        """How many parts kept the composer's words."""
        return len(self.decisions) - self.taken
