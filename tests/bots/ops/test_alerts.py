"""The alerting rules: about figures that there are, each with what to do."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bots.ops.dropped_events import Ignored, reason_of
from bots.ops.prometheus import Metrics
from core.errors import PersonError, PromptgenError, StoreUnavailable
from tests.bots.ops.test_prometheus import names, used
from tests.faults.alerts import firing, parse

_FILE = Path(__file__).parents[3] / "bots/examples/alerts.yml"
_RULES: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))["groups"][0]["rules"]
_DASHBOARD = Path(__file__).parents[3] / "bots/examples/grafana.json"
_OF_PROMETHEUS = {"up", "process_start_time_seconds", "process_resident_memory_bytes"}


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule["alert"])
def test_a_rule_is_about_figures_that_there_are_and_says_what_to_do(rule: dict[str, Any]) -> None:
    there = names(used(Metrics())) | _OF_PROMETHEUS
    asked = set(re.findall(r"\b(?:promptgen|process)_\w+|\bup\b", rule["expr"]))
    assert asked
    assert asked <= there
    assert rule["labels"]["severity"] in {"page", "ticket"}
    assert len(rule["annotations"]["summary"]) > 20
    assert len(rule["annotations"]["runbook"]) > 40


def test_no_alert_has_the_name_of_another() -> None:
    assert len({rule["alert"] for rule in _RULES}) == len(_RULES)


def kinds(of: type[PromptgenError]) -> Iterator[type[PromptgenError]]:
    """Yield the errors below one, each with a code of its own."""
    for kind in of.__subclasses__():
        if "code" in vars(kind):
            yield kind
        yield from kinds(kind)


_OF_PERSONS = sorted({kind.code for kind in kinds(PersonError)})
_OF_FAULTS = sorted({kind.code for kind in kinds(PromptgenError)} - {*_OF_PERSONS})
_LOST = (
    *_OF_FAULTS,
    reason_of(ZeroDivisionError()),
    "given_up",
    "unknown",
    "not_sealed_late",
    "not_sealed_a_new_reason",
)
_FAILED = ("failed", *_OF_FAULTS, f"{StoreUnavailable.code}_full", "a_new_outcome")


def of(metric: str, label: str, value: str) -> list[str]:
    """Return the alerts where one event is counted under a value."""
    return firing(parse(""), parse(f'{metric}{{platform="slack",{label}="{value}"}} 1\n'))


@pytest.mark.parametrize("reason", Ignored)
def test_what_nobody_misses_alerts_nobody(reason: Ignored) -> None:
    assert of("promptgen_dropped_events_total", "reason", reason) == []


@pytest.mark.parametrize("reason", _LOST)
def test_every_other_reason_to_drop_an_event_alerts(reason: str) -> None:
    assert of("promptgen_dropped_events_total", "reason", reason) == ["PromptgenEventsDropped"]


def test_the_rule_leaves_out_no_reason_that_the_code_does_not_give() -> None:
    rule = next(each for each in _RULES if each["alert"] == "PromptgenEventsDropped")
    for left_out in re.findall(r'reason!~"([^"]*)"', rule["expr"]):
        assert sorted(left_out.split("|")) == sorted(Ignored)


@pytest.mark.parametrize(
    ("metric", "alert"),
    [("promptgen_turns_total", "PromptgenTurnsFail"), ("promptgen_generation_seconds_count", "PromptgenPromptsFail")],
)
def test_what_fails_alerts_and_what_a_person_can_mend_does_not(metric: str, alert: str) -> None:
    assert {outcome: of(metric, "outcome", outcome) for outcome in _FAILED} == {each: [alert] for each in _FAILED}
    borne = ("done", *_OF_PERSONS)
    assert {outcome: of(metric, "outcome", outcome) for outcome in borne} == {each: [] for each in borne}


def test_what_an_alert_tells_apart_the_dashboard_does_too() -> None:
    panels = json.loads(_DASHBOARD.read_text("utf-8"))["panels"]
    shown = [grouped(target["expr"]) for panel in panels for target in panel["targets"]]
    for rule in _RULES:
        metric, labels = grouped(rule["expr"])
        assert any(metric == other and labels <= others for other, others in shown) or not labels, rule["alert"]


def grouped(query: str) -> tuple[str, set[str]]:
    """Return the first figure of a query, and by what it is told apart."""
    found = re.search(r"by \(([^)]*)\)", query)
    metric = re.search(r"\b(?:promptgen|process)_\w+|\bup\b", query)
    assert metric
    return metric[0], set(found[1].split(", ")) if found else set()
