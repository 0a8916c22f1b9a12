"""A clock that a test sets."""

from dataclasses import dataclass


@dataclass(slots=True)
class Clock:
    """Gives Unix seconds, always the same until a test moves it."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now
