"""How much one person and one community may ask for; 0 is no limit."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class RateKind(StrEnum):
    """What is counted over time: events a minute; prompts, answers of a model beside them, and files an hour."""

    TURNS = "turns"
    PROMPTS = "prompts"
    ANSWERS = "answers"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many for one person and so many for one community, in a period of so many seconds."""

    person: int
    community: int
    period_s: float


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits: `interviews` a person has open at once, `text` in characters, `file_mb` for one reference file."""

    turns: tuple[int, int] = (0, 0)
    prompts: tuple[int, int] = (0, 0)
    answers: tuple[int, int] = (0, 0)
    files: tuple[int, int] = (0, 0)
    interviews: int = 0
    text: int = 30_000
    file_mb: int = 20

    def rate(self, what: RateKind) -> Rate:
        """Return the rate of one of them."""
        person, community = {
            RateKind.TURNS: self.turns,
            RateKind.PROMPTS: self.prompts,
            RateKind.ANSWERS: self.answers,
            RateKind.FILES: self.files,
        }[what]
        return Rate(person, community, _MINUTE_S if what is RateKind.TURNS else _HOUR_S)


_MINUTE_S: Final = 60.0
_HOUR_S: Final = 3_600.0
