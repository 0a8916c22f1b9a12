"""An advised prompt: the one that stands after asking a model, and a record of what of its proposals was kept."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from core.privacy.text import MaskedText
from core.prompting.compose import Composition
from core.prompting.guard.violations import Rule
from core.prompting.substance import Substance


class ProposalKind(StrEnum):
    """What a model may propose: a line of the prompt's substance, what is to be made or asked, or the whole prompt."""

    INTENT = "intent"
    RESTATED = "restated"
    COVER = "cover"
    PARTS = "parts"
    TRAPS = "traps"
    QUESTIONS = "questions"
    PROMPT = "prompt"


class DropReason(StrEnum):
    """Why a proposal was dropped that no rule of the guard speaks against, or why there is none."""

    UNAVAILABLE = "unavailable"
    UNREADABLE = "unreadable"
    UNCHANGED = "unchanged"
    PERSONAL = "personal"
    COVERAGE = "coverage"
    SHAPE = "shape"
    FIT = "fit"
    UNTICKED = "unticked"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that a model proposed, kept when nothing speaks against it; a record of it leaves the text out."""

    part: ProposalKind
    text: str = field(default="", repr=False)
    reasons: tuple[Rule | DropReason, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether it stands in the prompt."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Advised:
    """The composer's prompt with the substance that was kept, and the model's own where it may stand in its place.

    The tokens are what was asked and answered in all, as the model's server counts them.
    """

    composition: Composition = field(repr=False)
    model: str
    substance: Substance = field(default=Substance(), repr=False)
    proposals: tuple[Proposal, ...] = ()
    whole: MaskedText | None = field(default=None, repr=False)
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def prompt(self) -> MaskedText:
        """The prompt that is shown first."""
        return self.whole or self.composition.prompt


def kept(proposals: Iterable[Proposal]) -> int:
    """Return how many proposals were kept."""
    return sum(proposal.is_kept for proposal in proposals)
