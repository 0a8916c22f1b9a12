"""A model's substance, as a part of the conversation."""

import re
from typing import Final

from core.conversation.event_code import EventCode
from core.conversation.part import Part
from core.conversation.session import Phase
from core.conversation.transitions import LOOKED_OVER
from core.features.substance.events import ProposalsSwitched, QuestionOpened, SubstanceAsked, SubstanceFound
from core.features.substance.handlers import ask, open_question, switch, take
from core.features.substance.state import Advice
from core.features.substance.typed_words import proposals_in

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


# What buttons carry: `tick:2:off`, `more:1`.
_CODES: Final = (
    EventCode("tick", ProposalsSwitched, _write, _read),
    EventCode("more", QuestionOpened, lambda event: str(event.number), _read_question),
)
_TAKEN: Final = frozenset({Phase.ASKING, Phase.GAPS, Phase.SUMMARY, Phase.OPTIONS, Phase.CONFIRMING})
SUBSTANCE: Final = Part(
    "substance",
    rows=(
        (frozenset({Phase.SUMMARY}), SubstanceAsked, ask),
        (_TAKEN, SubstanceFound, take),
        (LOOKED_OVER, ProposalsSwitched, switch),
        (frozenset({Phase.SUMMARY, Phase.OPTIONS}), QuestionOpened, open_question),
    ),
    waits=(ProposalsSwitched, QuestionOpened),
    codes=_CODES,
    phrases=(proposals_in,),
    data=(Advice,),
)
