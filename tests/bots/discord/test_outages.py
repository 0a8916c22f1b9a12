"""While the database is away, whoever writes is told once, and what they wrote is taken when it is back."""

from unittest.mock import patch

import pytest

from core.usecases.limits import Limits
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.outages import away
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.world import Channel

pytestmark = pytest.mark.slow

_WAITING = "연결되는 대로 이어 갈게요"
_SORRY = "데이터베이스에 연결할 수 없어요"


def told(channel: Channel, text: str) -> int:
    return sum(text in words(message) for message in channel.messages)


async def test_first_messages_of_many_people_are_all_answered(bot: Bot) -> None:
    people = [bot.fake.person(f"사람{number}") for number in range(25)]
    with away():
        for person in people:
            await person.say("회의록 정리해 줘")
        await bot.fake.record.until(lambda: all(told(person.dm, _WAITING) for person in people))
    for person in people:
        await person.sees(lambda message: "[질문 2]" in words(message))
    await quiet()
    assert [(told(one.dm, _WAITING), told(one.dm, _SORRY), told(one.dm, "[질문 2]")) for one in people] == [
        (1, 0, 1)
    ] * 25


@pytest.mark.parametrize("how", ["mention", "reply", "file"])
async def test_what_is_said_in_a_thread_is_told_of_and_taken(bot: Bot, how: str) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="회의록 정리해 줘")
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 2]")
    name = f"<@{bot.fake.world.bot}>"
    with away():
        if how == "reply":
            await person.reply(thread.messages[-1], f"{name} 기획팀입니다")
        elif how == "file":
            await person.say(f"{name} 기획팀입니다", thread, [("참고.txt", "3시 회의".encode())])
        else:
            await person.say(f"{name} 기획팀입니다", thread)
        await bot.fake.record.until(lambda: told(thread, _WAITING) > 0)
    await screen.shows("[질문 3]")
    await quiet()
    assert (told(thread, _WAITING), told(thread, _SORRY)) == (1, 0)


async def test_a_mention_is_told_of_and_taken(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    with away():
        await person.say(f"<@{bot.fake.world.bot}> 회의록 정리해 줘", channel)
        await bot.fake.record.until(lambda: bool(bot.fake.requests(r"PUT .*/thread-members")))
        thread = person.thread_of(channel)
        await bot.fake.record.until(lambda: told(thread, _WAITING) > 0)
    await Screen(person, thread).shows("[질문 2]")
    await quiet()
    assert (told(thread, _WAITING), told(thread, _SORRY)) == (1, 0)


async def test_the_order_of_what_was_said_meanwhile_is_kept(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    await person.say("회의록 정리해 줘")
    await screen.shows("[질문 2]")
    with away():
        for text in ("기획팀입니다", "표", "보통", "한국어"):
            await person.say(text)
        await bot.fake.record.until(lambda: told(person.dm, _WAITING) > 0)
    await screen.shows("[질문 6]")


async def test_what_was_refused_is_told_once_though_it_is_found_again(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot(limits=Limits(text=50)):
        await person.say("회의록 정리해 줘")
        await screen.shows("[질문 2]")
        await person.say("가" * 60)
        await screen.shows("한 번에 50자까지")
        await quiet()
    async with lab.bot(limits=Limits(text=50)):
        await quiet()
    assert told(person.dm, "한 번에 50자까지") == 1


async def test_a_message_that_fails_is_told(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    with patch("bots.discord.rest.Rest.open_thread", side_effect=ZeroDivisionError):
        await person.say(f"<@{bot.fake.world.bot}> 회의록 정리해 줘", channel)
        await bot.fake.record.until(lambda: told(channel, "예상하지 못한 문제") == 1)


async def test_nothing_of_somebody_elses_is_fetched(bot: Bot) -> None:
    owner, stranger, channel = bot.fake.person(), bot.fake.person("도윤"), await bot.fake.guild()
    await owner.command(channel=channel, purpose="회의록 정리해 줘")
    thread = owner.thread_of(channel)
    await Screen(owner, thread).shows("[질문 2]")
    await stranger.say(f"<@{bot.fake.world.bot}> 이것 좀", thread, [("참고.txt", "3시 회의".encode())])
    await quiet()
    assert bot.fake.requests(r"GET /attachments/") == []
