"""Feedback, as a part of the conversation."""

from typing import Final

from core.conversation.part import Part
from core.conversation.session import Phase
from core.conversation.transitions import LOOKED_OVER
from core.features.feedback.codes import FEEDBACK_CODES
from core.features.feedback.controls import FEEDBACK_CONTROLS
from core.features.feedback.events import Rated
from core.features.feedback.handlers import rate, reason_in
from core.features.feedback.replies import ShowFeedback

FEEDBACK: Final = Part(
    "feedback",
    rows=((LOOKED_OVER | {Phase.GENERATING}, Rated, rate),),
    controls=FEEDBACK_CONTROLS,
    codes=FEEDBACK_CODES,
    phrases=(reason_in,),
    replies=(ShowFeedback,),
)
