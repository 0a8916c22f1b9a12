"""The codes of what the controls of the feedback carry: `rate:good:2`, `rate:bad:2:too_long`."""

import re
from typing import Final

from core.conversation.event_code import EventCode
from core.conversation.rating import Rating, Reason
from core.features.feedback.events import Rated

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,5}")


def _write(event: Rated) -> str | None:
    return f"{event.rating}:{event.number}:{event.reason or ''}".rstrip(":") if event.number is not None else None


def _read(rest: str) -> Rated | None:
    rating, _, of = rest.partition(":")
    number, _, reason = of.partition(":")
    if rating not in set(Rating) or not _NUMBER.fullmatch(number) or reason not in {"", *Reason}:
        return None
    return Rated(Rating(rating), int(number), Reason(reason) if reason else None)


FEEDBACK_CODES: Final = (EventCode("rate", Rated, _write, _read),)
