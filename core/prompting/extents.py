"""The lines about length: the range in figures, shared out over parts where it is long."""

from collections.abc import Iterator

from core.choices import Form, Length
from core.prompting.extent import Extent
from core.prompting.frame import Frame, Part
from core.prompting.notes import Conflict
from core.prompting.reading import Reading
from core.prompting.shape import item_count, section_names
from core.prompting.task_types import TaskType
from core.prompting.tongue import ENGLISH

_ENGLISH_WORD = 6  # characters, with the space after it
_ROUNDED_FROM = 50
_PARTS = {Form.TABLE: Part.TABLE, Form.CODE: Part.CODE}


def extent_lines(reading: Reading) -> Iterator[str]:
    """Say the length in characters where the answer has not, how it is split when long, and what counts."""
    frame, extent = reading.frame, reading.extent
    if not isinstance(reading.brief.length, Length):
        yield frame.characters.format(range=_range(frame, extent))
    if extent.is_split:
        yield frame.split.format(parts=", ".join(_shares(reading)))
    if reading.tongue is ENGLISH:
        words = Extent(_words(extent.low), _words(extent.high))
        yield frame.words.format(range=_range(frame, words))
    if reading.task_type is TaskType.CODE or (
        reading.brief.form is Form.CODE and not reading.has(Conflict.TEXT_AS_CODE)
    ):
        yield frame.code_uncounted
    if reading.task_type is TaskType.PRACTICE:
        yield frame.per_turn


def _shares(reading: Reading) -> Iterator[str]:
    for name, percent in _parts(reading):
        share = _range(reading.frame, reading.extent.share(percent))
        yield reading.frame.part.format(name=name, range=share)


def _parts(reading: Reading) -> tuple[tuple[str, int], ...]:
    frame, form = reading.frame, reading.brief.form
    if form is Form.REPORT:
        names = section_names(reading)
        return ((frame.each_section, 100 // len(names)),)
    if form is Form.LIST and not reading.wishes.counts:
        return ((frame.each_item, 100 // item_count(reading)),)
    return frame.parts[_PARTS.get(form, Part.TEXT) if isinstance(form, Form) else Part.TEXT]


def _words(characters: int) -> int:
    words = characters / _ENGLISH_WORD
    return round(words / 5) * 5 if words >= _ROUNDED_FROM else max(1, round(words))


def _range(frame: Frame, extent: Extent) -> str:
    return frame.range.format(low=f"{extent.low:,}", high=f"{extent.high:,}")
