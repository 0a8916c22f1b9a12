"""Consent to training data, as a part of the conversation."""

from typing import Final

from core.conversation.part import Part
from core.conversation.transitions import ANYWHERE, rows
from core.features.training_data.controls import TRAINING_DATA_CONTROLS
from core.features.training_data.events import ConsentGiven, ConsentRequested, ConsentWithdrawn
from core.features.training_data.handlers import ask, give, withdraw

TRAINING_DATA: Final = Part(
    "training_data",
    rows=rows(ANYWHERE, {ConsentRequested: ask, ConsentGiven: give, ConsentWithdrawn: withdraw}),
    controls=TRAINING_DATA_CONTROLS,
)
