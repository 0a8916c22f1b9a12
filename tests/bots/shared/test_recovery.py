"""What was left behind is taken up by whoever lives, and a slow workspace holds up its own conversations alone."""

import asyncio
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from bots.relay import _WATCH_S, Relay
from bots.shared.delivery_leases import Leases
from core.adapters.store.open_store import open_store
from core.adapters.store.outbox import LEASE_S
from core.adapters.store.store import SqlStore
from core.conversation.replies import Greet
from core.errors import StoreUnavailable
from core.messages import Incoming, Opened, Outgoing, Place, Revealed
from core.usecases.chat import Chat
from core.usecases.generation import Generation
from core.values.locale import Locale
from tests.core.adapters.store.conversations import place, started
from tests.core.adapters.store.databases import with_schema
from tests.fakes.clock import Clock
from tests.fakes.detector import FakeDetector
from tests.fakes.waiting import until


class Platform:
    """Shows every reply at once, but for those of a workspace that is slow, and fails where it is told to."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.asked = 0
        self.slow = ""
        self.may = asyncio.Event()
        self.fails = False

    async def send(self, outgoing: Outgoing, _revealed: Revealed) -> str:
        self.asked += 1
        if self.fails:
            raise TimeoutError
        if outgoing.place.workspace == self.slow:
            await self.may.wait()
        self.shown.append(outgoing.session)
        return str(outgoing.id)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqlStore]:
    store = open_store(with_schema(tmp_path), clock=clock)
    yield store
    store.close()


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture
def relay(store: SqlStore, platform: Platform) -> Relay:
    return Relay("slack", Chat(FakeDetector(), store, lambda: "new"), Generation(store), platform)


def leave(store: SqlStore, clock: Clock, *sessions: str, workspace: str = "T1") -> None:
    """Leave behind a reply in each of these sessions, as a process that has died does."""
    with store.begin() as transaction:
        for session in sessions:
            held = started(session, at=place(session, workspace=workspace))
            transaction.save(held)
            transaction.send(held, [Greet()])
    clock.now += LEASE_S


async def test_however_many_there_are_one_look_takes_up_all(
    store: SqlStore, clock: Clock, relay: Relay, platform: Platform
) -> None:
    sessions = [f"s{number}" for number in range(250)]
    leave(store, clock, *sessions)
    await relay.resend_pending()
    assert sorted(platform.shown) == sorted(sessions)
    assert store.outbox_age() == 0


async def test_a_slow_workspace_holds_up_its_own_alone(
    store: SqlStore, clock: Clock, relay: Relay, platform: Platform
) -> None:
    platform.slow = "T-slow"
    slow = [f"slow{number}" for number in range(30)]
    leave(store, clock, *slow, workspace="T-slow")
    leave(store, clock, *(f"s{number}" for number in range(30)))
    recovering = asyncio.create_task(relay.resend_pending())
    await until(lambda: len(platform.shown) == 30, asyncio.Condition(), 20)
    assert not set(platform.shown) & set(slow)
    await until(lambda: platform.asked == 46, asyncio.Condition(), 20)
    leave(store, clock, "later")
    watching = asyncio.create_task(relay.resend_loop(0.01))  # who waits for nobody sees what comes meanwhile
    await until(lambda: "later" in platform.shown, asyncio.Condition(), 20)
    platform.may.set()
    await recovering
    watching.cancel()
    assert sorted(platform.shown) == sorted([*slow, *(f"s{number}" for number in range(30)), "later"])


async def test_what_takes_long_stays_its_deliverers(
    store: SqlStore, clock: Clock, relay: Relay, platform: Platform
) -> None:
    relay._sender.leases._every_s = 0.01  # type: ignore[misc]
    platform.slow = "T1"
    at = Place("slack", "T1", "D1")
    taking = asyncio.create_task(relay.handle(Incoming("E1", at, "U1", Locale.KO, Opened(None))))
    await until(lambda: platform.asked, asyncio.Condition(), 20)
    clock.now += LEASE_S
    await until(lambda: store.waiting("slack") == (), asyncio.Condition(), 20)
    assert store.unsent("slack") == ()
    platform.may.set()
    assert await taking
    assert store.outbox_age() == 0


async def test_what_cannot_be_delivered_is_tried_again_after_a_while(
    store: SqlStore, clock: Clock, relay: Relay, platform: Platform
) -> None:
    leave(store, clock, "s1")
    platform.fails = True
    await relay.resend_pending()
    clock.now += LEASE_S
    await relay.resend_pending()
    assert platform.asked == 1
    platform.fails = False
    clock.now += 30
    await relay.resend_pending()
    assert platform.shown == ["s1"]


def test_a_dead_process_is_replaced_within_ten_seconds() -> None:
    assert LEASE_S + _WATCH_S < 10


async def test_leases_are_prolonged_together_and_a_database_that_is_away_ends_nothing() -> None:
    asked: list[Collection[str]] = []
    answers = asyncio.Queue[None]()
    loop = asyncio.get_running_loop()

    def prolong(sessions: Collection[str]) -> None:
        asked.append(frozenset(sessions))
        loop.call_soon_threadsafe(answers.put_nowait, None)
        raise StoreUnavailable(reason="down")

    leases = Leases(prolong, 0.01)
    with leases.held("s1"), leases.held("s2"), leases.held("s2"):
        for _ in range(3):
            await answers.get()
        assert "s1" in leases
    assert "s1" not in leases
    assert set(asked) == {frozenset({"s1", "s2"})}
