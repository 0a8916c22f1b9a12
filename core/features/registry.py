"""The registry of the features, and the conversation that they and the interview make up.

A feature is taken out with its folder and its line here.
"""

from typing import Final

from core.conversation.machine import Machine
from core.conversation.transitions import INTERVIEW
from core.features.comparison.feature import COMPARISON
from core.features.feedback.feature import FEEDBACK
from core.features.library.feature import LIBRARY
from core.features.mask_list.feature import MASK_LIST
from core.features.rehearsal.feature import REHEARSAL
from core.features.substance.feature import SUBSTANCE
from core.features.takeaway.feature import TAKEAWAY
from core.features.training_data.feature import TRAINING_DATA
from core.features.trial.feature import TRIAL

PARTS: Final = (
    INTERVIEW,
    COMPARISON,
    FEEDBACK,
    LIBRARY,
    MASK_LIST,
    REHEARSAL,
    SUBSTANCE,
    TAKEAWAY,
    TRAINING_DATA,
    TRIAL,
)
MACHINE: Final = Machine.of(PARTS)
advance: Final = MACHINE.advance
REVEALS: Final = {kind: reveal for part in PARTS for kind, reveal in part.reveals.items()}
GATHERS: Final = {kind: gather for part in PARTS for kind, gather in part.gathers.items()}
CONTROLS: Final = MACHINE.controls
EVENT_CODES: Final = tuple(code for part in PARTS for code in part.codes)
"""How what the features' controls carry is written."""

REPLIES: Final = tuple(kind for part in PARTS for kind in part.replies)
"""The classes of all that is shown."""

DATA: Final = tuple(kind for part in PARTS for kind in part.data)
"""The classes of all that features keep in a session."""
