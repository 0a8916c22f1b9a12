"""Substance: what a model proposes for the answers, shown in the summary as ticks that a person can take away."""

from core.features.substance.events import ProposalsSwitched, QuestionOpened, SubstanceAsked, SubstanceFound
from core.features.substance.feature import SUBSTANCE
from core.features.substance.handlers import advice_of, question_at, questions_in, slot_of
from core.features.substance.job import Advising, about, is_answered, record_of
from core.features.substance.shown_text import line_of

__all__ = [
    "SUBSTANCE",
    "Advising",
    "ProposalsSwitched",
    "QuestionOpened",
    "SubstanceAsked",
    "SubstanceFound",
    "about",
    "advice_of",
    "is_answered",
    "line_of",
    "question_at",
    "questions_in",
    "record_of",
    "slot_of",
]
