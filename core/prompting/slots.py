"""Slots: the parts of a prompt that a model may word anew."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slots:
    """The composer's own words for what is said in free sentences; lines without numbering or bullets."""

    role: str
    task: str
    steps: tuple[str, ...]
    criteria: tuple[str, ...]
