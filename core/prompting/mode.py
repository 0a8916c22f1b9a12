"""The mode: how far a model is let into the prompt."""

from enum import StrEnum


class Mode(StrEnum):
    """The composer alone, a plan with single wordings, or the prompt as a whole."""

    COMPOSER = "composer"
    SLOTS = "slots"
    WHOLE = "whole"
