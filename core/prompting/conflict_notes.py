"""Notes: what the composer tells the person about contradictions it has settled."""

from dataclasses import dataclass

from core.prompting.understanding.understanding import ConflictKind, Understanding


@dataclass(frozen=True, slots=True)
class Note:
    """A contradiction, how it was settled and what the other way would be."""

    conflict: ConflictKind
    text: str


def notes(understanding: Understanding) -> tuple[Note, ...]:
    """Return a note for each contradiction of a brief."""
    return tuple(
        Note(conflict.kind, f"{conflict.settled} {conflict.other}".strip()) for conflict in understanding.conflicts
    )
