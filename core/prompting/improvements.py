"""Improvements: what the prompt has over the bare request."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from core.choices import Length
from core.privacy.text import MaskedText
from core.prompting.extents import extent_lines
from core.prompting.reading import Reading
from core.prompting.shape import shape_lines
from core.prompting.slots import Slots
from core.prompting.whys import Why
from core.prompting.wording import WHYS

_SHOWN: Final = 80  # characters of an introduction


class Kind(StrEnum):
    """The five kinds of improvement."""

    CLARITY = "clarity"
    CONTEXT = "context"
    ROLE = "role"
    FORMAT = "format"
    LIMITS = "limits"


@dataclass(frozen=True, slots=True)
class Improvement:
    """Something added to the request: `added` says what, `why` what for, `source` names the answer it came from."""

    kind: Kind
    added: MaskedText
    why: MaskedText
    source: str


def improvements(reading: Reading, words: Slots) -> tuple[Improvement, ...]:
    """Say what was added, at least once for each kind, in the order of the kinds."""
    whys = WHYS[reading.brief.locale]
    additions = (*_clarity(words), *_context(reading), *_role(words), *_format(reading), *_limits(reading))
    return tuple(
        Improvement(kind, MaskedText(added), MaskedText(whys[why]), source) for kind, added, why, source in additions
    )


def _clarity(words: Slots) -> Iterator[tuple[Kind, str, Why, str]]:
    yield Kind.CLARITY, words.task, Why.TASK, "purpose"
    if words.criteria:
        yield Kind.CLARITY, words.criteria[0], Why.CRITERIA, "purpose"
    if words.steps:
        yield Kind.CLARITY, " → ".join(step.rstrip(".") for step in words.steps), Why.STEPS, "purpose"


def _context(reading: Reading) -> Iterator[tuple[Kind, str, Why, str]]:
    if reading.brief.background:
        yield Kind.CONTEXT, _shortened(reading), Why.REQUESTER, "background"
    yield Kind.CONTEXT, reading.manner, Why.AUDIENCE, "level"
    if reading.brief.reference:
        yield Kind.CONTEXT, reading.frame.labels["reference"], Why.REFERENCE, "reference"


def _shortened(reading: Reading) -> str:
    first = reading.brief.background.split("\n")[0]
    shown = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
    return f"{reading.frame.labels['background']}: {shown}"


def _role(words: Slots) -> Iterator[tuple[Kind, str, Why, str]]:
    yield Kind.ROLE, words.role, Why.ROLE, "purpose"


def _format(reading: Reading) -> Iterator[tuple[Kind, str, Why, str]]:
    yield from ((Kind.FORMAT, line, Why.SHAPE, "form") for line in islice(shape_lines(reading), 1))


def _limits(reading: Reading) -> Iterator[tuple[Kind, str, Why, str]]:
    frame = reading.frame
    chosen = frame.choices["length"].get(reading.brief.length) if isinstance(reading.brief.length, Length) else None
    lines = [*([f"{frame.labels['length']}: {chosen}"] if chosen else []), *extent_lines(reading)]
    yield Kind.LIMITS, lines[0], Why.LENGTH, "length"
    if reading.extent.is_split:
        yield Kind.LIMITS, lines[1], Why.SPLIT, "length"
    yield Kind.LIMITS, reading.craft.unknown, Why.UNKNOWN, "purpose"
    if reading.labels:
        yield Kind.LIMITS, frame.placeholders.format(label=reading.labels[0]), Why.PLACEHOLDERS, "purpose"
