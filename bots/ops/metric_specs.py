"""What is counted and timed; kinds and numbers alone, never an id or a text."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

_QUICK: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0)
_SHORT: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_SLOW: Final = (0.05, 0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 60.0)


class MetricSpec(Enum):
    """What is counted by its labels, under its name in small letters; what has `buckets` is a time in seconds."""

    TURNS = "Events handled.", ("platform", "action", "outcome")
    REPLY = "From an event to the last of its replies.", ("platform",), _QUICK
    ACKNOWLEDGEMENT = "What a platform waited.", ("platform",), _QUICK
    DROPPED_EVENTS = "Events that nothing came of.", ("platform", "reason")
    DELIVERIES = "Replies handed to a platform.", ("platform", "outcome", "reason")
    GENERATION = "Making one prompt.", ("platform", "outcome"), _SLOW
    ADVICE = "Asking the model about one prompt.", ("outcome",), _SLOW
    PROPOSALS = "A model's proposals, kept or by the rule.", ("part", "verdict")
    MASKED_ITEMS = "Personal items found.", ("type",)
    LIMITED = "Refusals of what was over a limit.", ("limit",)
    RATE_LIMITED = "Answers of 429 by a platform.", ("platform", "method")
    DETECTION = "Looking through one text.", (), _SHORT
    LOOP_LAG = "How late the event loop came to what was due.", (), _SHORT
    PURGED_SESSIONS = "Conversations deleted after their time.", ()

    def __init__(self, about: str, labels: tuple[str, ...], buckets: tuple[float, ...] = ()) -> None:
        self.about = about
        self.labels = labels
        self.buckets = buckets


class Meter:
    """Counts nothing, for a process that nobody looks at; `bots.ops.prometheus` has the one that counts."""

    def note(self, figure: MetricSpec, *labels: str, value: float = 1) -> None:
        """Add to a counter, or take down a time in seconds."""

    def watch(self, gauge: str, read: Callable[[], float]) -> None:
        """Read a gauge of `bots.ops.prometheus.GAUGES` whenever the figures are asked for."""

    def watch_together(self, read: Callable[[], Mapping[str, float]]) -> None:
        """Read all of `bots.ops.prometheus.LOAD` at once whenever the figures are asked for."""

    def exposition(self, *, database: bool = True) -> bytes:  # noqa: ARG002 - for who counts
        """Return all figures as Prometheus reads them; those of the database only where that answers."""
        return b""
