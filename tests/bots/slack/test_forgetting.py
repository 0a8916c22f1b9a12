"""Forgotten means gone on Slack, too: the bot deletes what it has said, as far as Slack lets it."""

from contextlib import AsyncExitStack
from functools import partial

import pytest

from bots.container import Container
from tests.bots.slack.walks import make_prompt
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault
from tests.fakes.slack.starting import start
from tests.fakes.slack.world import BOT_USER, TEAM, Message

pytestmark = pytest.mark.slow


def said_by_bot(slack: FakeSlack, channel: str) -> list[Message]:
    return [one for one in slack.world.messages if one.channel == channel and one.user == BOT_USER]


def thread_of(person: Person) -> str:
    """Return the thread that was opened for a person in a channel; empty before."""
    return next((one.ts for one in person.seen if one.thread_ts is None and f"<@{person.id}>" in one.text), "")


def words(slack: FakeSlack, thread: str) -> str:
    return "\n".join(one.shown() for one in slack.world.thread("C1", thread))


def is_asked(slack: FakeSlack, person: Person) -> bool:
    return "[질문 2]" in words(slack, thread_of(person))


async def test_the_bots_own_messages_go_and_what_comes_after_stays(slack: FakeSlack, bot: Container) -> None:
    person = Person(slack, "U1")
    await make_prompt(person)
    root = said_by_bot(slack, person.channel)[0]
    slack.world.messages.append(Message(slack.world.next_ts(), BOT_USER, "박지훈", person.channel, thread_ts=root.ts))
    slack.api.page_size = 5
    before = said_by_bot(slack, person.channel)
    own = [one for one in slack.world.messages if one.channel == person.channel and one.user == "U1"]

    await person.slash("forget")
    await person.press("확인", on=await person.sees("모두 지울까요"))
    told = await person.sees("모두 지웠어요")
    assert "제가 보낸 메시지도" in told.shown()

    await slack.until(lambda: not [one for one in before if one in slack.world.messages], 15)
    assert told in slack.world.messages
    assert all(one in slack.world.messages for one in own), "what people wrote themselves is theirs to delete"


async def test_it_is_done_without_a_key_too(slack: FakeSlack, bot: Container, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("_first", "_all"):
        monkeypatch.setattr(bot.store._cipher, key, None)
    person = Person(slack, "U1")
    await make_prompt(person)
    before = said_by_bot(slack, person.channel)
    await person.slash("forget")
    await person.press("확인", on=await person.sees("모두 지울까요"))
    await person.sees("모두 지웠어요")
    await slack.until(lambda: not [one for one in before if one in slack.world.messages], 15)


async def test_it_is_done_by_the_next_process_and_in_threads_where_slack_is_there(
    slack: FakeSlack, parts: Container
) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        for each in (person, other):
            await each.slash("회의록 정리해 줘")
            await slack.until(partial(is_asked, slack, each))
    mine, theirs = thread_of(person), thread_of(other)
    with parts.store.begin() as transaction:
        transaction.forget("U1", "slack", TEAM)
    slack.fail("chat.delete", Fault("internal_error"))
    async with AsyncExitStack() as stack:
        await start(parts, stack)
        await slack.connected()
        await slack.until(lambda: not slack.world.thread("C1", mine), 40)
    assert "[질문 2]" in words(slack, theirs), "what others were told stays"
