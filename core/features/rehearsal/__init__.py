"""Rehearsals as data: whom one practises with, what was said, how it went."""

from core.features.rehearsal.events import PersonaChosen, RehearsalRequested
from core.features.rehearsal.feature import REHEARSAL
from core.features.rehearsal.replies import ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.review import Point

__all__ = [
    "REHEARSAL",
    "PersonaChosen",
    "Point",
    "RehearsalRequested",
    "ShowCast",
    "ShowDocument",
    "ShowLine",
    "ShowPersona",
    "ShowReview",
]
