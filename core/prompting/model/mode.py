"""The mode: how far a model is let into the prompt."""

from enum import StrEnum


class Mode(StrEnum):
    """The composer alone, with substance that a model proposes, or a prompt that the model writes as a whole."""

    COMPOSER = "composer"
    SUBSTANCE = "substance"
    WHOLE = "whole"
