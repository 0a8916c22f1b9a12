"""Feedback on a finished prompt: a rating, its reason, and what is counted of it."""

from core.features.feedback.events import Rated
from core.features.feedback.feature import FEEDBACK
from core.features.feedback.replies import ShowFeedback
from core.features.feedback.shown_text import feedback_sentence

__all__ = [
    "FEEDBACK",
    "Rated",
    "ShowFeedback",
    "feedback_sentence",
]
