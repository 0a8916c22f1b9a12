"""Feedback, as a part of the conversation."""

import re
from functools import partial
from typing import Final

from core.conversation.control_names import Control, Where
from core.conversation.control_specs import ControlSpec, Offer
from core.conversation.event_code import EventCode
from core.conversation.part import Part
from core.conversation.rating import Rating, Reason
from core.conversation.session import Phase
from core.conversation.transitions import LOOKED_OVER
from core.features.feedback.events import Rated
from core.features.feedback.handlers import rate, reason_in
from core.features.feedback.replies import ShowFeedback

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,5}")


def _write(event: Rated) -> str | None:
    return f"{event.rating}:{event.number}:{event.reason or ''}".rstrip(":") if event.number is not None else None


def _read(rest: str) -> Rated | None:
    rating, _, of = rest.partition(":")
    number, _, reason = of.partition(":")
    if rating not in set(Rating) or not _NUMBER.fullmatch(number) or reason not in {"", *Reason}:
        return None
    return Rated(Rating(rating), int(number), Reason(reason) if reason else None)


# What buttons carry: `rate:good:2`, `rate:bad:2:too_long`.
_CODES: Final = (EventCode("rate", Rated, _write, _read),)


_CONTROLS: Final = (
    ControlSpec(
        Control.GOOD,
        "👍|:+1:|:thumbsup:|도움이됐어요|helpful|ithelped|thumbsup",
        Rated(Rating.GOOD),
        of_version=partial(Rated, Rating.GOOD),
        offers=(Offer(Where.RATING, 1),),
    ),
    ControlSpec(
        Control.BAD,
        "👎|:-1:|:thumbsdown:|아쉬워요|notquite|thumbsdown",
        Rated(Rating.BAD),
        of_version=partial(Rated, Rating.BAD),
        offers=(Offer(Where.RATING, 2),),
    ),
)
FEEDBACK: Final = Part(
    "feedback",
    rows=((LOOKED_OVER | {Phase.GENERATING}, Rated, rate),),
    controls=_CONTROLS,
    codes=_CODES,
    phrases=(reason_in,),
    replies=(ShowFeedback,),
)
