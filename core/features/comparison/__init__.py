"""Comparing: the same brief answered in several ways, voted on before it is said which was which."""

from core.features.comparison.arms import Arm, prompt_of
from core.features.comparison.feature import COMPARISON
from core.features.comparison.replies import ShowVerdict
from core.features.comparison.shown_text import vote_result

__all__ = [
    "COMPARISON",
    "Arm",
    "ShowVerdict",
    "prompt_of",
    "vote_result",
]
