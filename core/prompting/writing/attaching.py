"""Attaching: what follows from a single fact stands under that fact, so that each is seen to count."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.prompting.brief import Brief
from core.prompting.writing.line import Heading, Line, Origin

_MARK: Final = "  → "
_FOLLOWS: Final = frozenset({Origin.SPECIFIC, Origin.TOPIC})


def attached(lines: Sequence[Line], brief: Brief) -> tuple[Line, ...]:
    """Return the lines with what holds only because of one fact moved under it; what the request says too stays."""
    homes = {at: home for at, line in enumerate(lines) if (home := _home(line, lines, brief)) is not None}
    ordered: list[Line] = []
    for at, line in enumerate(lines):
        if at in homes:
            continue
        ordered.append(line)
        followers = (lines[other] for other, home in homes.items() if home == at)
        ordered += [replace(other, heading=Heading.FACTS, mark=_MARK) for other in followers]
    return tuple(ordered)


def _home(line: Line, lines: Sequence[Line], brief: Brief) -> int | None:
    """Return where the only fact stands that a line follows from; None for what stays where it is."""
    if line.heading is not Heading.TASK or line.origin not in _FOLLOWS or not line.told or line.told in brief.purpose:
        return None
    facts = [
        at
        for at, each in enumerate(lines)
        if each.heading is Heading.FACTS and each.origin is Origin.FACT and line.told in each.text
    ]
    return facts[0] if len(facts) == 1 else None
