"""The controls of taking a prompt along."""

from typing import Final

from core.conversation.control_table import ControlSpec, Offer
from core.conversation.controls import Control, Where
from core.features.takeaway.events import TakeRequested

TAKEAWAY_CONTROLS: Final = (
    ControlSpec(
        Control.TAKE, "가져가기|가져갈게요|takealong|take|takeaway", TakeRequested(), offers=(Offer(Where.MENU, 12),)
    ),
)
