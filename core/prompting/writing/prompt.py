"""The prompt: the lines that must stand, and as many of the others as there is room for, best first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from core.prompting.brief import Brief
from core.prompting.length_range import read_length_range
from core.prompting.substance import Substance
from core.prompting.topics.stems import are_alike, stems
from core.prompting.understanding.left_out_lines import is_left_out
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import LABELS, MUST, Line, Origin
from core.prompting.writing.section_lines import lines_of
from core.prompting.writing.sections import Heading, title
from core.values.choices import Length, Variant
from core.values.length_choices import LENGTHS
from core.values.locale import Locale

_BESIDE_A_TEXT: Final = 80  # more, where a text is given: it has to be said that it is data, and what it is for
_HEADING: Final = 9  # characters of a heading with the blank line before it
_LATIN: Final = 2.1  # English says the same in so many times as many characters
_LEAST: Final = 2  # optional lines that a prompt has however much the person has said


def written(brief: Brief, understanding: Understanding, substance: Substance) -> tuple[Line, ...]:
    """Return the lines of the prompt for a brief, in their order."""
    lines = [
        line
        for line in _once(lines_of(brief, understanding, substance))
        if line.origin is Origin.TASK or line.key == LABELS or not is_left_out(line.text, brief.left_out)
    ]
    length = _nearest(brief.length)
    room = LENGTHS[length].prompt
    if brief.reference and length is Length.SHORT:
        room += _BESIDE_A_TEXT
    wide = _LATIN if understanding.locale is Locale.EN else 1
    room = int(room * wide)
    chosen = {at for at, line in enumerate(lines) if line.worth >= MUST}
    used = sum(_size(lines[at]) for at in chosen) + _HEADING * len({lines[at].heading for at in chosen})
    # What was taken away keeps its room, and what was added brings its own: other lines neither come nor go with it.
    used += sum(len(line) + 3 for line in brief.left_out)
    used -= sum(len(line) + 3 for line in (brief.constraints or "").splitlines())
    topical = set(_topical(lines, int(LENGTHS[length].topics * wide)))
    chosen |= topical
    known = [stems(lines[at].text) for at in topical]

    def is_known(at: int) -> bool:
        is_check = lines[at].heading is Heading.DONE  # what is done may be checked as well
        return not is_check and any(are_alike(stems(lines[at].text), words) for words in known)

    optional = sorted(
        (at for at, line in enumerate(lines) if line.worth < MUST and line.origin is not Origin.TOPIC),
        key=lambda at: -lines[at].worth,
    )
    least = 0 if brief.variant is Variant.COMPACT else _LEAST
    if brief.variant is Variant.COMPACT:
        room = min(room, LENGTHS[Length.SHORT].prompt)
    limits = [lines[at] for at in chosen if lines[at].heading is Heading.LIMITS]
    if all(line.origin is Origin.FIXED for line in limits):
        # The section always stands, so its best line goes first, room or not where there is no other.
        least = least if limits else max(least, 1)
        optional.sort(key=lambda at: (lines[at].heading is not Heading.LIMITS, is_known(at)))
        optional = [*optional[:1], *sorted(optional[1:], key=lambda at: -lines[at].worth)]
    for at in optional:
        is_new = all(lines[other].heading is not lines[at].heading for other in chosen)
        size = _size(lines[at]) + (_HEADING if is_new else 0)
        if not is_known(at) and (least > 0 or used + size <= room):
            chosen.add(at)
            known.append(stems(lines[at].text))
            used += size
        least -= 1
    return tuple(lines[at] for at in sorted(chosen))


def _topical(lines: list[Line], room: int) -> Iterator[int]:
    """Yield where the topical lines stand that there is room for, the best first."""
    for at in sorted(range(len(lines)), key=lambda at: -lines[at].worth):
        if lines[at].origin is Origin.TOPIC and (size := _size(lines[at])) <= room:
            room -= size
            yield at


def _nearest(length: Length | str) -> Length:
    """Return the choice whose prompts are as long as that for a length that was typed: 50자 정도 is short."""
    if isinstance(length, Length):
        return length
    chars = read_length_range(length)
    if chars.is_short:
        return Length.SHORT
    return Length.LONG if chars.is_split else Length.MEDIUM


def _once(lines: list[Line]) -> list[Line]:
    """Return the lines without those that say the same again: the one that must stand is kept, else the first."""
    kept: dict[str, Line] = {}
    for line in sorted(lines, key=lambda line: line.worth < MUST):
        kept.setdefault(line.written, line)
    return [line for line in lines if kept[line.written] is line]


def text_of(lines: Iterable[Line], locale: Locale) -> str:
    """Return the text of a prompt: its sections, each heading with its lines."""
    return "\n\n".join(
        "\n".join([title(heading, locale), *(line.written for line in group)])
        for heading, group in groupby(lines, key=lambda line: line.heading)
    )


def _size(line: Line) -> int:
    """Return what a line takes of the room: none for fenced texts, the skeleton of the answer, and a use behind it."""
    return 0 if line.heading is Heading.REFERENCE or not line.mark else len(replace(line, use="").written) + 1
