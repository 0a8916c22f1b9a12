"""Improvements: what the prompt has over the bare request, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.privacy.text import MaskedText
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale

_MOST_OF_A_KIND: Final = 2
_SHOWN: Final = 160  # characters of a line


class Kind(StrEnum):
    """The five kinds of improvement."""

    CLARITY = "clarity"
    CONTEXT = "context"
    ROLE = "role"
    FORMAT = "format"
    LIMITS = "limits"


_KINDS: Final = {
    Origin.TASK: Kind.CLARITY,
    Origin.GOAL: Kind.CLARITY,
    Origin.MOVE: Kind.CLARITY,
    Origin.SPECIFIC: Kind.CLARITY,
    Origin.TOPIC: Kind.CLARITY,
    Origin.CHECK: Kind.CLARITY,
    Origin.MODEL: Kind.CLARITY,
    Origin.FACT: Kind.CONTEXT,
    Origin.READER: Kind.CONTEXT,
    Origin.ASSUMED: Kind.CONTEXT,
    Origin.ROLE: Kind.ROLE,
    Origin.SHAPE: Kind.FORMAT,
    Origin.LENGTH: Kind.LIMITS,
    Origin.REQUIREMENT: Kind.LIMITS,
    Origin.TRAP: Kind.LIMITS,
}


@dataclass(frozen=True, slots=True)
class Addition:
    """Something added to the request: `added` says what, `why` what for, `source` names the answer it came from."""

    kind: Kind
    added: MaskedText
    why: MaskedText
    source: str


def improvements(lines: Iterable[Line], locale: Locale) -> tuple[Addition, ...]:
    """Return the most telling additions of each kind, in the order of the kinds."""
    found: dict[Kind, list[Addition]] = {kind: [] for kind in Kind}
    for line in lines:
        kind = _KINDS.get(line.origin)
        if kind and len(found[kind]) < _MOST_OF_A_KIND and "\n" not in line.text:
            added = line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN]}…"
            why = phrase(locale, f"why.{line.origin}")
            found[kind].append(Addition(kind, MaskedText(added), MaskedText(why), line.key))
    return tuple(each for kind in Kind for each in found[kind])
