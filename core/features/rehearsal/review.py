"""A review: how a rehearsal went, each point grounded in the person's own words."""

from dataclasses import dataclass

from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class Point:
    """One remark; `quote` is what the person said, word for word, None for a remark on the whole."""

    remark: MaskedText
    quote: MaskedText | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What convinced, what did not, and what to try next; `by_model` says that a model found it, else the rules did."""

    convinced: tuple[Point, ...] = ()
    unconvinced: tuple[Point, ...] = ()
    advice: tuple[Point, ...] = ()
    by_model: bool = False
