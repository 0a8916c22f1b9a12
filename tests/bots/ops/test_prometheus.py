"""The figures: what they count, what they never hold, and a dashboard that knows them all."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from prometheus_client.parser import text_string_to_metric_families

from bots.ops.health import watch_loop
from bots.ops.instrumented_ports import MeteredAdvisor, MeteredDetector
from bots.ops.metric_specs import MetricSpec
from bots.ops.prometheus import BREAKER_OPEN, GAUGES, LOAD, OUTBOX_AGE, Metrics
from bots.shared.platform_rate_limits import count_rate_limits
from core.errors import ModelUnavailable, StoreUnavailable
from core.privacy.text import MaskedText, RawText
from core.prompting.brief import Brief
from core.prompting.compose import Composition, compose
from core.prompting.guard.violations import Rule
from core.prompting.model.advised_prompt import Advised, DropReason, Proposal, ProposalKind
from core.prompting.model.streamed_draft import OnDraft, unseen
from core.values.choices import Form, Language, Length, Level
from core.values.locale import Locale
from tests.fakes.detector import FakeDetector

_DASHBOARD = Path(__file__).parents[3] / "bots/examples/grafana.json"
_LIMITED = "promptgen_rate_limited_total"
_NOT_OURS = re.compile(r"^(process|python)_")


def used(metrics: Metrics) -> Metrics:
    """Note one of everything, so that every figure shows."""
    metrics.note(MetricSpec.TURNS, "slack", "Typed", "done")
    metrics.note(MetricSpec.REPLY, "slack", value=0.02)
    metrics.note(MetricSpec.ACKNOWLEDGEMENT, "slack", value=0.01)
    metrics.note(MetricSpec.DELIVERIES, "slack", "sent", "")
    metrics.note(MetricSpec.GENERATION, "slack", "done", value=0.1)
    metrics.note(MetricSpec.ADVICE, "kept", value=3.0)
    metrics.note(MetricSpec.PROPOSALS, "cover", "taken")
    for kind in ("PERSON", "PERSON", "PHONE"):
        metrics.note(MetricSpec.MASKED_ITEMS, kind)
    metrics.note(MetricSpec.LIMITED, "turns")
    metrics.note(MetricSpec.DROPPED_EVENTS, "slack", "bot")
    metrics.note(MetricSpec.PURGED_SESSIONS, value=3)
    metrics.note(MetricSpec.RATE_LIMITED, "slack", "chat.postMessage")
    metrics.note(MetricSpec.DETECTION, value=0.004)
    metrics.note(MetricSpec.LOOP_LAG, value=0.001)
    metrics.watch_together(lambda: {"promptgen_unsent_replies": 2.0})
    return metrics


def figures(metrics: Metrics) -> dict[str, float]:
    """Return each sample by its name and labels."""
    families = text_string_to_metric_families(metrics.exposition().decode())
    return {
        f"{sample.name}{sorted(sample.labels.values())}": sample.value
        for family in families
        for sample in family.samples
    }


def names(metrics: Metrics) -> set[str]:
    families = text_string_to_metric_families(metrics.exposition().decode())
    return {sample.name for family in families for sample in family.samples}


def test_each_figure_counts() -> None:
    found = figures(used(Metrics()))
    assert found["promptgen_turns_total['Typed', 'done', 'slack']"] == 1
    assert found["promptgen_masked_items_total['PERSON']"] == 2
    assert found["promptgen_purged_sessions_total[]"] == 3
    assert found["promptgen_reply_seconds_sum['slack']"] == 0.02
    assert found["promptgen_limited_total['turns']"] == 1


def test_two_meters_share_nothing() -> None:
    used(Metrics())
    assert "promptgen_turns_total['Typed', 'done', 'slack']" not in figures(Metrics())


def test_a_gauge_that_cannot_be_read_is_no_number_and_spoils_nothing() -> None:
    def away() -> float:
        raise StoreUnavailable(reason="down")

    metrics = Metrics()
    metrics.watch(OUTBOX_AGE, away)
    metrics.watch(BREAKER_OPEN, lambda: 1.0)
    found = figures(metrics)
    assert found[f"{OUTBOX_AGE}[]"] != found[f"{OUTBOX_AGE}[]"]  # NaN equals nothing, not even itself
    assert found[f"{BREAKER_OPEN}[]"] == 1


def test_gauges_that_are_read_together_are_no_numbers_while_they_cannot_be_read() -> None:
    def away() -> dict[str, float]:
        raise StoreUnavailable(reason="down")

    metrics = Metrics()
    metrics.watch_together(away)
    found = figures(metrics)
    assert all(found[f"{name}[]"] != found[f"{name}[]"] for name in LOAD)


async def test_answers_of_429_are_counted_by_method_without_ids_and_tokens(aiohttp_origin: str) -> None:
    metrics = Metrics()
    async with ClientSession(trace_configs=[count_rate_limits(metrics, "discord")]) as session:
        for path in ("/api/v10/channels/1234567890123456789/messages", "/api/chat.postMessage", "/api/ok"):
            await session.post(aiohttp_origin + path)
        await session.post(f"{aiohttp_origin}/api/v10/webhooks/1234567890123456789/{'t' * 68}/messages/@original")
    families = text_string_to_metric_families(metrics.exposition().decode())
    counted = {
        sample.labels.get("method") for family in families for sample in family.samples if sample.name == _LIMITED
    }
    assert counted == {
        "POST /channels/*/messages",
        "chat.postMessage",
        "POST /webhooks/*/*/messages/@original",
    }


def test_a_database_that_does_not_answer_is_not_asked() -> None:
    asked: list[str] = []

    def read() -> float:
        asked.append("outbox")
        return 1.0

    def read_together() -> dict[str, float]:
        asked.append("load")
        return {}

    metrics = Metrics()
    metrics.watch(OUTBOX_AGE, read)
    metrics.watch_together(read_together)
    assert b"promptgen_outbox_age_seconds NaN" in metrics.exposition(database=False)
    assert asked == []
    assert b"promptgen_outbox_age_seconds 1.0" in metrics.exposition()
    assert asked == ["outbox", "load"]


@pytest.fixture
async def aiohttp_origin() -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=200 if request.path == "/api/ok" else 429)

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_loop_that_is_kept_busy_is_told() -> None:
    metrics = Metrics()
    async with AsyncExitStack() as stack:
        watch_loop(metrics, stack, every_s=0.01)
        await asyncio.sleep(0)
        time.sleep(0.3)  # noqa: ASYNC251 - this is what it is to find
        await asyncio.sleep(0.05)
    assert figures(metrics)["promptgen_loop_lag_seconds_sum[]"] > 0.2


def test_what_is_found_is_counted_by_its_type_alone() -> None:
    metrics = Metrics()
    MeteredDetector(FakeDetector(), metrics).detect(RawText("김서연과 박지훈의 번호는 010-2345-6789"))
    assert figures(metrics)["promptgen_masked_items_total['PERSON']"] == 2
    assert not any(planted in metrics.exposition().decode() for planted in ("김서연", "박지훈", "010-2345"))


class _Model:
    """A model that proposes one good thing and one bad, or is away."""

    def __init__(self, *, away: bool) -> None:
        self._away = away

    async def advise(self, _brief: Brief, composition: Composition) -> Advised:
        if self._away:
            raise ModelUnavailable(reason="slow")
        proposals = (Proposal(ProposalKind.COVER), Proposal(ProposalKind.TRAPS, "", (Rule.DRIFT, Rule.PREAMBLE)))
        return Advised(composition, "m", proposals=proposals)

    async def write(self, brief: Brief, advised: Advised, on_draft: OnDraft = unseen) -> Advised:
        return advised


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        (True, {"promptgen_advice_seconds_count['slow']": 1}),
        (
            False,
            {
                "promptgen_advice_seconds_count['kept']": 1,
                "promptgen_proposals_total['cover', 'taken']": 1,
                "promptgen_proposals_total['drift', 'traps']": 1,
                "promptgen_proposals_total['preamble', 'traps']": 1,
            },
        ),
    ],
)
async def test_what_came_of_the_model_is_counted(away: bool, expected: dict[str, float]) -> None:  # noqa: FBT001 - a row
    metrics = Metrics()
    texts = (MaskedText("보고서 요약"), MaskedText("기획팀"))
    brief = Brief(Locale.KO, *texts, Form.TABLE, Length.SHORT, Language.KOREAN, Level.EXPERT)
    try:
        await MeteredAdvisor(_Model(away=away), metrics).advise(brief, compose(brief))
    except ModelUnavailable:
        assert away
    found = figures(metrics)
    assert {name: found.get(name) for name in expected} == expected


async def test_what_a_person_takes_away_is_counted_when_the_prompt_is_made() -> None:
    metrics = Metrics()
    brief = Brief(
        Locale.KO,
        MaskedText("보고서 요약"),
        MaskedText("기획팀"),
        Form.TABLE,
        Length.SHORT,
        Language.KOREAN,
        Level.EXPERT,
    )
    advised = Advised(
        compose(brief),
        "m",
        proposals=(Proposal(ProposalKind.COVER), Proposal(ProposalKind.TRAPS, "", (DropReason.UNTICKED,))),
    )
    await MeteredAdvisor(_Model(away=False), metrics).write(brief, advised)
    found = figures(metrics)
    assert found["promptgen_proposals_total['traps', 'unticked']"] == 1
    assert "promptgen_proposals_total['cover', 'taken']" not in found, "it was counted when it came"


def test_every_figure_of_the_dashboard_is_there_and_every_figure_is_on_it() -> None:
    metrics = used(Metrics())
    dashboard = json.loads(_DASHBOARD.read_text())
    queries = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    shown = {name for query in queries for name in re.findall(r"\b(?:promptgen|process)_\w+", query)}
    there = names(metrics)
    assert shown - there == set()
    ours = {re.sub(r"_(total|bucket|sum|count|created)$", "", name) for name in there if not _NOT_OURS.match(name)}
    assert ours - {re.sub(r"_(total|bucket)$", "", name) for name in shown} == set()
    assert set(GAUGES) <= shown


def test_the_dashboard_asks_only_for_labels_that_are_there() -> None:
    families = text_string_to_metric_families(used(Metrics()).exposition().decode())
    labels = {label for family in families for sample in family.samples for label in sample.labels}
    text = _DASHBOARD.read_text()
    wanted = {label for group in re.findall(r"by \(([^)]*)\)", text) for label in group.split(", ")}
    wanted |= set(re.findall(r"\{\{(\w+)\}\}", text)) - {"instance"}
    assert wanted - labels == set()
