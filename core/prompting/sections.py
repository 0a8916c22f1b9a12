"""The sections of a prompt: a heading and its lines, each from what was read of the brief."""

from collections.abc import Iterable

from core.prompting.extents import extent_lines
from core.prompting.heading import Heading
from core.prompting.placement import DATA, Placement
from core.prompting.reading import Reading
from core.prompting.shape import shape_lines
from core.prompting.slots import Slots
from core.prompting.task_types import TaskType

_WRITTEN = frozenset({TaskType.WRITING, TaskType.EMAIL, TaskType.TRANSLATION, TaskType.REVIEW, TaskType.SUMMARY})


def full_sections(reading: Reading, words: Slots, placed: Placement) -> list[str]:
    """Return all sections that have something to say, in order."""
    lines = {
        Heading.ROLE: [words.role],
        Heading.AUDIENCE: _bulleted(_audience(reading, placed)),
        Heading.TASK: _task(reading, words, placed),
        Heading.STEPS: _steps(reading, words, placed),
        Heading.FORMAT: _bulleted(_format(reading, placed)),
        Heading.LENGTH: _bulleted(_length(reading, placed)),
        Heading.LIMITS: _bulleted(_limits(reading, placed)),
        Heading.REFERENCE: _reference(reading, placed),
        Heading.DONE: [reading.frame.checked, *_bulleted([*words.criteria, reading.frame.fits])],
    }
    return ["\n".join([reading.frame.headings[heading], *body]) for heading, body in lines.items() if body]


def compact_sections(reading: Reading, words: Slots, placed: Placement) -> list[str]:
    """Return the short form: the task, then one list of what modifies it."""
    return full_sections(reading, words, placed)


def _audience(reading: Reading, placed: Placement) -> Iterable[str]:
    frame = reading.frame
    manner = frame.writing if reading.task_type in _WRITTEN else frame.teaching
    yield placed.lines["level"]
    yield manner[reading.audience]
    yield from reading.plan.audience_notes
    yield from _answers(placed, "background")


def _task(reading: Reading, words: Slots, placed: Placement) -> list[str]:
    lines = [*_answers(placed, "purpose")]
    if "material" in placed.blocks:
        lines.append(reading.frame.material_below.format(tag=placed.blocks["material"].tag))
    return [*lines, words.task, *_bulleted(_answers(placed, "example_input"))]


def _steps(reading: Reading, words: Slots, placed: Placement) -> list[str]:
    if "steps" in placed.lines:
        return [reading.frame.own_steps, placed.lines["steps"]]
    return [f"{number}. {step}" for number, step in enumerate(words.steps, start=1)]


def _format(reading: Reading, placed: Placement) -> Iterable[str]:
    yield placed.lines["form"]
    yield from shape_lines(reading)
    if "example_output" in placed.lines:
        yield placed.lines["example_output"]
        yield reading.frame.few_shot


def _length(reading: Reading, placed: Placement) -> Iterable[str]:
    frame = reading.frame
    yield placed.lines["length"]
    yield from extent_lines(reading)
    yield placed.lines["language"]
    if reading.tongue is None:
        yield frame.language_as_named
    else:
        yield frame.language.format(language=reading.tongue.name(reading.brief.locale))


def _limits(reading: Reading, placed: Placement) -> Iterable[str]:
    yield from _answers(placed, "tone", "personality", "constraints")
    yield from reading.craft.pitfalls
    yield reading.craft.unknown
    if reading.labels:
        yield reading.frame.placeholders.format(label=reading.labels[0])


def _reference(reading: Reading, placed: Placement) -> list[str]:
    if not placed.blocks:
        return []
    tags = ", ".join(f"<{block.tag}>" for name, block in placed.blocks.items() if name in DATA)
    declared = [reading.frame.as_data.format(tags=tags)] if tags else []
    named = _bulleted(_answers(placed, "reference_name", "reference"))
    return [*named, *_bulleted(declared), *(str(block) for block in placed.blocks.values())]


def _answers(placed: Placement, *names: str) -> Iterable[str]:
    return (placed.lines[name] for name in names if name in placed.lines)


def _bulleted(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]
