"""The controls of rating a prompt."""

from typing import Final

from core.conversation.control_table import ControlSpec, Offer
from core.conversation.controls import Control, Where
from core.conversation.rating import Rating
from core.features.feedback.events import Rated

FEEDBACK_CONTROLS: Final = (
    ControlSpec(
        Control.GOOD, "👍|도움이됐어요|helpful|ithelped|thumbsup", Rated(Rating.GOOD), offers=(Offer(Where.RATING, 1),)
    ),
    ControlSpec(Control.BAD, "👎|아쉬워요|notquite|thumbsdown", Rated(Rating.BAD), offers=(Offer(Where.RATING, 2),)),
)
