"""Which of the alerting rules would fire, were what was scraped to last."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from prometheus_client.parser import text_string_to_metric_families

from tests.faults.promql import History, evaluate

_RULES: Final = Path(__file__).parents[2] / "bots/examples/alerts.yml"
_EVERY_S: Final = 60
_BEFORE_S: Final = 4_500
_AGAIN_S: Final = 300
_BEGINS_WITHIN_S: Final = 3_600  # what the longest of their windows takes to be full
_UNITS: Final = {"m": 60, "h": 3_600, "d": 86_400}

Key = tuple[str, tuple[tuple[str, str], ...]]
Samples = Mapping[Key, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """An alerting rule; `lasts_s` is how long it has to hold."""

    name: str
    query: str
    lasts_s: float


def rules() -> Sequence[Rule]:
    """Return the rules that operators are given."""
    read: list[dict[str, Any]] = yaml.safe_load(_RULES.read_text("utf-8"))["groups"][0]["rules"]
    return [Rule(each["alert"], each["expr"], _seconds(each.get("for", "0m"))) for each in read]


def parse(exposition: str) -> Samples:
    """Return the samples of one scrape, as Prometheus stores them: with the name of the job, and that it succeeded."""
    families = text_string_to_metric_families(exposition)
    samples = {_key(one.name, one.labels): one.value for family in families for one in family.samples}
    return {**samples, _key("up", {}): 1.0}


def failed_scrape() -> Samples:
    """Return what is known of a bot that does not answer."""
    return {_key("up", {}): 0.0}


def firing(before: Samples, during: Samples) -> list[str]:
    """Return the names of the rules that fire while it stays as it is `during` a fault.

    What counters rose by, they rise by again every five minutes, from one scrape to the next; all else stays.
    """
    history, until = History(), max(rule.lasts_s for rule in rules()) + _BEGINS_WITHIN_S
    for at in range(-_BEFORE_S, int(until) + 1, _EVERY_S):
        for key, value in (before if at < 0 else during).items():
            risen = value - before.get(key, 0.0) if at > 0 and _counts(key[0]) else 0.0
            history.add(key[0], dict(key[1]), at, value + risen * at / _AGAIN_S)
    return fired(history)


def fired(history: History) -> list[str]:
    """Return the names of the rules that fire from time 0 on."""
    return [rule.name for rule in rules() if _fires(rule, history)]


def _fires(rule: Rule, history: History) -> bool:
    """Say whether it holds for as long as it has to, if not from the first minute on."""
    held_s = 0.0
    for at in range(_EVERY_S, int(rule.lasts_s + _BEGINS_WITHIN_S) + 1, _EVERY_S):
        held_s = held_s + _EVERY_S if evaluate(rule.query, history, at) else 0.0
        if held_s > rule.lasts_s:
            return True
    return False


def _counts(name: str) -> bool:
    return name.endswith(("_total", "_bucket", "_count", "_sum"))


def _key(name: str, labels: Mapping[str, str]) -> Key:
    return name, tuple(sorted({**labels, "job": "promptgen"}.items()))


def _seconds(duration: str) -> float:
    return float(duration[:-1]) * _UNITS[duration[-1]]


def changed(before: Samples, during: Samples, metric: str) -> Iterator[str]:
    """Yield the series of a metric that are not what they were."""
    for key, value in during.items():
        if key[0] == metric and repr(before.get(key)) != repr(value):
            yield f"{metric} {value:g}"
