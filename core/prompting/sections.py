"""The sections of a prompt: each heading with its lines, from what was read of the brief."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.choices import Form
from core.prompting.addressee import recipient_of
from core.prompting.audience import Audience
from core.prompting.background import Experience, is_of_field
from core.prompting.blocks import Block
from core.prompting.extents import extent_lines
from core.prompting.heading import Heading
from core.prompting.manner import traits_of
from core.prompting.notes import SAID_OTHERWISE, Conflict
from core.prompting.placement import DATA, Placement
from core.prompting.plan import Technique
from core.prompting.reading import Reading
from core.prompting.shape import shape_lines
from core.prompting.slots import Slots
from core.prompting.subtypes import SubType
from core.prompting.task_types import TaskType

_DRAWN_FROM: Final = frozenset({TaskType.SUMMARY, TaskType.TRANSLATION, TaskType.REVIEW, TaskType.DATA})
_OF_A_FIELD: Final = frozenset(
    {
        TaskType.WRITING,
        TaskType.EMAIL,
        TaskType.TRANSLATION,
        TaskType.REVIEW,
        TaskType.SUMMARY,
        TaskType.ANALYSIS,
        TaskType.DATA,
        TaskType.PRACTICE,
    }
)
_PERSONAL: Final = frozenset(
    {SubType.MESSAGE, SubType.INVITATION, SubType.STORY, SubType.SPEECH, SubType.ESSAY, SubType.NEGOTIATION}
)
_OUTSIDERS: Final = frozenset({Audience.CHILD, Audience.TEENAGER, Audience.BEGINNER})
_DONE_BY_REQUESTER: Final = frozenset(
    {TaskType.PLANNING, TaskType.EXPLANATION, TaskType.CODE, TaskType.DATA, TaskType.ANALYSIS}
)
_COUNTED: Final = frozenset({Form.LIST, Form.TABLE})
_SOURCES: Final = ("reference", "material", "preface")
_MOST_TRAITS: Final = 4
_OFFICE: Final = re.compile(
    r"메일|보고서|회의|제안서|기획서|기획안|업무|우리 ?(?:회사|팀|부서)|거래처|이력서"
    r"|자기 ?소개서|자소서|발표|면접|공지"
    r"|e-?mail|report|meeting|proposal|our (?:team|company)|presentation|resume|cover letter|interview",
    re.IGNORECASE,
)


def full_sections(reading: Reading, words: Slots, placed: Placement) -> Iterator[str]:
    """Return all sections that have something to say, in order."""
    frame = reading.frame
    lines = {
        Heading.ROLE: role_lines(reading, words),
        Heading.AUDIENCE: bulleted(audience_lines(reading, placed)),
        Heading.TASK: task_lines(reading, words, placed),
        Heading.STEPS: step_lines(reading, words, placed),
        Heading.FORMAT: bulleted(format_lines(reading, placed)),
        Heading.LENGTH: bulleted(length_lines(reading, placed)),
        Heading.LIMITS: bulleted(limit_lines(reading, placed)),
        Heading.REFERENCE: reference_lines(reading, placed),
        Heading.DONE: [frame.checked, *bulleted([*words.criteria, *count_lines(reading), frame.fits])],
    }
    return ("\n".join([frame.headings[heading], *body]) for heading, body in lines.items() if body)


def role_lines(reading: Reading, words: Slots) -> list[str]:
    """Say who answers: one role, never one who knows less than the reader needs."""
    field = reading.background.field
    is_apart = reading.subtype in _PERSONAL or reading.audience in _OUTSIDERS
    if field is None or is_apart or reading.task_type not in _OF_A_FIELD or not _is_their_work(reading):
        return [words.role]
    return [words.role, reading.frame.field.format(field=reading.frame.fields[field])]


def audience_lines(reading: Reading, placed: Placement) -> Iterator[str]:
    """Say whom the answer is for and who asks."""
    frame = reading.frame
    yield from answers(placed, "level")
    if not reading.is_bare:
        yield reading.manner
    yield from reading.plan.audience_notes
    if reading.task_type is TaskType.EMAIL and (recipient := recipient_of(reading.brief.purpose)):
        yield frame.recipient.format(recipient=recipient)
    yield from answers(placed, "background")
    knows = reading.background.experience
    if knows and reading.task_type in _DONE_BY_REQUESTER and _needs_saying(knows, reading):
        yield frame.experience[knows]


def task_lines(reading: Reading, words: Slots, placed: Placement) -> list[str]:
    """Say what to do: the request as it was written, then what a good answer to it is."""
    frame = reading.frame
    fenced = [placed.blocks[part] for part in ("preface", "material") if part in placed.blocks]
    material = [frame.material.format(tag=block.tag) for block in fenced[:1]]
    example = [frame.example_told] if reading.background.has_example else []
    samples = [*answers(placed, "example_input"), *example]
    return [*answers(placed, "purpose"), *material, words.task, *bulleted(samples)]


def step_lines(reading: Reading, words: Slots, placed: Placement) -> list[str]:
    """Say in what order to work: the person's own order, else the craft's where steps help."""
    frame = reading.frame
    if "steps" in placed.lines:
        return [frame.own_steps, placed.lines["steps"]]
    if not words.steps:
        return []
    numbered = [f"{number}. {step}" for number, step in enumerate(words.steps, start=1)]
    return numbered if Technique.DIALOGUE in reading.techniques else [frame.inward, *numbered]


def format_lines(reading: Reading, placed: Placement) -> Iterator[str]:
    """Say what shape the answer has."""
    yield from answers(placed, "form")
    yield from shape_lines(reading)
    if "example_output" in placed.lines:
        yield placed.lines["example_output"]
        if not reading.is_bare:
            yield reading.frame.few_shot


def length_lines(reading: Reading, placed: Placement) -> Iterator[str]:
    """Say how long the answer is and in which language."""
    yield from answers(placed, "length")
    yield from extent_lines(reading)
    yield from answers(placed, "language")
    yield _language(reading)


def limit_lines(reading: Reading, placed: Placement) -> Iterator[str]:
    """Say what else binds the answer."""
    frame, craft = reading.frame, reading.craft
    yield from answers(placed, "tone", "personality", "constraints")
    if any(reading.has(conflict) for conflict in SAID_OTHERWISE):
        yield frame.choices_stand
    yield from craft.pitfalls
    yield craft.unknown
    if Technique.TREE in reading.techniques and reading.task_type is not TaskType.DECISION:
        yield frame.tree
    if Technique.DIALOGUE in reading.techniques and reading.task_type is not TaskType.PRACTICE:
        yield frame.dialogue
    if reading.task_type is TaskType.EMAIL and (labels := own_labels(reading)) and not reading.extent.is_short:
        yield frame.signature.format(labels=", ".join(labels))
    if reading.labels:
        yield frame.placeholders.format(label=reading.labels[0])


def count_lines(reading: Reading) -> Iterator[str]:
    """Hold the answer to the numbers of the request, where the form has not said them."""
    counts = reading.wishes.counts
    if counts and not reading.extent.is_short and (reading.brief.form not in _COUNTED or len(counts) > 1):
        yield reading.frame.counts_kept.format(counts=", ".join(counts))


def reference_lines(reading: Reading, placed: Placement) -> list[str]:
    """Give what is fenced, say how to use it and that it is data."""
    if not placed.blocks:
        return []
    data = [block for name, block in placed.blocks.items() if name in DATA]
    said = [*answers(placed, "reference_name", "reference"), *_use(reading, placed)]
    if data:
        said.append(reading.frame.as_data.format(tags=", ".join(f"<{block.tag}>" for block in data)))
    return [*bulleted(said), *map(str, placed.blocks.values())]


def own_labels(reading: Reading) -> tuple[str, ...]:
    """Return the variables with which the person introduced themselves."""
    return tuple(label for label in reading.labels if label in reading.brief.background)


def answers(placed: Placement, *names: str) -> Iterator[str]:
    """Return the lines of those answers that were given."""
    return (placed.lines[name] for name in names if name in placed.lines)


def bulleted(lines: Iterable[str]) -> list[str]:
    """Return each line as an item."""
    return [f"- {line}" for line in lines]


def _needs_saying(knows: Experience, reading: Reading) -> bool:
    """Whether the requester's experience bears on this answer: routine counts only where it is their own work."""
    if reading.audience is Audience.BEGINNER:
        return False
    return knows is Experience.NOVICE or (reading.audience not in _OUTSIDERS and _is_their_work(reading))


def _is_their_work(reading: Reading) -> bool:
    """Whether the task is of the requester's own field, or office work that any field has."""
    purpose, field = reading.brief.purpose, reading.background.field
    return bool(_OFFICE.search(purpose)) or (field is not None and is_of_field(purpose, field))


def _language(reading: Reading) -> str:
    frame, tongue = reading.frame, reading.tongue
    if tongue is None:
        return frame.language_as_named
    name = tongue.name(reading.brief.locale)
    if reading.has(Conflict.TRANSLATION):
        return frame.language_of_translation.format(language=name)
    return frame.language.format(language=name)


def _use(reading: Reading, placed: Placement) -> Iterator[str]:
    frame = reading.frame
    block = next((placed.blocks[part] for part in _SOURCES if part in placed.blocks), None)
    if block is None:
        return
    if Technique.REVERSE in reading.techniques:
        yield from _manner(reading, block)
    elif reading.task_type in _DRAWN_FROM:
        yield frame.from_material.format(tag=block.tag)
    elif "reference" in placed.blocks:
        yield frame.from_reference.format(tag=block.tag)


def _manner(reading: Reading, block: Block) -> Iterator[str]:
    yield reading.frame.in_the_manner.format(tag=block.tag)
    if traits := traits_of(block.text)[:_MOST_TRAITS]:
        yield reading.frame.manner.format(traits=", ".join(reading.frame.traits[trait] for trait in traits))
