"""The figures for Prometheus, in a registry of their own."""

import platform
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from bots.ops.metric_specs import Meter, MetricSpec
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
        "promptgen_database_age_seconds": "Time since the oldest conversation in it, or event, was last heard of.",
        "promptgen_retention_overdue_seconds": "How long the oldest conversation was kept beyond its time.",
        "promptgen_clock_ahead_seconds": "How far the clock is ahead of the time seen to pass, while it is doubted.",
    }
)
_Figures = TypeVar("_Figures")


class Metrics(Meter):
    """The meter that counts."""

    def __init__(self) -> None:
        self.registry: Final = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._figures = {figure: self._made(figure) for figure in MetricSpec}
        self._asks_database = True
        self._gauges = {name: Gauge(name, about, registry=self.registry) for name, about in GAUGES.items()}
        Info("promptgen_build", "What runs.", registry=self.registry).info(
            {"version": installed_version(), "python": platform.python_version()}
        )

    def note(self, figure: MetricSpec, *labels: str, value: float = 1) -> None:
        """Add to a counter, or take down a time in seconds."""
        made = self._figures[figure]
        one = made.labels(*labels) if labels else made
        if isinstance(one, Histogram):
            one.observe(value)
        else:
            one.inc(value)

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

    def _made(self, figure: MetricSpec) -> Counter | Histogram:
        name = f"promptgen_{figure.name.lower()}"
        if not figure.buckets:
            return Counter(name, figure.about, figure.labels, registry=self.registry)
        return Histogram(f"{name}_seconds", figure.about, figure.labels, registry=self.registry, buckets=figure.buckets)


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
