"""Advice: the lines of an intent that hold under the answers of a brief, each with its worth."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from core.prompting.brief import Brief, said
from core.prompting.intents.intent import Advice
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.ruling import standing

NEXT: Final = 6
"""What the next line of a kind is worth less."""
_SPECIFIC: Final = 30
_SURE: Final = 0.8  # as the confidence is calibrated, the intent is right in 95 of 100 cases from here on
_OF_AN_UNSURE: Final = 2  # lines of each kind that hold for every request of an intent, where it may be another one


def advice(
    lines: tuple[Advice, ...], brief: Brief, understanding: Understanding, kind: tuple[Heading, Origin, int]
) -> Iterator[Line]:
    """Yield the lines of an intent that hold under these answers and contradict nothing, each worth a little less."""
    heading, origin, worth = kind
    if understanding.recognition.is_unsure:
        lines = lines[:_OF_AN_UNSURE]
    elif understanding.recognition.confidence < _SURE and not brief.intent:
        usual = [line for line in lines if line.said is None]
        lines = tuple(line for line in lines if line.said is not None or line in usual[:_OF_AN_UNSURE])
    words = said(brief)
    form, length, level = (str(answer) if isinstance(answer, StrEnum) else "" for answer in _choices(brief))
    holding = [line for line in lines if line.holds(words, form, length, level)]
    for at, line in enumerate(standing(holding, understanding.requirements, understanding.locale)):
        is_specific = line.said is not None
        yield Line(
            heading,
            line.line[understanding.locale],
            Origin.SPECIFIC if is_specific else origin,
            worth - at * NEXT + (_SPECIFIC if is_specific else 0),
        )


def _choices(brief: Brief) -> tuple[object, object, object]:
    return brief.form, brief.length, brief.level
