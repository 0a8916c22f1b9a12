"""What tells of a fault can be believed: rules fire where they should, and a bot that is well fires none.

All faults are tried by `python -m tests.faults`; here are two of them.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.alerts import firing, parse, rules
from tests.faults.faults import FAULTS
from tests.faults.promql import History, evaluate
from tests.faults.scene import scene
from tests.faults.telling import observe

_CHOSEN = {fault.name: fault for fault in FAULTS}


def history(**series: list[float]) -> History:
    """Return series with a sample a minute, the last one now; those named b_… have a label."""
    made = History()
    for name, values in series.items():
        labels = {"le": name.partition("_")[2]} if name.startswith("b_") else {"platform": "slack"}
        for number, value in enumerate(values):
            made.add(name.partition("_")[0], labels, (number - len(values) + 1) * 60, value)
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("max(a) > 2", [3]),
        ("max(a) > 3", []),
        ("min(a) < 1e9", [3]),
        ("max(n) != max(n)", [float("nan")]),
        ("increase(a[5m])", [3]),
        ("increase(a[1m])", []),
        ("sum by (platform) (increase(a[1h])) > 2", [3]),
        ('a{platform=~"sl.*"}', [3]),
        ('a{platform!~"sl.*"}', []),
        ('a{platform="discord"}', []),
        ("increase(r[5m])", [2]),
        ("changes(r[5m]) > 1", [2]),
        ("a unless a offset 3m", []),
        ("a unless a offset 4m", [3]),
        ("sum(a) > 5 or sum(r) > 1", [2]),
        ("sum(a) > 0.5 * sum(r)", [3]),
        ("sum(a) > 2 * sum(r)", []),
        ("histogram_quantile(0.99, sum by (le) (rate(b[5m]))) > 1", [5]),
        ("histogram_quantile(0.5, sum by (le) (rate(b[5m]))) > 1", []),
    ],
)
def test_a_query_yields_what_prometheus_would(query: str, found: list[float]) -> None:
    there = history(a=[0, 1, 2, 3], r=[5, 0, 2], n=[float("nan")])
    for bound, values in (("1", [0.0, 60.0]), ("5", [0.0, 100.0]), ("+Inf", [0.0, 100.0])):
        for number, value in enumerate(values):
            there.add("b", {"le": bound}, (number - 1) * 60, value)
    yielded = evaluate(query, there, 0)
    assert isinstance(yielded, Mapping)
    assert repr([float(each) for each in yielded.values()]) == repr([float(each) for each in found])


@pytest.mark.parametrize("query", ["max(a", "a >", "a ? b", "a b"])
def test_what_is_no_query_is_no_silence(query: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        evaluate(query, history(a=[1]), 0)


def test_every_rule_is_understood_and_every_fault_has_one() -> None:
    assert firing(parse(""), parse("")) == []
    assert {fault.alert for fault in FAULTS} <= {rule.name for rule in rules()}


@pytest.mark.parametrize(
    ("figures", "alert"),
    [
        ('promptgen_dropped_events_total{platform="slack",reason="given_up"} 1', "PromptgenEventsDropped"),
        ("promptgen_outbox_age_seconds NaN", "PromptgenDatabaseAway"),
        ("promptgen_outbox_age_seconds 61", "PromptgenRepliesWait"),
        ("promptgen_platform_connected 0", "PromptgenDisconnected"),
    ],
)
def test_a_figure_fires_its_rule_alone(figures: str, alert: str) -> None:
    assert firing(parse(""), parse(f"{figures}\n")) == [alert]


async def test_a_bot_that_is_well_fires_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path) as there:
        await there.start()
        await there.talk()
        before = await there.scrape()
        during = await there.scrape()
    fired = set(firing(before, during)) - {"PromptgenDiskFull"}  # the disk of this machine is another matter
    assert len(during) > 50
    assert fired == set()


@pytest.mark.parametrize("name", ["backup too old", "key of another vault"])
async def test_a_fault_is_told_by_all(name: str, tmp_path: Path) -> None:
    told = await observe(_CHOSEN[name], tmp_path)
    assert told.by_all, told
