"""Trying the prompt: a model answers it, and the answer is shown with how well it keeps to what was asked."""

from core.features.trial.feature import TRIAL

__all__ = [
    "TRIAL",
]
