"""What was wanted first and last: among the parts of a text, or on a line of its own; ours give way to it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.prompting.understanding.placed_parts import PlacedParts, placed_parts
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.answer_shape import Outline
from core.prompting.writing.phrases import phrase

_TITLE: Final = re.compile(r"제목|표제|헤드라인|\b(?:title|headline)", re.IGNORECASE)
_TITLES: Final = re.compile(r"^(?:제목|title|headline)", re.IGNORECASE)
_IN_ONE: Final = "format.parts"  # parts that stand on one line, so that another can stand among them
_OURS_FIRST: Final = re.compile(
    r"(?:^|\s)(?:첫\s?(?:줄|문장|문단)|첫머리|맨 앞)|^(?:open|begin|start) with|\bfirst (?:line|sentence)",
    re.IGNORECASE,
)
_OURS_LAST: Final = re.compile(
    r"(?:^|\s)(?:마지막에|마지막은|끝에는?|맨 끝|끝은)\s|맺습니다|끝냅니다|^(?:end|close|finish) with|\bat the end\b",
    re.IGNORECASE,
)


def placed(understanding: Understanding) -> PlacedParts:
    """Return what the person wants first and last."""
    return placed_parts((*understanding.introduction.told, *(each.said for each in understanding.requirements)))


def with_placed(outlined: Outline, understanding: Understanding) -> Outline:
    """Return the parts with what is wanted first and last among them."""
    wanted = placed(understanding)
    if not outlined.parts:
        return outlined
    parts = outlined.parts
    if _TITLE.search(wanted.first):
        parts = tuple(part for part in parts if not _TITLES.search(part))
    if outlined.name == _IN_ONE:
        parts = (*filter(None, (wanted.first,)), *parts, *filter(None, (wanted.last,)))
    return replace(outlined, parts=parts, is_completed=bool(wanted.first or wanted.last))


def placed_lines(outlined: Outline, understanding: Understanding) -> Iterator[str]:
    """Say what stands first and last, where no line of parts says it."""
    if outlined.parts and outlined.name == _IN_ONE:
        return
    wanted = placed(understanding)
    for name, what in (("first", wanted.first), ("last", wanted.last)):
        if what:
            yield phrase(understanding.locale, f"format.{name}", part=what)


def gives_way(line: str, wanted: PlacedParts) -> bool:
    """Whether a line of an intent says what stands first or last where the person has said it."""
    is_first = wanted.first and not _TITLE.search(wanted.first) and _OURS_FIRST.search(line)
    return bool(is_first or (wanted.last and _OURS_LAST.search(line)))
