"""Shards that are leased: dealt out evenly, taken over from a dead process, given back to one that comes again."""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bots.discord.client import DiscordClient
from bots.discord.shards import ShardLeases, dealt, share_of
from core.adapters.store.open_store import open_store
from core.adapters.store.store import SqlStore
from core.ports.processes import BotProcess, Deal
from tests.bots.discord.screen import Screen
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database
from tests.fakes.discord.components import words
from tests.fakes.discord.server import FakeDiscord

pytestmark = pytest.mark.slow

_SHARDS = 4


def process(name: str, *shards: int) -> BotProcess:
    return BotProcess(name, shards=frozenset(shards))


@pytest.mark.parametrize(
    ("me", "others", "stays", "expected"),
    [
        pytest.param(process("a"), [], True, {0, 1, 2, 3}, id="alone"),
        pytest.param(process("a"), [], False, set(), id="just come"),
        pytest.param(process("a", 0, 1), [process("b", 2, 3)], True, {0, 1}, id="even"),
        pytest.param(process("a"), [process("b", 0, 1, 2, 3)], True, set(), id="none free"),
        pytest.param(process("a", 0), [process("b", 2, 3)], True, {0, 1}, id="one free"),
        pytest.param(process("a", 0, 1), [process("b", 1, 2)], True, {0, 3}, id="taken over meanwhile"),
        pytest.param(process("a", 0, 1), [process("b", 0, 1, 2, 3)], False, set(), id="was away for long"),
        pytest.param(process("a", 0, 1), [], False, {0, 1}, id="the database was away"),
    ],
)
def test_who_is_dealt_what(me: BotProcess, others: list[BotProcess], stays: bool, expected: set[int]) -> None:  # noqa: FBT001 - a row
    assert dealt(me, others, _SHARDS, stays=stays) == expected


def test_the_shares_are_all_there_is() -> None:
    for count in range(1, 9):
        everybody = [process("a", 0), process("b"), process("c", 1, 2)]
        shares = [share_of(me, [other for other in everybody if other is not me], count) for me in everybody]
        assert sum(shares) == count
        assert max(shares) - min(shares) <= 1


class Meeting:
    """Processes that meet here: the others' shards are as given, this one is dealt what is free."""

    def __init__(self, others: list[BotProcess]) -> None:
        self.others, self.stays = others, False

    def meet(self, _platform: str, me: BotProcess, deal: Deal) -> tuple[BotProcess, ...]:
        me = replace(me, shards=frozenset(deal(self.others, self.stays)))
        self.stays = True
        return me, *self.others

    def leave(self, _platform: str, _process_id: str) -> None:
        pass


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([], [False, False, True], id="alone"),
        pytest.param([process("a", 0, 1, 2, 3)], [False, False, False], id="the other has not given any back yet"),
        pytest.param([process(each, at) for at, each in enumerate("abcd")], [False, True, True], id="more than shards"),
    ],
)
async def test_a_process_is_ready_once_it_was_dealt_its_shards(
    others: list[BotProcess], expected: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.shared.process_presence.EVERY_S", 0.01)
    leases, ready = ShardLeases(Meeting(others), _SHARDS), list[bool]()
    client = DiscordClient(lambda *_: NotImplemented, leases=leases)

    async def opened(shard: int) -> None:
        client._connected.add(shard)

    async def looked(kept: Collection[int]) -> None:
        assert kept == leases.held
        ready.append(await client.is_connected())
        await asyncio.sleep(0)

    ready.append(await client.is_connected())
    keeping = asyncio.create_task(leases.keep(opened, looked))
    while len(ready) < 4:  # noqa: ASYNC110 - the leases ring no bell
        await asyncio.sleep(0.01)
    keeping.cancel()
    assert [ready[0], ready[1], ready[3]] == expected


async def test_one_process_on_sqlite_has_all(fake: FakeDiscord, store: SqlStore) -> None:
    me = BotProcess("a")
    for expected in (set(), {0, 1, 2, 3}):
        me, *others = store.processes.meet(
            "discord",
            me,
            lambda others, stays, me=me: dealt(me, others, _SHARDS, stays=stays),  # type: ignore[misc]
        )
        assert (set(me.shards), others) == (expected, [])


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path) as made:
        open_store(made.folder, made.url, "k" * 43 + "=", clock=time.time).close()
        yield made


@asynccontextmanager
async def leasing(fake: FakeDiscord, database: Database) -> AsyncIterator[asyncio.subprocess.Process]:
    module = "tests.bots.discord.bot_process"
    command = [sys.executable, "-m", module, fake.api_url, fake.gateway_url, str(database.folder), "0.01"]
    own = {"PROMPTGEN_DATABASE_URL": str(database.url), "PROMPTGEN_DISCORD_SHARDS": f"*/{_SHARDS}"}
    process = await asyncio.create_subprocess_exec(*command, env=os.environ | own, stderr=asyncio.subprocess.DEVNULL)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


class Leases:
    """What the database says of who has which shards, and the gateway of which are connected."""

    def __init__(self, fake: FakeDiscord, database: Database) -> None:
        self._fake = fake
        self._engine = database.plain_engine()

    def __call__(self) -> dict[str, int]:
        alive = text("SELECT id, shards FROM bot_process WHERE leased_until > extract(epoch FROM now())")
        with self._engine.connect() as connection:
            return {row.id: len(json.loads(row.shards)) for row in connection.execute(alive)}

    def connected(self) -> list[int]:
        return sorted(one.shard for one in self._fake.gateway.sessions.values() if one.link is not None)

    async def until(self, *shares: int, seconds: float = 60) -> None:
        """Wait until the living processes have so many shards each, all of them connected."""
        everything = list(range(sum(shares)))
        await self._fake.record.until(
            lambda: sorted(self().values()) == sorted(shares) and self.connected() == everything, seconds
        )

    def close(self) -> None:
        self._engine.dispose()


@pytest.fixture
def leases(fake: FakeDiscord, database: Database) -> Iterator[Leases]:
    made = Leases(fake, database)
    yield made
    made.close()


async def interviews(fake: FakeDiscord) -> list[Screen]:
    """Begin an interview in a thread on each shard, and one in a DM."""
    screens = []
    for shard in range(_SHARDS):
        person, channel = fake.person(), await fake.guild(shard=shard, shards=_SHARDS)
        await person.command(channel=channel, purpose="회의록 정리해 줘")
        screens.append(Screen(person, person.thread_of(channel)))
    person = fake.person()
    await person.say("주간 보고서를 요약해줘")
    screens.append(Screen(person, person.dm))
    for screen in screens:
        await screen.shows("[질문 2]")
    return screens


async def answer(fake: FakeDiscord, screens: list[Screen], said: str) -> None:
    for screen in screens:
        private = screen.channel is screen.person.dm
        await screen.person.say(said if private else f"<@{fake.world.bot}> {said}", screen.channel)


async def each_shows(screens: list[Screen], question: str) -> None:
    for screen in screens:
        await screen.shows(question)


@pytest.mark.postgresql
async def test_a_killed_processs_shards_are_anothers_and_nothing_is_lost_or_doubled(
    fake: FakeDiscord, database: Database, leases: Leases
) -> None:
    async with leasing(fake, database) as first:
        await leases.until(4)
        async with leasing(fake, database):
            await leases.until(2, 2)  # the first gave two back
            screens = await interviews(fake)
            first.kill()
            await first.wait()
            await answer(fake, screens, "저는 기획팀입니다")
            await leases.until(4)
            await each_shows(screens, "[질문 3]")
            await answer(fake, screens, "표")
            await each_shows(screens, "[질문 4]")
            await database.settles()
    for question in ("[질문 3]", "[질문 4]"):
        counts = [sum(question in words(message) for message in screen.channel.posted) for screen in screens]
        assert counts == [1] * len(screens), question


@pytest.mark.postgresql
async def test_who_hung_for_longer_than_its_lease_gives_up_what_others_took(
    fake: FakeDiscord, database: Database, leases: Leases
) -> None:
    async with leasing(fake, database) as first:
        await leases.until(4)
        async with leasing(fake, database):
            await leases.until(2, 2)
            os.kill(first.pid, signal.SIGSTOP)
            await leases.until(4)
            os.kill(first.pid, signal.SIGCONT)
            await leases.until(2, 2)


@pytest.mark.postgresql
async def test_who_is_told_to_end_leaves_its_shards_at_once(
    fake: FakeDiscord, database: Database, leases: Leases
) -> None:
    async with leasing(fake, database) as first:
        await leases.until(4)
        async with leasing(fake, database):
            await leases.until(2, 2)
            first.terminate()
            await first.wait()
            assert len(leases()) == 1
            await leases.until(4)
