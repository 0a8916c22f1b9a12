"""The controls of the library."""

from typing import Final

from core.conversation.control_table import ControlSpec, Offer
from core.conversation.controls import Control, Where
from core.features.library.events import LibraryRequested, SaveRequested

LIBRARY_CONTROLS: Final = (
    ControlSpec(Control.SAVE, "저장|저장하기|save", SaveRequested(), offers=(Offer(Where.PROMPT, 3),)),
    ControlSpec(
        Control.LIBRARY,
        "보관함|내보관함|프롬프트보관함|library|mylibrary",
        LibraryRequested(),
        offers=(Offer(Where.MENU, 11),),
    ),
)
