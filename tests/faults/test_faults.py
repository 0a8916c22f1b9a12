"""What tells of a fault can be believed: rules fire where they should, and a bot that is well fires none.

All faults are tried by `python -m tests.faults`; here are two of them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.faults.__main__ import main
from tests.faults.alerts import failed_scrape, fired, firing, parse, rules
from tests.faults.faults import FAULTS, Fault
from tests.faults.promql import History, evaluate
from tests.faults.scene import scene
from tests.faults.telling import Told, observe

pytestmark = pytest.mark.slow

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


def quantiles(name: str, below: int, above: int) -> str:
    """Return a histogram with so many on either side of a second."""
    return f"""
# TYPE {name} histogram
{name}_bucket{{platform="slack",le="0.5"}} {below}
{name}_bucket{{platform="slack",le="1.0"}} {below}
{name}_bucket{{platform="slack",le="2.0"}} {below + above}
{name}_bucket{{platform="slack",le="+Inf"}} {below + above}
{name}_sum{{platform="slack"}} {below + above}
{name}_count{{platform="slack"}} {below + above}"""


def outcomes(name: str, **counts: float) -> str:
    return "\n".join(f'{name}{{platform="slack",outcome="{each}"}} {count}' for each, count in counts.items())


# What each rule bears, and at what it fires: figures that stay, or by which counters rise in five minutes.
BORNE_AND_NOT: Final[Mapping[str, tuple[str, str]]] = {
    "PromptgenRepliesWait": ("promptgen_outbox_age_seconds 60", "promptgen_outbox_age_seconds 61"),
    "PromptgenDatabaseAway": ("promptgen_outbox_age_seconds 0", "promptgen_outbox_age_seconds NaN"),
    "PromptgenSlowAcknowledgement": (
        quantiles("promptgen_acknowledgement_seconds", 100, 1),
        quantiles("promptgen_acknowledgement_seconds", 100, 2),
    ),
    "PromptgenEventsDropped": (
        'promptgen_dropped_events_total{platform="slack",reason="bot"} 1',
        'promptgen_dropped_events_total{platform="slack",reason="given_up"} 1',
    ),
    "PromptgenTurnsFail": (
        outcomes("promptgen_turns_total", done=9, limit_reached=9),
        outcomes("promptgen_turns_total", done=9, detector_unavailable=1),
    ),
    "PromptgenPromptsFail": (
        outcomes("promptgen_generation_seconds_count", done=9),
        outcomes("promptgen_generation_seconds_count", done=9, failed=1),
    ),
    "PromptgenDeliveriesFail": (
        outcomes("promptgen_deliveries_total", failed=19, sent=81),
        outcomes("promptgen_deliveries_total", failed=21, sent=79),
    ),
    "PromptgenDeliveriesRefused": (
        outcomes("promptgen_deliveries_total", refused=0.4),
        outcomes("promptgen_deliveries_total", refused=0.5),
    ),
    "PromptgenModelAway": ("promptgen_model_breaker_open 0", "promptgen_model_breaker_open 1"),
    "PromptgenModelFails": (
        outcomes("promptgen_advice_seconds_count", slow=49, kept=51),
        outcomes("promptgen_advice_seconds_count", slow=51, kept=49),
    ),
    "PromptgenDisconnected": ("promptgen_platform_connected 1", "promptgen_platform_connected 0"),
    "PromptgenVaultLocked": ("promptgen_vault_locked 0", "promptgen_vault_locked 1"),
    "PromptgenClockDoubted": ("promptgen_clock_ahead_seconds 0", "promptgen_clock_ahead_seconds 1"),
    "PromptgenLimits": ('promptgen_limited_total{limit="turns"} 8', 'promptgen_limited_total{limit="turns"} 9'),
    "PromptgenRetentionBehind": (
        "promptgen_retention_overdue_seconds 172800",
        "promptgen_retention_overdue_seconds 172801",
    ),
    "PromptgenMemory": ("process_resident_memory_bytes 900e6", "process_resident_memory_bytes 901e6"),
    "PromptgenLogsUnread": ("promptgen_log_lines_dropped 0", "promptgen_log_lines_dropped 1"),
    "PromptgenBackupOld": ("promptgen_backup_age_seconds 172800", "promptgen_backup_age_seconds 172801"),
    "PromptgenBackupNever": (
        "promptgen_backup_age_seconds NaN\npromptgen_database_age_seconds 172800",
        "promptgen_backup_age_seconds NaN\npromptgen_database_age_seconds 172801",
    ),
    "PromptgenDiskFull": ("promptgen_disk_free_bytes 1000e6", "promptgen_disk_free_bytes 999e6"),
    "PromptgenRepliesPileUp": ("promptgen_unsent_replies 100", "promptgen_unsent_replies 101"),
    "PromptgenJobsFail": ("promptgen_job_attempts 1", "promptgen_job_attempts 2"),
    "PromptgenLoopLag": (
        quantiles("promptgen_loop_lag_seconds", 100, 1),
        quantiles("promptgen_loop_lag_seconds", 100, 2),
    ),
    "PromptgenRateLimited": (
        'promptgen_rate_limited_total{platform="slack",method="chat.update"} 7',
        'promptgen_rate_limited_total{platform="slack",method="chat.update"} 8',
    ),
}


@pytest.mark.parametrize("alert", BORNE_AND_NOT)
def test_a_rule_bears_so_much_and_fires_alone_at_more(alert: str) -> None:
    borne, not_borne = BORNE_AND_NOT[alert]
    assert firing(parse(""), parse(f"{borne}\n")) == []
    assert firing(parse(""), parse(f"{not_borne}\n")) == [alert]


def test_a_bot_that_does_not_answer_fires_the_rule_for_that() -> None:
    assert firing(parse(""), failed_scrape()) == ["PromptgenDown"]


@pytest.mark.parametrize(("minutes", "expected"), [(7, ["PromptgenRestarts"]), (10, [])])
def test_a_bot_that_is_started_again_and_again_fires_the_rule_for_that(minutes: int, expected: list[str]) -> None:
    there, labels = History(), {"job": "promptgen"}
    for at in range(-1_800, 3_660, 60):
        there.add("process_start_time_seconds", labels, at, at // (minutes * 60))
    assert fired(there) == expected


def test_all_rules_are_tried() -> None:
    assert {*BORNE_AND_NOT, "PromptgenDown", "PromptgenRestarts"} == {rule.name for rule in rules()}


@pytest.mark.parametrize(("minutes", "expected"), [(2, []), (3, ["PromptgenRepliesWait"])])
def test_what_is_over_before_its_time_fires_nothing(minutes: int, expected: list[str]) -> None:
    there = History()
    for at in range(0, 1_800, 60):
        there.add("promptgen_outbox_age_seconds", {}, at, 61 if 0 < at <= minutes * 60 else 0)
    assert fired(there) == expected


@pytest.mark.parametrize(
    ("told", "words", "expected"),
    [
        (Told("a", "b", "c", "d"), "backup", 0),
        (Told("a", "b", "c", ""), "backup", 1),
        (Told("a", "b", "c", "d", leaked="e"), "backup", 1),
        (Told("a", "b", "c", "d"), "no such fault", 2),
    ],
)
async def test_the_exit_status_says_whether_all_was_told(
    monkeypatch: pytest.MonkeyPatch, told: Told, words: str, expected: int
) -> None:
    async def observed(fault: Fault, folder: Path) -> Told:
        return told

    monkeypatch.setattr("tests.faults.__main__.observe", observed)
    assert await main(words) == expected


async def test_a_bot_that_is_well_fires_nothing(tmp_path: Path) -> None:
    async with scene(tmp_path) as there:
        await there.start()
        await there.talk()
        before = await there.scrape()
        during = await there.scrape()
    fired = set(firing(before, during)) - {"PromptgenDiskFull"}  # the disk of this machine is another matter
    assert len(during) > 50
    assert fired == set()


@pytest.mark.parametrize("name", ["backup too old", "backup never made", "key of another vault"])
async def test_a_fault_is_told_by_all(name: str, tmp_path: Path) -> None:
    told = await observe(_CHOSEN[name], tmp_path)
    assert told.by_all, told
