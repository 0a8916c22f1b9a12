"""What taking along needs beside the session."""

from dataclasses import dataclass, replace

from core.conversation.step import Effect, Step
from core.features.takeaway.replies import ShowTakeaway
from core.ports.effects import EffectContext


@dataclass(frozen=True, slots=True)
class NeedsLinks(Effect):
    """The links that the operator allows are to be shown."""

    def carry_out(self, step: Step, context: EffectContext) -> Step:
        """Put the assistants in that a link may lead to."""
        shown = (
            replace(reply, assistants=context.assistants) if isinstance(reply, ShowTakeaway) else reply
            for reply in step.replies
        )
        return replace(step, replies=tuple(shown))
