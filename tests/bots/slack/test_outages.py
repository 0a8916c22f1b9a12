"""PostgreSQL goes away under people at work, or lets too few in: all are told, and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.core.adapters.store.cluster import Cluster, own_cluster
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start

pytestmark = [pytest.mark.postgresql, pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    with own_cluster() as made:
        if made is None:
            pytest.skip("PostgreSQL's programs are not on this machine")
        yield made


@asynccontextmanager
async def bot(slack: FakeSlack, folder: Path, url: str) -> AsyncIterator[None]:
    with build_container(settings_for(folder, slack.api_url, database_url=url)) as parts:
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            await slack.connected()
            yield


async def test_the_server_stops_for_a_while(slack: FakeSlack, tmp_path: Path, cluster: Cluster) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    in_dm, in_thread, naming, pressing = (
        Person(slack, "U1"),
        Person(slack, "U1", "C1"),
        Person(slack, "U2", "C1"),
        Person(slack, "U2"),
    )
    async with bot(slack, tmp_path, cluster.url):
        for person in (in_dm, pressing):
            await person.say("주간 보고서를 요약해줘")
            await person.sees("[질문 2]")
        await pressing.say("총무팀")
        await pressing.sees("[질문 3]")
        await in_thread.slash("회의록 정리")
        await in_thread.sees("[질문 2]")
        await asyncio.sleep(0.5)

        await asyncio.to_thread(cluster.stop, "fast")
        said = [
            asyncio.create_task(in_dm.say("기획팀입니다")),
            asyncio.create_task(in_thread.say("개발팀입니다")),
            asyncio.create_task(naming.mention("메일 쓰기")),
        ]
        await pressing.press("표")
        for person in (in_dm, in_thread, naming):
            await person.sees("다시 보내지 않아도 돼요")
        await slack.until(lambda: slack.called("response_url"))
        assert not any(task.done() for task in said)
        await asyncio.to_thread(cluster.start)
        await asyncio.gather(*said)

        await in_dm.sees("[질문 3]")
        await in_thread.sees("[질문 3]")
        await naming.sees("[질문 2]")
        await pressing.press("표")
        await pressing.sees("[질문 4]")
    assert len([one for one in in_dm.seen if "다시 보내지" in one.shown()]) == 1
    assert len(slack.called("response_url")) == 1


async def test_the_server_lets_two_in_and_twenty_five_come(slack: FakeSlack, tmp_path: Path, cluster: Cluster) -> None:
    engine = create_engine(cluster.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE ROLE few LOGIN CONNECTION LIMIT 2"))
        connection.execute(text("GRANT ALL ON SCHEMA public TO few"))
    engine.dispose()
    people = [Person(slack, f"U{number}") for number in range(25)]
    async with bot(slack, tmp_path, cluster.url.replace("postgres@", "few@")):
        await asyncio.gather(*(person.say("주간 보고서를 요약해줘") for person in people))
        for person in people:
            await person.sees("[질문 2]")
