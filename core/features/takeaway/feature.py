"""Taking along, as a part of the conversation."""

from typing import Final

from core.conversation.part import Part
from core.conversation.session import Phase
from core.features.takeaway.controls import TAKEAWAY_CONTROLS
from core.features.takeaway.delivery import reveal_takeaway
from core.features.takeaway.events import TakeRequested
from core.features.takeaway.handlers import take
from core.features.takeaway.replies import ShowTakeaway

TAKEAWAY: Final = Part(
    "takeaway",
    rows=((frozenset({Phase.DONE}), TakeRequested, take),),
    controls=TAKEAWAY_CONTROLS,
    replies=(ShowTakeaway,),
    reveals={ShowTakeaway: reveal_takeaway},
)
