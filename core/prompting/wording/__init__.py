"""The words of the prompts, by locale."""

from typing import Final

from core.locale import Locale
from core.prompting.craft import Craft, Specialty
from core.prompting.frame import Frame
from core.prompting.notes import Conflict
from core.prompting.subtypes import SubType
from core.prompting.task_types import TaskType
from core.prompting.wording import (
    crafts_en,
    crafts_ko,
    frame_en,
    frame_ko,
    notes_en,
    notes_ko,
    specialties_en,
    specialties_ko,
)
from core.prompting.wording.whys import WHYS

__all__ = ["CRAFTS", "FRAMES", "NOTES", "SPECIALTIES", "WHYS"]

FRAMES: Final[dict[Locale, Frame]] = {Locale.KO: frame_ko.FRAME, Locale.EN: frame_en.FRAME}
CRAFTS: Final[dict[Locale, dict[TaskType, Craft]]] = {Locale.KO: crafts_ko.CRAFTS, Locale.EN: crafts_en.CRAFTS}
SPECIALTIES: Final[dict[Locale, dict[SubType, Specialty]]] = {
    Locale.KO: specialties_ko.SPECIALTIES,
    Locale.EN: specialties_en.SPECIALTIES,
}
NOTES: Final[dict[Locale, dict[Conflict, str]]] = {Locale.KO: notes_ko.NOTES, Locale.EN: notes_en.NOTES}
