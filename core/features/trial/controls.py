"""The controls of trying a prompt."""

from typing import Final

from core.conversation.control_table import ControlSpec, Offer, has_model
from core.conversation.controls import Control, Where
from core.features.trial.events import TryRequested

TRIAL_CONTROLS: Final = (
    ControlSpec(
        Control.TRY,
        "실행해보기|실행|실행하기|실행해줘|실행해봐|try|tryit|run|runit",
        TryRequested(),
        offers=(Offer(Where.MENU, 1, has_model),),
    ),
)
