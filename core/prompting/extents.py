"""The lines about length: the range in figures, shared out over parts where it is long."""

from collections.abc import Iterator

from core.choices import Form, Length
from core.prompting.extent import Extent
from core.prompting.frame import Frame
from core.prompting.reading import Reading
from core.prompting.shape import item_count


def extent_lines(reading: Reading) -> Iterator[str]:
    """Say the length in characters where the answer has not, and how it is split when long."""
    frame, extent = reading.frame, reading.extent
    if not isinstance(reading.brief.length, Length):
        yield frame.characters_given.format(range=_range(frame, extent))
    if extent.is_split:
        parts = (
            frame.part.format(name=name, range=_range(frame, extent.share(part))) for name, part in _parts(reading)
        )
        yield frame.split.format(parts=", ".join(parts))


def _parts(reading: Reading) -> tuple[tuple[str, int], ...]:
    frame = reading.frame
    match reading.brief.form:
        case Form.REPORT:
            sections = reading.craft.sections
            return tuple((section, 100 // len(sections)) for section in sections)
        case Form.LIST:
            return ((frame.each_item, 100 // item_count(reading)),)
        case Form.TABLE:
            return frame.parts_of_table
        case Form.CODE:
            return frame.parts_of_code
    return frame.parts_of_text


def _range(frame: Frame, extent: Extent) -> str:
    return frame.range.format(low=f"{extent.low:,}", high=f"{extent.high:,}")
