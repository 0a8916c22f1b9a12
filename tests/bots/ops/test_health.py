"""Health and figures of a running bot, asked for as an orchestrator does."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bots.container import Container
from bots.ops.health import Ops
from bots.ops.prometheus import Metrics
from core.adapters.lazy_loading import BackgroundDetector
from core.errors import DetectorError, SettingsError, StoreUnavailable
from core.ports import Detector
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.starting import start
from tests.free_port import free_port

_PERSONAL = ("김서연", "박지훈", "한빛상사", "2345-6789", "U1", "T0", "D0")


class Looker:
    """Whoever looks after the process."""

    def __init__(self, port: int) -> None:
        self._base = f"http://127.0.0.1:{port}"

    async def ready(self) -> tuple[int, list[str]]:
        async with ClientSession() as session, session.get(f"{self._base}/readyz") as answer:
            found: dict[str, Any] = await answer.json()
            return answer.status, found["failed"]

    async def alive(self) -> int:
        async with ClientSession() as session, session.get(f"{self._base}/healthz") as answer:
            return answer.status

    async def figures(self) -> str:
        async with ClientSession() as session, session.get(f"{self._base}/metrics") as answer:
            return await answer.text()


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack.running() as running:
        yield running


@pytest.fixture
def looker() -> Looker:
    return Looker(free_port())


@pytest.fixture
async def parts(slack: FakeSlack, looker: Looker, tmp_path: Path) -> AsyncIterator[Container]:
    port = int(looker._base.rsplit(":", 1)[1])
    with build_container(settings_for(tmp_path, slack.api_url, ops_port=port)) as made:
        metrics = Metrics()
        metrics.watch("promptgen_outbox_age_seconds", made.store.outbox_age)
        yield replace(made, meter=metrics)


async def test_a_connected_bot_is_alive_and_ready_and_counts(
    slack: FakeSlack, looker: Looker, parts: Container
) -> None:
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        assert await looker.alive() == 200
        assert await looker.ready() == (200, [])

        person = Person(slack, "U1")
        await person.say("신입사원 김서연에게 보낼 환영 이메일")
        await person.sees("[질문 2]")
        await person.say("한빛상사 박지훈입니다. 010-2345-6789")
        await person.sees("[질문 3]")
        sent, figures = 'promptgen_deliveries_total{outcome="sent",platform="slack",reason=""} 2.0', ""
        async with asyncio.timeout(10):
            while sent not in figures:
                figures = await looker.figures()

    samples = {s.name for family in text_string_to_metric_families(figures) for s in family.samples}
    assert samples >= {"promptgen_reply_seconds_count", "promptgen_acknowledgement_seconds_count"}
    assert "promptgen_outbox_age_seconds 0.0" in figures
    assert [one for one in _PERSONAL if one in figures] == []


async def test_a_lost_connection_is_not_ready_but_alive(slack: FakeSlack, looker: Looker, parts: Container) -> None:
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        slack.faults["apps.connections.open"] = [Fault(status=503)] * 999
        for socket in list(slack._sockets):
            await socket.close()
        async with asyncio.timeout(20):
            while await looker.ready() == (200, []):  # noqa: ASYNC110 - a web page rings no bell
                await asyncio.sleep(0.02)
        assert await looker.ready() == (503, ["platform"])
        assert await looker.alive() == 200


async def test_each_thing_that_is_missing_is_named_and_nothing_more(looker: Looker, parts: Container) -> None:
    def broken() -> Detector:
        raise DetectorError

    class Away:
        def is_current(self) -> bool:
            raise StoreUnavailable(reason="down")

    detector = BackgroundDetector(broken)
    crippled = replace(parts, detector=detector, store=Away())  # type: ignore[arg-type]  # only looked at
    async with AsyncExitStack() as stack:
        ops = Ops(crippled)
        await ops.start(stack)
        assert await looker.ready() == (503, ["detector", "database", "platform"])
        ops.drain()
        assert (await looker.ready())[1][-1] == "draining"


async def test_a_database_that_does_not_answer_takes_one_thread_and_not_one_a_look(
    looker: Looker, parts: Container, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Slow:
        def is_current(self) -> bool:
            asked.append(1)
            time.sleep(0.5)
            return True

    monkeypatch.setattr("bots.ops.health._TIMEOUT_S", 0.05)
    async with AsyncExitStack() as stack:
        await Ops(replace(parts, store=Slow())).start(stack)  # type: ignore[arg-type]  # only looked at
        answers = await asyncio.gather(*(looker.ready() for _ in range(5)))
    assert all("database" in failed for _, failed in answers)
    assert len(asked) == 1


async def test_a_port_that_is_taken_is_named(parts: Container) -> None:
    async with AsyncExitStack() as stack:
        await Ops(parts).start(stack)
        with pytest.raises(SettingsError) as caught:
            await Ops(parts).start(stack)
    assert caught.value.details == {"names": "PROMPTGEN_HTTP_HOST, PROMPTGEN_OPS_PORT"}


async def test_without_a_port_nothing_listens(slack: FakeSlack, tmp_path: Path) -> None:
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with AsyncExitStack() as stack:
            await Ops(parts).start(stack)
            assert parts.meter.exposition() == b""
