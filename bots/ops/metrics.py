"""The figures for Prometheus, in a registry of their own."""

import platform
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bots.ops.meter import Meter
from bots.ops.version import installed_version
from core.errors import PromptgenError, StoreUnavailable

OUTBOX_AGE: Final = "promptgen_outbox_age_seconds"
LOG_DROPPED: Final = "promptgen_log_lines_dropped"
BREAKER_OPEN: Final = "promptgen_model_breaker_open"
DISK_FREE: Final = "promptgen_disk_free_bytes"
BACKUP_AGE: Final = "promptgen_backup_age_seconds"
VAULT_LOCKED: Final = "promptgen_vault_locked"
CONNECTED: Final = "promptgen_platform_connected"
GAUGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        OUTBOX_AGE: "Age of the oldest reply that is committed and not sent; NaN while the database does not answer.",
        LOG_DROPPED: "How many log lines could not be written, for nobody read them.",
        BREAKER_OPEN: "How many of the model's endpoints are left alone after failures.",
        DISK_FREE: "Room left on the disk of the data folder.",
        VAULT_LOCKED: "1 while there is no key to the vault, so that nothing masked can be put back.",
        CONNECTED: "1 while the platform can reach the bot, 0 while it cannot; NaN until the bot has connected.",
        BACKUP_AGE: "Time since `promptgen backup` last made one of this data folder; NaN where it never did.",
    }
)
LOAD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "promptgen_unsent_replies": "Replies that are committed and not sent.",
        "promptgen_inbox_events": "Events that were acknowledged and are not carried out.",
        "promptgen_active_sessions": "Conversations that went on within the last hour.",
        "promptgen_jobs": "Prompts and answers that are being made.",
        "promptgen_job_attempts": "The most attempts that any of the jobs under way has taken.",
        "promptgen_database_bytes": "Size of the database.",
        "promptgen_retention_overdue_seconds": "How long the oldest conversation was kept beyond its time.",
        "promptgen_clock_ahead_seconds": "How far the clock is ahead of the time seen to pass, while it is doubted.",
    }
)
_Figures = TypeVar("_Figures")
_QUICK: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0)
_SHORT: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_SLOW: Final = (0.05, 0.1, 0.5, 1.0, 2.5, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0, 60.0)


class Metrics(Meter):
    """The meter that counts."""

    def __init__(self) -> None:
        self.registry: Final = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._turns = self._counter("turns", "Events handled.", "platform", "action", "outcome")
        self._replies = self._histogram("reply", "From an event to the last of its replies.", _QUICK, "platform")
        self._acknowledgements = self._histogram("acknowledgement", "What a platform waited.", _QUICK, "platform")
        self._dropped = self._counter("dropped_events", "Events that nothing came of.", "platform", "reason")
        self._deliveries = self._counter("deliveries", "Replies handed to a platform.", "platform", "outcome")
        self._generations = self._histogram("generation", "Making one prompt.", _SLOW, "platform", "outcome")
        self._advice = self._histogram("advice", "Asking the model about one prompt.", _SLOW, "outcome")
        self._proposals = self._counter("proposals", "A model's proposals, kept or by the rule.", "part", "verdict")
        self._masked = self._counter("masked_items", "Personal items found.", "type")
        self._limited = self._counter("limited", "Refusals of what was over a limit.", "limit")
        self._rate_limited = self._counter("rate_limited", "Answers of 429 by a platform.", "platform", "method")
        self._detections = self._histogram("detection", "Looking through one text.", _SHORT)
        self._lag = self._histogram("loop_lag", "How late the event loop came to what was due.", _SHORT)
        self._purged = self._counter("purged_sessions", "Conversations deleted after their time.")
        self._asks_database = True
        self._gauges = {name: Gauge(name, about, registry=self.registry) for name, about in GAUGES.items()}
        Info("promptgen_build", "What runs.", registry=self.registry).info(
            {"version": installed_version(), "python": platform.python_version()}
        )

    def turn(self, platform: str, action: str, outcome: str, seconds: float) -> None:
        """Note an event that was handled."""
        self._turns.labels(platform, action, outcome).inc()
        self._replies.labels(platform).observe(seconds)

    def acknowledged(self, platform: str, seconds: float) -> None:
        """Note how long a platform waited for its acknowledgement."""
        self._acknowledgements.labels(platform).observe(seconds)

    def dropped(self, platform: str, reason: str) -> None:
        """Note an event that nothing came of."""
        self._dropped.labels(platform, reason).inc()

    def delivery(self, platform: str, outcome: str) -> None:
        """Note a reply."""
        self._deliveries.labels(platform, outcome).inc()

    def generated(self, platform: str, outcome: str, seconds: float) -> None:
        """Note a prompt."""
        self._generations.labels(platform, outcome).observe(seconds)

    def advised(self, outcome: str, seconds: float) -> None:
        """Note what came of asking the model."""
        self._advice.labels(outcome).observe(seconds)

    def proposed(self, part: str, verdicts: Iterable[str]) -> None:
        """Note what became of one proposal of a model."""
        for verdict in verdicts:
            self._proposals.labels(part, verdict).inc()

    def masked(self, kinds: Iterable[str]) -> None:
        """Note what was found in one text."""
        for kind in kinds:
            self._masked.labels(kind).inc()

    def limited(self, limit: str) -> None:
        """Note that somebody was over a limit."""
        self._limited.labels(limit).inc()

    def rate_limited(self, platform: str, method: str) -> None:
        """Note that a platform told us to slow down."""
        self._rate_limited.labels(platform, method).inc()

    def detected(self, seconds: float) -> None:
        """Note how long looking through one text took."""
        self._detections.observe(seconds)

    def loop_lag(self, seconds: float) -> None:
        """Note how late the event loop was."""
        self._lag.observe(seconds)

    def purged(self, sessions: int) -> None:
        """Note conversations that were deleted."""
        self._purged.inc(sessions)

    def watch(self, gauge: str, read: Callable[[], float]) -> None:
        """Read a gauge whenever the figures are asked for."""
        asked = self._answered(read) if gauge == OUTBOX_AGE else read
        self._gauges[gauge].set_function(lambda: _read(asked))

    def watch_together(self, read: Callable[[], Mapping[str, float]]) -> None:
        """Read several gauges with one question, whenever the figures are asked for."""
        self.registry.register(_Load(self._answered(read)))

    def exposition(self, *, database: bool = True) -> bytes:
        """Return all figures as Prometheus reads them."""
        self._asks_database = database
        return generate_latest(self.registry)

    def _answered(self, read: Callable[[], _Figures]) -> Callable[[], _Figures]:
        """Return what reads from the database only where that answers: a scrape would wait for it, and be given up."""

        def read_or_raise() -> _Figures:
            if not self._asks_database:
                raise StoreUnavailable
            return read()

        return read_or_raise

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"promptgen_{name}", about, labels, registry=self.registry)

    def _histogram(self, name: str, about: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        return Histogram(f"promptgen_{name}_seconds", about, labels, registry=self.registry, buckets=buckets)


class _Load(Collector):
    """Gauges that are read together; all are no number while they cannot be read."""

    def __init__(self, read: Callable[[], Mapping[str, float]]) -> None:
        self._read_all = read

    def collect(self) -> Iterator[Metric]:
        """Yield each of them."""
        try:
            values = self._read_all()
        except PromptgenError:
            values = {}
        for name, about in LOAD.items():
            yield GaugeMetricFamily(name, about, values.get(name, float("nan")))


def _read(read: Callable[[], float]) -> float:
    try:
        return read()
    except PromptgenError:
        return float("nan")
