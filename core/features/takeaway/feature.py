"""Taking along, as a part of the conversation."""

from typing import Final

from core.conversation.control_names import Control, Where
from core.conversation.control_specs import ControlSpec, Offer
from core.conversation.part import Part
from core.conversation.session import Phase
from core.features.takeaway.events import TakeRequested
from core.features.takeaway.handlers import take
from core.features.takeaway.replies import ShowTakeaway
from core.features.takeaway.reveal import reveal_takeaway

_CONTROLS: Final = (
    ControlSpec(
        Control.TAKE, "가져가기|가져갈게요|takealong|take|takeaway", TakeRequested(), offers=(Offer(Where.MENU, 12),)
    ),
)
TAKEAWAY: Final = Part(
    "takeaway",
    rows=((frozenset({Phase.DONE}), TakeRequested, take),),
    controls=_CONTROLS,
    replies=(ShowTakeaway,),
    reveals={ShowTakeaway: reveal_takeaway},
)
