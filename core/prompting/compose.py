"""The composer: from a brief to a finished prompt, without a model."""

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from core.choices import Variant
from core.privacy.text import MaskedText
from core.prompting.blocks import unfence
from core.prompting.brief import Brief
from core.prompting.compact import compact_sections
from core.prompting.improvements import Improvement, improvements
from core.prompting.notes import Note
from core.prompting.placement import place
from core.prompting.plan import Plan
from core.prompting.reading import Reading, read
from core.prompting.sections import full_sections
from core.prompting.slots import Slots
from core.prompting.task_types import TaskType
from core.prompting.wording import NOTES

SHORTEST: Final = 250
LONGEST: Final = 1_800


class _Thrift(NamedTuple):
    """How much is left out for want of room, and how long an answer may be at its label."""

    is_lean: bool
    is_bare: bool
    criteria: int
    limit: int


_ATTEMPTS: Final = (
    _Thrift(is_lean=False, is_bare=False, criteria=9, limit=300),
    *(_Thrift(is_lean=True, is_bare=False, criteria=2, limit=limit) for limit in (300, 160, 80, 40)),
    *(_Thrift(is_lean=True, is_bare=True, criteria=1, limit=limit) for limit in (40, 20)),
)


@dataclass(frozen=True, slots=True)
class Composition:
    """A finished prompt, with what was made of the brief."""

    prompt: MaskedText
    task_type: TaskType
    improvements: tuple[Improvement, ...]
    notes: tuple[Note, ...]
    slots: Slots


def compose(brief: Brief, plan: Plan | None = None, slots: Slots | None = None) -> Composition:
    """Write the prompt for a brief: the same brief, plan and slots give the same bytes.

    `slots` are words that a model has polished, in place of the composer's own.
    """
    reading = read(brief, plan or Plan())
    words = slots or reading.slots
    prompt, said, spoken = _fitting(reading, words)
    return Composition(
        prompt=MaskedText(prompt),
        task_type=reading.task_type,
        improvements=improvements(said, spoken),
        notes=tuple(found.note(NOTES[brief.locale][found.conflict]) for found in reading.conflicts),
        slots=words,
    )


def size(prompt: str) -> int:
    """Return the characters of a prompt without what is fenced in it as data."""
    lines, _ = unfence(prompt)
    return len("\n".join(lines))


def _fitting(reading: Reading, words: Slots) -> tuple[str, Reading, Slots]:
    """Return the most generous prompt that is short enough, with what of the reading and the words went into it."""
    sections = compact_sections if reading.brief.variant is Variant.COMPACT else full_sections
    prompt, said, spoken = "", reading, words
    for thrift in _ATTEMPTS:
        if thrift.is_lean:
            said = reading.lean(bare=thrift.is_bare)
            spoken = replace(words, steps=(), criteria=words.criteria[: thrift.criteria])
        prompt = "\n\n".join(sections(said, spoken, place(reading.brief, reading.frame, thrift.limit)))
        if size(prompt) <= LONGEST:
            break
    # The compact variant leaves the composer's own steps out however much room there is.
    return prompt, said, replace(spoken, steps=()) if reading.brief.variant is Variant.COMPACT else spoken
