"""What a rating changes beside the session."""

from dataclasses import dataclass

from core.conversation.step import Effect, Step
from core.ports.effects import EffectContext
from core.ports.figures import Figure


@dataclass(frozen=True, slots=True)
class Counted(Effect):
    """A figure is to be raised, or lowered where a rating is taken back."""

    figure: Figure
    change: int

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Raise or lower the figure."""
        context.transaction.count(self.figure, self.change)
        return step
