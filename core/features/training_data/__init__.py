"""Training data: whether the masked prompts of a person may be training examples, and which become some."""

from core.features.training_data.events import ConsentRequested
from core.features.training_data.feature import TRAINING_DATA
from core.features.training_data.training_export import Filter, Pair, SkipReason, Stats, TrainingExport

__all__ = [
    "TRAINING_DATA",
    "ConsentRequested",
    "Filter",
    "Pair",
    "SkipReason",
    "Stats",
    "TrainingExport",
]
