"""Spans: where in a text which entity type was found."""

from dataclasses import dataclass

from core.privacy.entities import EntityType


@dataclass(frozen=True, slots=True)
class Span:
    """One analyzer result: offsets in code points, end exclusive; score from 0 to 1."""

    start: int
    end: int
    type: EntityType
    score: float
