"""The alerting rules: about figures that there are, each with what to do."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bots.ops.prometheus import Metrics
from tests.bots.ops.test_prometheus import names, used

_FILE = Path(__file__).parents[3] / "bots/examples/alerts.yml"
_RULES: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))["groups"][0]["rules"]
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
