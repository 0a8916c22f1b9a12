"""Of every event that nothing comes of it is known why."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bots.ops.prometheus import Metrics
from bots.shared.database_retry import NO_RETRY
from bots.slack.acknowledgement import BackgroundTasks, Committed
from core.errors import StoreUnavailable
from tests.bots.slack.walks import make_prompt
from tests.fakes.slack import payloads
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.starting import start


@pytest.fixture
async def metrics(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Metrics]:
    counting = Metrics()
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with AsyncExitStack() as stack:
            await start(replace(parts, meter=counting), stack)
            await slack.connected()
            yield counting


def dropped(metrics: Metrics) -> dict[str, float]:
    families = text_string_to_metric_families(metrics.exposition().decode())
    samples = [sample for family in families for sample in family.samples]
    return {one.labels["reason"]: one.value for one in samples if one.name == "promptgen_dropped_events_total"}


async def test_why_nothing_came_of_it(slack: FakeSlack, metrics: Metrics, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "promptgen")
    slack.world.add_channel("C1", "U1", "U2")
    owner, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    await owner.say("점심 뭐 먹을까요")
    await owner.slash("주간 보고서 요약")
    await owner.sees("[질문 2]")
    other.thread = owner.thread
    await other.say("저는 개발팀입니다")
    other.thread = other.post("다른 이야기").ts
    await other.say("하나 더")
    question = await owner.sees("[질문 2]")
    button = next(element for element in question.elements() if element["type"] == "button")
    pressed = payloads.block_actions("U1", question, button | {"value": "control:gone"}, "stale", "")
    await slack.deliver("interactive", pressed)
    for extra in ({"bot_id": "B9"}, {"subtype": "channel_join"}):
        event = payloads.message(owner.post("들어왔습니다"), "channel") | extra
        await slack.deliver("events_api", payloads.event_callback(event, slack.world.next_id("Ev")))

    assert dropped(metrics) == {
        "no_thread": 1,
        "not_theirs": 1,
        "no_interview": 1,
        "bot": 1,
        "notice": 1,
        "unknown": 1,
    }
    assert "event dropped platform=slack reason=not_theirs" in caplog.text
    assert "개발팀" not in caplog.text


async def test_what_is_lost_is_counted_by_why(slack: FakeSlack, metrics: Metrics) -> None:
    person = Person(slack, "U1")
    slack.fail("conversations.open", Fault(error="missing_scope"))
    await person.slash("주간 보고서를 요약해줘")
    await slack.until(lambda: dropped(metrics) == {"failed": 1})
    await make_prompt(person)
    slack.fail("views.open", Fault(error="expired_trigger_id"))
    await person.slash("복원")
    await slack.until(lambda: dropped(metrics) == {"failed": 1, "too_late": 1})
    broken = {"type": "message", "user": "U1", "text": "점심", "ts": "1.5"}  # no channel: no handler gets so far
    event = payloads.event_callback(broken, slack.world.next_id("Ev"))
    delivering = asyncio.create_task(slack.deliver("events_api", event))  # it is never acknowledged
    await slack.until(lambda: dropped(metrics) == {"failed": 2, "too_late": 1})
    delivering.cancel()


async def test_an_event_that_the_database_was_away_for_all_the_time_is_counted() -> None:
    metrics, told = Metrics(), []

    async def job(_committed: Committed) -> None:
        raise StoreUnavailable(reason="down")

    async def notify(about: str) -> None:
        told.append(about)

    await BackgroundTasks(metrics, NO_RETRY).event("message", "Ev1", job, notify)
    assert dropped(metrics) == {"store_unavailable": 1}
    assert told == ["error.store_unavailable"]
