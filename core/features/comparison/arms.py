"""Arms of a comparison: the same brief as its raw line, a short or a detailed prompt, or with a model's hand in it."""

from dataclasses import replace
from enum import StrEnum

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.compose import compose
from core.values.choices import Variant


class Arm(StrEnum):
    """How a brief is put to a model."""

    RAW = "raw"
    SHORT = "short"
    DETAILED = "detailed"
    SUBSTANCE = "substance"
    WHOLE = "whole"


def prompt_of(arm: Arm, brief: Brief) -> MaskedText:
    """Return what a model is asked in this arm; the raw line is what the person would have typed without help.

    The prompt with a model's substance, and the model's own, begin as the detailed one: a model is asked elsewhere.
    """
    if arm is Arm.RAW:
        return brief.purpose
    variant = Variant.COMPACT if arm is Arm.SHORT else Variant.FULL
    return compose(replace(brief, variant=variant)).prompt
