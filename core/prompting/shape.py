"""The shape of the answer: what its form means for this task."""

from collections.abc import Iterator

from core.choices import Form
from core.prompting.reading import Reading

_FEW, _SOME, _MANY = 3, 5, 7
_SHORT, _MEDIUM = 150, 700


def shape_lines(reading: Reading) -> Iterator[str]:
    """Say what the form concretely holds: order, items, columns, sections or code block."""
    frame, craft = reading.frame, reading.craft
    match reading.brief.form:
        case Form.LIST:
            yield frame.items.format(count=frame.counts[item_count(reading)])
            yield craft.item
            yield frame.numbered
        case Form.PROSE:
            yield frame.flow.format(flow=craft.flow)
            yield frame.no_bullets
        case Form.TABLE:
            yield frame.columns.format(columns=craft.columns)
            yield frame.cells
        case Form.CODE:
            yield frame.fenced_code
        case Form.REPORT:
            yield frame.sections.format(sections=" → ".join(craft.sections))
            yield frame.section_head
        case _:
            yield frame.free_form


def item_count(reading: Reading) -> int:
    """Return how many items a list of this length has room for."""
    if reading.extent.high <= _SHORT:
        return _FEW
    return _SOME if reading.extent.high <= _MEDIUM else _MANY
