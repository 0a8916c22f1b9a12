"""A backup that the command takes from a bot under people at work is restored to a bot that goes on."""

import asyncio
import random
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import text

from tests.bots.crashing import TOLD, Outcome, environment, started
from tests.bots.slack.crashes import CHANNEL, STARTS_WITHIN_S, Employee, settings_for
from tests.core.adapters.store.databases import POSTGRESQL_URL, Database, postgresql_database
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

_PEOPLE: Final = 6
_SEES_S: Final = 60.0  # what a dead process held is leased for half a minute on PostgreSQL


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        yield Database(tmp_path / "data")
        return
    if not POSTGRESQL_URL:
        pytest.skip("PROMPTGEN_TEST_POSTGRESQL_URL is not set")
    with postgresql_database(tmp_path / "data") as made:
        yield made


async def promptgen(database: Database, *arguments: object) -> None:
    """Run a command to its end."""
    command = [sys.executable, "-W", "ignore", "-m", "bots", *map(str, arguments)]
    process = await asyncio.create_subprocess_exec(
        *command, env=environment(database, {}), stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    assert process.returncode == 0, said.decode()


@asynccontextmanager
async def running(slack: FakeSlack, database: Database) -> AsyncIterator[None]:
    """Run the bot, and kill it at the end of the block."""
    async with started("slack", database, settings_for(slack)):
        await slack.connected(STARTS_WITHIN_S)
        yield
    await slack.disconnected()


@asynccontextmanager
async def crowd(slack: FakeSlack, outcome: Outcome) -> AsyncIterator[None]:
    """Have people make one prompt after another, who leave in the middle of it at the end of the block."""
    chance = random.Random(7)  # noqa: S311 - moments, not keys
    slack.world.add_channel(CHANNEL, *(f"U{number}" for number in range(_PEOPLE)))
    people = [Employee(slack, number, outcome, chance) for number in range(_PEOPLE)]
    working = {asyncio.create_task(one.work_until(asyncio.Event())) for one in people}
    try:
        yield
    finally:
        while working:  # a task that was just about to go on may not notice that it is cancelled (Python 3.11)
            for one in working:
                one.cancel()
            _, working = await asyncio.wait(working, timeout=0.1)


def people_in(database: Database) -> set[str]:
    """Return who has a session."""
    engine = database.plain_engine()
    with engine.connect() as connection:
        people = set(connection.execute(text("SELECT person FROM session")).scalars())
    engine.dispose()
    return people


async def say(slack: FakeSlack, person: Person, answer: str, shown: str) -> None:
    """Type something, and wait for what it leads to, which may have been shown before."""
    before = len(person.ever_shown(shown))
    await person.say(answer)
    await slack.until(lambda: len(person.ever_shown(shown)) > before, _SEES_S)


async def test_people_go_on_from_a_backup_that_was_taken_while_they_spoke(
    slack: FakeSlack, database: Database, tmp_path: Path
) -> None:
    person, later, outcome = Person(slack, "U100"), Person(slack, "U101"), Outcome()
    backup = tmp_path / "copy"
    async with running(slack, database):
        await say(slack, person, "주간 보고서를 요약해줘", "[질문 2]")
        await say(slack, person, f"저는 박지훈이고 010-2345-6789 입니다. {TOLD}", "[질문 3]")
        async with crowd(slack, outcome):
            async with asyncio.timeout(_SEES_S):
                while outcome.answers < _PEOPLE:  # noqa: ASYNC110 - it is counted in other tasks
                    await asyncio.sleep(0.05)
            before = outcome.answers
            await promptgen(database, "backup", backup)
            assert outcome.answers > before
            await say(slack, later, "회의록을 정리해줘", "[질문 2]")
            await say(slack, person, "표로 해줘", "[질문 4]")
    assert "U101" in people_in(database)

    await promptgen(database, "backup", "--restore", "--yes", backup)
    restored = people_in(database)
    assert "U101" not in restored
    assert {"U0", "U100"} <= restored
    async with running(slack, database):
        for answer, shown in (
            ("목록", "[질문 4]"),  # the third question is open again
            ("보통", "[질문 5]"),
            ("한국어", "[질문 6]"),
            ("전문가", "AI가 참고할"),
            ("건너뛰기", "이렇게 이해했어요"),
            ("만들기", "완성 프롬프트 · 버전 1"),
        ):
            await say(slack, person, answer, shown)
        await say(slack, later, "회의록을 정리해줘", "[질문 2]")
        await database.settles()
    made = "\n".join(one.shown() for one in person.seen)
    assert "글머리 기호 리스트" in made
    assert "010-2345-6789" in made  # what was masked before opens after
