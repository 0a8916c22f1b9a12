"""The shape of the answer: what its form means for this task."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from core.choices import Form
from core.prompting.fences import fence_for
from core.prompting.frame import Order
from core.prompting.notes import Conflict
from core.prompting.options import options_in
from core.prompting.reading import Reading
from core.prompting.subtypes import SubType
from core.prompting.task_types import TaskType

_ARROW: Final = " → "
_FEW: Final = 3
_ONE: Final = frozenset((count,) for count in ("하나", "한가지", "한 가지", "한 개", "한개", "1가지", "1개"))
_IN_SEQUENCE: Final = frozenset(
    {
        TaskType.WRITING,
        TaskType.EMAIL,
        TaskType.TRANSLATION,
        TaskType.PLANNING,
        TaskType.CODE,
        TaskType.DATA,
        TaskType.PRACTICE,
    }
)
_STEP_BY_STEP: Final = frozenset({SubType.RECIPE, SubType.HOW_TO})
_BY_PREFERENCE: Final = frozenset({TaskType.IDEAS, TaskType.DECISION})
_MEDIUM: Final = 700  # characters up to which five items have room


def shape_lines(reading: Reading) -> Iterator[str]:
    """Say what the form concretely holds: order, items, columns, sections or code block."""
    return islice(_shape(reading), 1) if reading.is_bare else _shape(reading)


def item_count(reading: Reading) -> int:
    """Return how many items an answer of this length has room for."""
    if reading.extent.is_short:
        return _FEW
    return 5 if reading.extent.high <= _MEDIUM else 7


def section_names(reading: Reading) -> tuple[str, ...]:
    """Return the sections of a report: all, or the first, the middle and the last where room is scarce."""
    sections = reading.craft.sections
    return (sections[0], sections[len(sections) // 2], sections[-1]) if reading.extent.is_short else sections


def _shape(reading: Reading) -> Iterator[str]:
    match reading.brief.form:
        case Form.LIST:
            yield from _list(reading)
        case Form.PROSE:
            yield from _prose(reading)
        case Form.TABLE:
            yield from _table(reading)
        case Form.CODE:
            yield from _code(reading)
        case Form.REPORT:
            yield from _report(reading)
        case _:
            yield reading.frame.free_form
    if reading.task_type is TaskType.CODE and reading.brief.form is not Form.CODE:
        yield reading.frame.code_apart


def _list(reading: Reading) -> Iterator[str]:
    frame = reading.frame
    yield _count(reading, frame.items, frame.items_around)
    yield frame.item_short if reading.extent.is_short else reading.craft.item
    if reading.wishes.counts[:2] not in _ONE:
        yield frame.order[_order(reading)]


def _order(reading: Reading) -> Order:
    if reading.task_type in _IN_SEQUENCE or reading.subtype in _STEP_BY_STEP:
        return Order.SEQUENCE
    return Order.PREFERENCE if reading.task_type in _BY_PREFERENCE else Order.IMPORTANCE


def _prose(reading: Reading) -> Iterator[str]:
    frame = reading.frame
    if reading.extent.is_short:
        yield frame.flow.format(flow=_ARROW.join(reading.craft.flow.split(_ARROW)[:_FEW]))
        yield frame.flow_short
    else:
        yield frame.flow.format(flow=reading.craft.flow)
    yield frame.paragraphs


def _table(reading: Reading) -> Iterator[str]:
    frame, brief = reading.frame, reading.brief
    options = options_in(brief.purpose) if _compares(reading) else None
    compared = frame.options.format(first=options[0], second=options[1]) if options else reading.craft.columns
    yield frame.columns.format(columns=compared)
    if options:  # the number that is asked for is that of the columns
        yield frame.rows_around.format(count=frame.counts[item_count(reading)])
    else:
        yield _count(reading, frame.rows, frame.rows_around)
    yield frame.cells_short if reading.extent.is_short else frame.cells


def _compares(reading: Reading) -> bool:
    return reading.task_type is TaskType.DECISION or reading.subtype is SubType.DIFFERENCE


def _code(reading: Reading) -> Iterator[str]:
    frame, brief = reading.frame, reading.brief
    if reading.has(Conflict.TEXT_AS_CODE):
        yield frame.copyable
        return
    fence = fence_for(f"{brief.purpose}\n{brief.constraints or ''}\n{brief.background}")
    yield frame.fence.format(fence=fence) if fence else frame.fence_unnamed
    yield frame.code_whole
    yield frame.code_explained


def _report(reading: Reading) -> Iterator[str]:
    frame = reading.frame
    yield frame.sections.format(sections=_ARROW.join(section_names(reading)))
    yield frame.section_heads_short if reading.extent.is_short else frame.section_heads


def _count(reading: Reading, asked: str, around: str) -> str:
    frame, counts = reading.frame, reading.wishes.counts
    if not counts:
        return around.format(count=frame.counts[item_count(reading)])
    return asked.format(count=frame.as_asked.format(count=counts[0]) if len(counts) == 1 else frame.as_asked_each)
