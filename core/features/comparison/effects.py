"""What a vote changes beside the session."""

from dataclasses import dataclass

from core.conversation.step import Effect, Step
from core.features.comparison.comparison import LETTERS, Comparison
from core.ports.effects import EffectContext
from core.ports.votes import Contender


@dataclass(frozen=True, slots=True)
class VoteTaken(Effect):
    """The figures of the comparison are to be kept, with what was voted for."""

    comparison: Comparison

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Keep the figures; the answers themselves are not among them."""
        comparison = self.comparison
        contenders = tuple(
            Contender(arm, trial.model, trial.figures, is_chosen=LETTERS[place] == comparison.chosen)
            for place, (arm, trial) in enumerate(zip(comparison.arms, comparison.trials, strict=True))
        )
        context.transaction.note_vote(context.held, contenders)
        return step
