"""Notes: what the composer tells the person about contradictions it has settled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A contradiction between answers and how it was settled; `keys` name the answers, first the one that stands."""

    code: str
    text: str
    keys: tuple[str, ...]
