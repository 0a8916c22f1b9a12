"""What is counted and timed; kinds and numbers alone, never an id or a text."""

from collections.abc import Callable, Iterable, Mapping


class Meter:
    """Counts nothing, for a process that nobody looks at; `bots.ops.metrics` has the one that counts."""

    def turn(self, platform: str, action: str, outcome: str, seconds: float) -> None:
        """Note an event that was handled: `outcome` is `done`, `failed`, or the code of what it was refused for.

        `seconds` is the time from its arrival to the last of its replies.
        """

    def acknowledged(self, platform: str, seconds: float) -> None:
        """Note how long a platform waited for its acknowledgement."""

    def dropped(self, platform: str, reason: str) -> None:
        """Note an event that nothing came of, and why."""

    def delivery(self, platform: str, outcome: str) -> None:
        """Note a reply that was `sent`, `refused` for good, or `failed` for now."""

    def generated(self, platform: str, outcome: str, seconds: float) -> None:
        """Note a prompt that was `done`, or `failed`."""

    def advised(self, outcome: str, seconds: float) -> None:
        """Note what came of asking the model: `prompt` or `kept`, `dropped`, or the name of its fault."""

    def proposed(self, part: str, verdicts: Iterable[str]) -> None:
        """Note what became of one proposal of a model: `taken`, or each rule that it broke."""

    def masked(self, kinds: Iterable[str]) -> None:
        """Note the entity types of what was found in one text."""

    def limited(self, limit: str) -> None:
        """Note that somebody was over a limit."""

    def rate_limited(self, platform: str, method: str) -> None:
        """Note that a platform answered 429 to a method of its API."""

    def detected(self, seconds: float) -> None:
        """Note how long looking through one text took."""

    def loop_lag(self, seconds: float) -> None:
        """Note how much later than due the event loop came to something."""

    def purged(self, sessions: int) -> None:
        """Note conversations that were deleted because their time was over."""

    def watch(self, gauge: str, read: Callable[[], float]) -> None:
        """Read a gauge of `bots.ops.metrics.GAUGES` whenever the figures are asked for."""

    def watch_together(self, read: Callable[[], Mapping[str, float]]) -> None:
        """Read all of `bots.ops.metrics.LOAD` at once whenever the figures are asked for."""

    def exposition(self, *, database: bool = True) -> bytes:  # noqa: ARG002 - for who counts
        """Return all figures as Prometheus reads them; those of the database only where that answers."""
        return b""
