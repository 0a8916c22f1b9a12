"""Nothing is acknowledged before it can no longer be lost, and nothing comes in before it can be masked."""

import asyncio
import json
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from bots.container import Container
from bots.slack.inbound import interaction_id
from core.errors import DetectorError
from core.messages import Interaction
from core.ports import Detector
from core.privacy.text import RawText
from tests.bots.slack.walks import make_prompt
from tests.fakes.detector import FakeDetector
from tests.fakes.slack import payloads
from tests.fakes.slack.parts import build_container, settings_for
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.starting import start
from tests.fakes.slack.world import TEAM, Payload

pytestmark = pytest.mark.slow


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let somebody else have the database for the block."""
    connection = sqlite3.connect(folder / "promptgen.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@pytest.fixture
async def bot(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Container]:
    """A bot that does not wait long for a lock."""
    with build_container(settings_for(tmp_path, slack.api_url), lock_wait_s=0.2) as parts:
        async with AsyncExitStack() as stack:
            await start(parts, stack)
            await slack.connected()
            yield parts


@asynccontextmanager
async def running(slack: FakeSlack, parts: Container) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        yield


async def test_nothing_comes_in_before_it_can_be_masked(slack: FakeSlack, tmp_path: Path) -> None:
    loaded = threading.Event()

    def load() -> Detector:
        loaded.wait()
        return FakeDetector()

    person = Person(slack, "U1")
    with build_container(settings_for(tmp_path, slack.api_url), load=load) as parts:
        async with AsyncExitStack() as stack:
            starting = asyncio.create_task(start(parts, stack))
            await asyncio.sleep(0.5)
            assert slack.called("apps.connections.open") == []
            loaded.set()
            await starting
            await person.say("주간 보고서를 요약해줘")
            await person.sees("[질문 2]")


async def test_where_nothing_can_be_masked_nothing_starts(slack: FakeSlack, tmp_path: Path) -> None:
    def load() -> Detector:
        raise DetectorError

    with build_container(settings_for(tmp_path, slack.api_url), load=load) as parts:
        async with AsyncExitStack() as stack:
            with pytest.raises(DetectorError):
                await start(parts, stack)

    assert slack.called("apps.connections.open") == []


async def test_an_event_is_acknowledged_when_it_is_committed(slack: FakeSlack, bot: Container, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")

    with locked(tmp_path):
        said = asyncio.create_task(person.say("기획팀입니다"))
        await person.sees("다시 보내지 않아도 돼요")
        assert not said.done()
    await said
    await person.sees("[질문 3]")

    assert len([one for one in person.seen if "다시 보내지 않아도" in one.shown()]) == 1


async def test_one_that_slack_sends_again_meanwhile_is_the_same(
    slack: FakeSlack, bot: Container, tmp_path: Path
) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    posted = person.post("기획팀입니다")
    event = payloads.event_callback(payloads.message(posted, "im"), "Ev1")

    with locked(tmp_path):
        sent = [asyncio.create_task(slack.deliver("events_api", event, retry=number)) for number in range(3)]
        await person.sees("다시 보내지 않아도 돼요")
    await asyncio.gather(*sent)
    await person.say("표")
    await person.sees("[질문 4]")

    assert len([one for one in person.seen if "[질문 3]" in one.shown()]) == 1
    assert len([one for one in person.seen if "다시 보내지 않아도" in one.shown()]) == 1


@pytest.mark.parametrize("how", ["thread", "mention"])
async def test_what_is_said_in_a_channel_while_the_database_is_away_is_told_and_taken(
    slack: FakeSlack, bot: Container, tmp_path: Path, how: str
) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    if how == "thread":
        await person.slash("주간 보고서 요약")
        await person.sees("[질문 2]")
    say = person.say if how == "thread" else person.mention

    with locked(tmp_path):
        said = asyncio.create_task(say("회의록을 정리하는 기획팀입니다"))
        assert (await person.sees("다시 보내지 않아도 돼요")).only_to == "U1"
    await said

    await person.sees("[질문 3]" if how == "thread" else "[질문 2]")


async def test_who_talks_in_a_thread_of_their_own_is_told_nothing(
    slack: FakeSlack, bot: Container, tmp_path: Path
) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    person.thread = person.post("점심").ts

    with locked(tmp_path):
        said = asyncio.create_task(person.say("뭐 먹을까요"))
        await asyncio.sleep(2.5)
    await said

    assert person.seen == []


async def test_a_press_that_is_not_taken_is_told_once(slack: FakeSlack, bot: Container, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await person.say("기획팀")
    await person.sees("[질문 3]")

    with locked(tmp_path):
        await person.press("표")
        await slack.until(lambda: slack.called("response_url"))
        await asyncio.sleep(1)
    await person.press("표")
    await person.sees("[질문 4]")

    told = [answer["text"] for answer in slack.called("response_url")]
    assert len(told) == 1
    assert "잠시 뒤에 다시" in told[0]
    assert not any("다시 보내" in one.shown() for one in person.seen)


async def test_a_modal_stays_open_while_it_cannot_be_saved(slack: FakeSlack, bot: Container, tmp_path: Path) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    await person.slash("주간 보고서 요약")
    await person.press("답하기", on=await person.sees("[질문 2]"))
    await slack.until(lambda: slack.called("views.open"))
    modal = person.modal()

    with locked(tmp_path):
        refused = await person.submit(modal, text1="기획팀입니다")
    assert refused.payload["response_action"] == "errors"
    assert "적은 내용은 그대로" in refused.payload["errors"]["text1"]

    taken = [await person.submit(modal, text1="기획팀입니다") for _ in range(2)]  # the answer to the first was lost
    await person.sees("[질문 3]")
    await person.say("표")
    await person.sees("[질문 4]")

    assert [one.payload for one in taken] == [{}, {}]
    assert len([one for one in person.seen if "[질문 3]" in one.shown()]) == 1


async def test_a_modal_that_is_sent_again_while_the_late_one_is_taken_back(slack: FakeSlack, tmp_path: Path) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with running(slack, parts):
            await person.slash("주간 보고서 요약")
            await person.press("답하기", on=await person.sees("[질문 2]"))
            await slack.until(lambda: slack.called("views.open"))
            modal = person.modal()

            with locked(tmp_path):
                refused = await person.submit(modal, text1="기획팀입니다")
                again = asyncio.create_task(person.submit(modal, text1="개발팀입니다"))
                await asyncio.sleep(0.5)
            taken = await again
            await person.sees("[질문 3]")

    assert refused.payload["response_action"] == "errors"
    assert taken.payload == {}


async def test_what_a_dead_process_had_acknowledged_is_carried_out_once(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        command = payloads.slash_command("U1", person.channel, "주간 보고서 요약", "trigger1", "")
        assert parts.store.inbox.put(sealed("/promptgen", command))
    for _ in range(2):
        with build_container(settings_for(tmp_path, slack.api_url)) as parts:
            async with running(slack, parts):
                await person.sees("[질문 2]")
                assert parts.store.inbox.take("slack") == []
        await slack.disconnected()

    assert len([one for one in person.seen if "[질문 2]" in one.shown()]) == 1


async def test_a_thread_that_a_dead_process_had_opened_is_found_again(slack: FakeSlack, tmp_path: Path) -> None:
    slack.world.add_channel("C1", "U1")
    person = Person(slack, "U1", "C1")
    command = payloads.slash_command("U1", "C1", "주간 보고서 요약", "trigger1", "")
    root = {"event_type": "promptgen_reply", "event_payload": {"mark": "start:trigger1"}}
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        slack.api.call("chat.postMessage", {"channel": "C1", "text": "스레드", "metadata": root} | QUIET)
        parts.store.inbox.put(sealed("/promptgen", command))
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with running(slack, parts):
            question = await person.sees("[질문 2]")

    assert question.thread_ts == person.seen[0].ts
    assert len([one for one in person.seen if one.thread_ts is None]) == 1


QUIET = {"unfurl_links": False, "unfurl_media": False, "blocks": []}


async def test_what_nobody_could_carry_out_is_told_and_given_up(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        command = payloads.slash_command("U1", person.channel, "주간 보고서 요약", "trigger1", "")
        parts.store.inbox.put(sealed("/promptgen", command))
        for _ in range(10):
            parts.store.end_leases()
            parts.store.inbox.take("slack")
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with running(slack, parts):
            await person.sees("예상하지 못한 문제가 생겼어요")
            await slack.until(lambda: parts.store.inbox.take("slack") == [])
            with parts.store.begin() as transaction:
                assert transaction.sessions_of("U1", "slack", TEAM) == []


async def test_what_waits_while_many_processes_die_is_carried_out_all_the_same(
    slack: FakeSlack, tmp_path: Path
) -> None:
    people = [Person(slack, f"U{number}") for number in range(4)]
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        for person in people:
            command = payloads.slash_command(person.id, person.channel, "주간 보고서 요약", f"trigger{person.id}", "")
            parts.store.inbox.put(sealed("/promptgen", command))
        for _ in range(20):
            parts.store.end_leases()
            parts.store.inbox.take("slack")
    with build_container(settings_for(tmp_path, slack.api_url)) as parts:
        async with running(slack, parts):
            for person in people:
                await person.sees("[질문 2]")


async def test_without_a_key_it_is_acknowledged_when_it_is_committed(
    slack: FakeSlack, bot: Container, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    monkeypatch.setattr(bot.store._cipher, "_first", None)

    with locked(tmp_path):
        saying = asyncio.create_task(person.slash("회의록 정리"))
        await person.sees("다시 보내지 않아도 돼요")
        assert not saying.done()
    await saying

    await person.sees("[질문 2]", count=2)


def sealed(kind: str, payload: Payload) -> Interaction:
    return Interaction(interaction_id(payload), "slack", TEAM, "U1", kind, RawText(json.dumps(payload)))
