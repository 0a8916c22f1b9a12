"""What the effects of a step are carried out with."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.conversation.events import Event
from core.conversation.session import Session
from core.conversation.step import Step
from core.messages import Incoming
from core.ports import StoredSession, Transaction
from core.ports.mask_list import EditableList
from core.values.choices import ExternalAssistant


@dataclass(frozen=True, slots=True)
class EffectContext:
    """The transaction of the event, the session as it was before with its vault as it is now, and the conversation.

    `collects` says that people can agree that their prompts become training data, `assistants` names those outside that
    a link may lead to, `mask_list` is what words may be added to: all are the operator's to set.
    """

    transaction: Transaction
    held: StoredSession
    incoming: Incoming
    advance: Callable[[Session, Event], Step]
    collects: bool = False
    assistants: tuple[ExternalAssistant, ...] = ()
    mask_list: EditableList = field(default_factory=EditableList)


def carried_out(step: Step, context: EffectContext) -> Step:
    """Carry out the effects of a step, and return what it comes to."""
    for effect in step.effects:
        step = effect.carry_out(step, context)
    return step
