"""A model's substance, as a part of the conversation."""

from typing import Final

from core.conversation.part import Part
from core.conversation.session import Phase
from core.conversation.transitions import LOOKED_OVER
from core.features.substance.codes import SUBSTANCE_CODES
from core.features.substance.events import ProposalsSwitched, QuestionOpened, SubstanceAsked, SubstanceFound
from core.features.substance.handlers import ask, open_question, switch, take
from core.features.substance.state import Advice
from core.features.substance.words import proposals_in

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
    codes=SUBSTANCE_CODES,
    phrases=(proposals_in,),
    data=(Advice,),
)
