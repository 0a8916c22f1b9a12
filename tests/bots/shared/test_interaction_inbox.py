"""What lies in the inbox and cannot be read is given up, as is what nobody comes to the end of."""

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bots.ops.background_tasks import Tasks
from bots.ops.metric_specs import Meter, MetricSpec
from bots.shared import interaction_inbox
from bots.shared.interaction_inbox import _MOST_ATTEMPTS, InteractionInbox
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.errors import PlatformUnreachable
from core.messages import Interaction
from core.privacy.text import RawText
from tests.core.adapters.store.databases import with_schema
from tests.fakes.clock import Clock

_DAMAGED = '{"text": "한빛상사'


class Counting(Meter):
    """Remembers what was dropped."""

    def __init__(self) -> None:
        self.reasons: list[str] = []

    def note(self, figure: MetricSpec, *labels: str, value: float = 1) -> None:
        assert (figure, labels[0], value) == (MetricSpec.DROPPED_EVENTS, "slack", 1)
        self.reasons.append(labels[1])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = open_store(with_schema(tmp_path), clock=Clock())
    yield store
    store.close()


@pytest.fixture
def meter() -> Counting:
    return Counting()


@pytest.fixture
def inbox(store: SqlStore, meter: Counting, monkeypatch: pytest.MonkeyPatch) -> InteractionInbox:
    monkeypatch.setattr(interaction_inbox, "_LOOK_EVERY_S", 0.01)
    return InteractionInbox("slack", store.inbox, meter, Tasks(), seal_within_s=1)


class Taking:
    """Takes up what was left, and fails on it."""

    def __init__(self, failing: Exception | None = None) -> None:
        self.tried = 0
        self._failing = failing

    async def up(self, left: Interaction) -> None:
        self.tried += 1
        if self._failing:
            raise self._failing
        json.loads(left.payload.reveal())


async def _watched(inbox: InteractionInbox, store: SqlStore, taking: Taking, is_over: Callable[[], bool]) -> None:
    """Have one that fails taken up each time that its lease ends."""
    store.inbox.put(Interaction("1", "slack", "T1", "U1", "action", RawText(_DAMAGED)))
    watching = asyncio.create_task(inbox.watch(taking.up))
    async with asyncio.timeout(20):
        while not is_over():
            store.end_leases()
            await asyncio.sleep(0.01)
    watching.cancel()
    await asyncio.get_running_loop().shutdown_default_executor()  # what is being taken is taken before others look


async def test_what_cannot_be_read_is_given_up_with_a_line_and_a_count_but_without_its_text(
    inbox: InteractionInbox, store: SqlStore, meter: Counting, caplog: pytest.LogCaptureFixture
) -> None:
    taking = Taking()
    await _watched(inbox, store, taking, lambda: bool(meter.reasons))
    store.end_leases()
    assert store.inbox.take("slack") == []
    assert 0 < taking.tried <= _MOST_ATTEMPTS
    assert meter.reasons == ["given_up"]
    assert caplog.text.count("interaction given up platform=slack kind=action") == 1
    assert "한빛상사" not in caplog.text


async def test_what_may_go_another_time_stays(inbox: InteractionInbox, store: SqlStore, meter: Counting) -> None:
    taking = Taking(PlatformUnreachable(platform="Slack"))
    await _watched(inbox, store, taking, lambda: taking.tried > _MOST_ATTEMPTS)
    store.end_leases()
    assert len(store.inbox.take("slack")) == 1
    assert meter.reasons == []


@pytest.mark.parametrize("fails", [False, True])
async def test_what_is_given_up_goes_even_if_nobody_can_be_told(
    inbox: InteractionInbox, store: SqlStore, meter: Counting, *, fails: bool
) -> None:
    left = Interaction("1", "slack", "T1", "U1", "action", RawText("{}"))
    store.inbox.put(left)

    async def work() -> bool:
        raise AssertionError

    async def tell() -> None:
        if fails:
            raise ValueError

    last = Interaction("1", "slack", "T1", "U1", "action", RawText("{}"), 11)
    await inbox.carry_out(last, work, tell)
    store.end_leases()
    assert store.inbox.take("slack") == []
    assert meter.reasons == ["given_up"]
