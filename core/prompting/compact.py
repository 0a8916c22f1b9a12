"""The compact variant: the topic, then its modifiers in one list."""

from collections.abc import Iterator
from typing import Final

from core.prompting.heading import Heading
from core.prompting.notes import SAID_OTHERWISE
from core.prompting.placement import Placement
from core.prompting.reading import Reading
from core.prompting.sections import (
    answers,
    audience_lines,
    bulleted,
    format_lines,
    length_lines,
    reference_lines,
    step_lines,
    task_lines,
)
from core.prompting.slots import Slots

_CRITERIA: Final = 2


def compact_sections(reading: Reading, words: Slots, placed: Placement) -> Iterator[str]:
    """Return the short form: one sentence of role and task, the conditions, what it must meet."""
    reading, frame = reading.lean(), reading.frame
    yield "\n".join([frame.headings[Heading.TASK], words.role, *task_lines(reading, words, placed)])
    yield "\n".join([frame.compact_heading, *bulleted(_conditions(reading, words, placed))])
    if "steps" in placed.lines:
        yield "\n".join([frame.headings[Heading.STEPS], *step_lines(reading, words, placed)])
    if reference := reference_lines(reading, placed):
        yield "\n".join([frame.headings[Heading.REFERENCE], *reference])


def _conditions(reading: Reading, words: Slots, placed: Placement) -> Iterator[str]:
    yield from audience_lines(reading, placed)
    yield from format_lines(reading, placed)
    yield from length_lines(reading, placed)
    yield from answers(placed, "tone", "personality", "constraints")
    if any(reading.has(conflict) for conflict in SAID_OTHERWISE):
        yield reading.frame.choices_stand
    yield reading.craft.unknown
    yield from words.criteria[:_CRITERIA]
    if reading.labels:
        yield reading.frame.placeholders.format(label=reading.labels[0])
