"""Taking the prompt along: as files, and to an outside assistant."""

from dataclasses import dataclass, replace

from core.conversation.control_names import Control
from core.conversation.events import Event
from core.conversation.session import Session
from core.conversation.step import Effect, Step
from core.errors import IllegalEvent
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


def take(session: Session, _event: Event) -> Step:
    """Hand over the version in use.

    Raises:
        IllegalEvent: There is none.
    """
    version = session.in_use
    if version is None:
        raise IllegalEvent
    shown = ShowTakeaway(version.number, version.prompt, (Control.REFINE, Control.RESTORE))
    return Step(session, (shown,), (NeedsLinks(),))
