"""The codes of what the ticks of a model's proposals carry, and its questions: `tick:2:off`, `more:1`."""

import re
from typing import Final

from core.conversation.event_code import EventCode
from core.features.substance.events import ProposalsSwitched, QuestionOpened

_NUMBER: Final = re.compile(r"[0-9]{1,2}")
_TICKS: Final = {True: "on", False: "off", None: "over"}


def _write(event: ProposalsSwitched) -> str:
    return f"{event.number}:{_TICKS[event.wanted]}"


def _read(rest: str) -> ProposalsSwitched | None:
    number, _, name = rest.partition(":")
    wanted = [wanted for wanted, tick in _TICKS.items() if tick == name]
    return ProposalsSwitched(int(number), wanted[0]) if wanted and _NUMBER.fullmatch(number) else None


def _read_question(rest: str) -> QuestionOpened | None:
    return QuestionOpened(int(rest)) if _NUMBER.fullmatch(rest) else None


SUBSTANCE_CODES: Final = (
    EventCode("tick", ProposalsSwitched, _write, _read),
    EventCode("more", QuestionOpened, lambda event: str(event.number), _read_question),
)
