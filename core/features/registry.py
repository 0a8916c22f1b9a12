"""The registry of the features, and the conversation that they and the interview make up.

A feature is taken out with its folder and its line here.
"""

from collections.abc import Callable, Mapping
from typing import Final

from core.conversation.machine import Machine
from core.conversation.replies import Reply
from core.conversation.step import Effect, Step
from core.conversation.transitions import INTERVIEW
from core.features.comparison.feature import COMPARISON
from core.features.feedback.feature import FEEDBACK
from core.features.library.feature import LIBRARY
from core.features.rehearsal.feature import REHEARSAL
from core.features.substance.feature import SUBSTANCE
from core.features.takeaway.feature import TAKEAWAY
from core.features.training_data.feature import TRAINING_DATA
from core.features.trial.feature import TRIAL
from core.messages import Outgoing, Revealed
from core.ports import Store
from core.ports.effects import EffectContext
from core.privacy.anonymizer import Anonymizer
from core.privacy.vault import Vault

PARTS: Final = (
    INTERVIEW,
    COMPARISON,
    FEEDBACK,
    LIBRARY,
    REHEARSAL,
    SUBSTANCE,
    TAKEAWAY,
    TRAINING_DATA,
    TRIAL,
)
MACHINE: Final = Machine.of(PARTS)
advance: Final = MACHINE.advance
EFFECTS: Final[Mapping[type[Effect], Callable[[Effect, Step, EffectContext], Step]]] = {
    kind: carry for part in PARTS for kind, carry in part.effects.items()
}
"""How each effect of a step is carried out."""


def carried_out(step: Step, context: EffectContext) -> Step:
    """Carry out the effects of a step, and return what it comes to."""
    for effect in step.effects:
        step = EFFECTS[type(effect)](effect, step, context)
    return step


REVEALS: Final[Mapping[type[Reply], Callable[[Outgoing, Vault, Anonymizer | None], Revealed]]] = {
    kind: reveal for part in PARTS for kind, reveal in part.reveals.items()
}
GATHERS: Final[Mapping[type[Reply], Callable[[Store, Outgoing, Revealed], Revealed]]] = {
    kind: gather for part in PARTS for kind, gather in part.gathers.items()
}
CONTROLS: Final = MACHINE.controls
EVENT_CODES: Final = tuple(code for part in PARTS for code in part.codes)
"""How what the features' controls carry is written."""

REPLIES: Final = tuple(kind for part in PARTS for kind in part.replies)
"""The classes of all that is shown."""

DATA: Final = tuple(kind for part in PARTS for kind in part.data)
"""The classes of all that features keep in a session."""
