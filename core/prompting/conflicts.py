"""Conflicts: which answers of a brief contradict each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.choices import Form, Length, Level
from core.prompting.brief import Brief
from core.prompting.extent import Extent
from core.prompting.frame import Frame
from core.prompting.notes import Conflict, Note
from core.prompting.purpose import asking
from core.prompting.task_types import TaskType
from core.prompting.tongue import Tongue
from core.prompting.wishes import Wishes, read_wishes

_SAID: Final = ("purpose", "constraints")
_ROOMY: Final = 5  # items that a short answer can still hold as phrases
_LEVELS: Final = {
    Level.ELEMENTARY: r"초등학생|elementary|primary school",
    Level.HIGH_SCHOOL: r"고등학생|high[- ]school",
    Level.UNIVERSITY: r"대학생|university student|undergraduate",
    Level.EXPERT: r"전문가(?:를|에게|도| 수준| 대상)|for experts",
}
_ADDRESSED: Final = r"\s*(?:에게|도|을 위|를 위|용|이 이해|가 이해|수준| 수준| 눈높이|을 대상|를 대상)"
_LEVEL_WORDS: Final = {
    level: re.compile(rf"(?:{words}){_ADDRESSED}|for (?:an? )?(?:{words})", re.IGNORECASE)
    for level, words in _LEVELS.items()
}


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction as found: what stands, what another answer says, and which answers these are."""

    conflict: Conflict
    chosen: str
    other: str
    keys: tuple[str, ...]

    def note(self, wording: str) -> Note:
        """Return what the person is told."""
        return Note(self.conflict, wording.format(chosen=self.chosen, other=self.other), self.keys)


def find_conflicts(
    brief: Brief, frame: Frame, task_type: TaskType, extent: Extent, tongue: Tongue | None
) -> tuple[Found, ...]:
    """Return the contradictions of a brief, each kind once."""
    said = {name: read_wishes(asking(text)) for name in _SAID if (text := getattr(brief, name))}
    found = [*_within(brief, frame, task_type, extent, said)]
    for name, wishes in said.items():
        found += _with_wishes(brief, frame, name, wishes, extent)
        found += _with_language(brief, name, wishes, task_type, tongue)
        found += _with_level(brief, frame, name)
    return tuple({one.conflict: one for one in reversed(found)}.values())[::-1]


def _within(
    brief: Brief, frame: Frame, task_type: TaskType, extent: Extent, said: dict[str, Wishes]
) -> Iterator[Found]:
    form = frame.choices["form"].get(brief.form, "") if isinstance(brief.form, Form) else ""
    figures = f"{extent.low:,}~{extent.high:,}"
    if brief.form in (Form.LIST, Form.TABLE, Form.REPORT) and task_type is TaskType.CODE:
        yield Found(Conflict.CODE_AMONG_TEXT, form, "", ("form", "purpose"))
    if brief.form is Form.CODE and task_type not in (TaskType.CODE, TaskType.DATA):
        yield Found(Conflict.TEXT_AS_CODE, form, "", ("form", "purpose"))
    if brief.form is Form.REPORT and extent.is_short:
        yield Found(Conflict.SHORT_REPORT, figures, form, ("length", "form"))
    many = next((count for wishes in said.values() for count in wishes.counts), "")
    if extent.is_short and _number(many) > _ROOMY:
        yield Found(Conflict.SHORT_MANY, figures, many, ("length", "purpose"))


def _with_wishes(brief: Brief, frame: Frame, name: str, wishes: Wishes, extent: Extent) -> Iterator[Found]:
    forms = frame.choices["form"]
    if wishes.form and isinstance(brief.form, Form) and wishes.form is not brief.form:
        yield Found(Conflict.FORM, forms[brief.form], forms[wishes.form], ("form", name))
    if wishes.extent and isinstance(brief.length, Length) and not extent.meets(wishes.extent):
        chosen, other = (f"{one.low:,}~{one.high:,}" for one in (extent, wishes.extent))
        yield Found(Conflict.LENGTH, chosen, other, ("length", name))


def _with_language(
    brief: Brief, name: str, wishes: Wishes, task_type: TaskType, tongue: Tongue | None
) -> Iterator[Found]:
    if wishes.tongue is None or tongue is None or wishes.tongue is tongue:
        return
    conflict = Conflict.TRANSLATION if task_type is TaskType.TRANSLATION else Conflict.LANGUAGE
    yield Found(conflict, tongue.name(brief.locale), wishes.tongue.name(brief.locale), ("language", name))


def _with_level(brief: Brief, frame: Frame, name: str) -> Iterator[Found]:
    text = asking(getattr(brief, name))
    named = next((level for level, words in _LEVEL_WORDS.items() if words.search(text)), None)
    if named and isinstance(brief.level, Level) and named is not brief.level:
        levels = frame.choices["level"]
        yield Found(Conflict.LEVEL, levels[brief.level], levels[named], ("level", name))


def _number(count: str) -> int:
    digits = re.findall("[0-9]+", count)
    return int(digits[-1]) if digits else 0
