"""Several processes in HTTP mode behind something that gives each request to any of them."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession
from sqlalchemy import text

from tests.bots.slack.walks import ANSWERS
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database
from tests.fakes.slack import payloads
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.free_port import free_port

pytestmark = [pytest.mark.postgresql, pytest.mark.slow]

_SLOW_S = 0.3
_QUESTIONS = ["[질문 2]", "[질문 3]", "[질문 4]", "[질문 5]", "[질문 6]"]


@dataclass(frozen=True)
class Serving:
    """A process that serves at an address."""

    process: asyncio.subprocess.Process
    address: str


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path) as made:
        yield made


@asynccontextmanager
async def serving(slack: FakeSlack, database: Database, masking_s: float) -> AsyncIterator[Serving]:
    port = free_port()
    command = [sys.executable, "-m", "tests.bots.slack.http_process", slack.api_url, str(database.folder)]
    command += [str(database.url), str(port), str(masking_s)]
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/slack/events"
        await listens(address)
        yield Serving(process, address)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def listens(address: str) -> None:
    async with asyncio.timeout(60), ClientSession() as session:
        while True:
            with suppress(ClientError):
                async with session.get(address):
                    return
            await asyncio.sleep(0.1)


@pytest.fixture
async def two(slack: FakeSlack, database: Database) -> AsyncIterator[list[Serving]]:
    """Two processes, the first of them slow; each has heard of the other."""
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(serving(slack, database, _SLOW_S))
        second = await stack.enter_async_context(serving(slack, database, 0))
        await met(database)
        yield [first, second]


async def met(database: Database) -> None:
    """Wait until each of two processes has heard of the other: both have met since the second one came."""
    engine = database.plain_engine()
    came = 0.0
    try:
        async with asyncio.timeout(60):
            while True:
                with engine.connect() as connection:
                    leases = connection.execute(text("SELECT leased_until FROM bot_process")).scalars().all()
                if len(leases) == 2:
                    came = came or max(leases)
                    if min(leases) >= came:
                        return
                await asyncio.sleep(0.05)
    finally:
        engine.dispose()


async def test_a_conversation_keeps_its_order_and_nothing_is_taken_twice(
    slack: FakeSlack, database: Database, two: list[Serving]
) -> None:
    people = [Person(slack, f"U{number}") for number in range(4)]
    saying: list[asyncio.Task[object]] = []
    for number, said in enumerate(("주간 보고서를 요약해줘", *ANSWERS)):
        for person in people:
            slack.http_app = two[number % 2].address
            saying.append(asyncio.create_task(person.say(said)))
            await asyncio.sleep(0.02)
            if number % 3 == 0:  # Slack got no answer in time and sends it to another
                slack.http_app = two[(number + 1) % 2].address
                saying.append(asyncio.create_task(again(person)))
                await asyncio.sleep(0.02)
    await asyncio.gather(*saying)
    for person in people:
        summary = await person.sees("이렇게 이해했어요")
        assert "주간 보고서를 요약해줘" in summary.shown()
    await database.settles()
    for person in people:
        for question in _QUESTIONS:
            assert len(person.ever_shown(question)) == 1, question
    assert {one.status for person in people for one in person.acknowledgements} == {200}


async def again(person: Person) -> None:
    """Send a person's last message once more."""
    posted = [one for one in person.world.messages if one.user == person.id][-1]
    event = payloads.event_callback(payloads.message(posted, "im"), f"Ev{posted.ts}")
    person.acknowledgements.append(await person.slack.deliver("events_api", event, retry=1))


async def test_when_one_is_killed_the_other_goes_on(slack: FakeSlack, database: Database, two: list[Serving]) -> None:
    people = [Person(slack, f"U{number}") for number in range(4)]
    slack.http_app = two[1].address
    for person in people:
        await person.say("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
    two[0].process.kill()
    await two[0].process.wait()
    for person in people:
        await person.say(ANSWERS[0])
        await person.sees("[질문 3]")
    await database.settles()
    assert {one.status for person in people for one in person.acknowledgements} == {200}
    assert [len(person.ever_shown("[질문 3]")) for person in people] == [1] * 4


async def test_what_comes_to_either_is_carried_out_by_the_same(
    slack: FakeSlack, database: Database, two: list[Serving]
) -> None:
    person = Person(slack, "U1")
    slack.http_app = two[0].address
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    slack.http_app = two[1].address
    await person.press("한 번에 작성하기")
    await slack.until(lambda: slack.called("views.open"))
    slack.http_app = two[0].address
    sent = await person.submit(person.modal(), background="기획팀")
    assert sent.status == 200
    await person.sees("[질문 3]")
    await database.settles()
    assert len(person.ever_shown("[질문 3]")) == 1
