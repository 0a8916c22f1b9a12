"""The words of the prompts, by locale."""

from typing import Final

from core.locale import Locale
from core.prompting.craft import Craft
from core.prompting.frame import Frame
from core.prompting.task_types import TaskType
from core.prompting.wording import crafts_en, crafts_ko, frame_en, frame_ko

FRAMES: Final[dict[Locale, Frame]] = {Locale.KO: frame_ko.FRAME, Locale.EN: frame_en.FRAME}
CRAFTS: Final[dict[Locale, dict[TaskType, Craft]]] = {Locale.KO: crafts_ko.CRAFTS, Locale.EN: crafts_en.CRAFTS}
