"""Threads in a server: named after what is made, closed when it is done, opened by what goes on."""

import pytest

from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person
from tests.fakes.discord.world import Channel

pytestmark = pytest.mark.slow

PURPOSE = "김서연 소개 메일 써줘"
_ANSWERS = ("저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기")
_UNCHANGED = "스레드 이름을 바꾸거나"


async def finished(bot: Bot, person: Person, channel: Channel) -> Screen:
    await person.command(channel=channel, purpose=PURPOSE)
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 2]")
    for answer in _ANSWERS:
        await quiet()
        await person.say(f"<@{bot.fake.world.bot}> {answer}", thread)
    await screen.shows("버전 1")
    await quiet()
    return screen


async def test_a_thread_is_named_after_the_masked_purpose(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel)
    thread = person.thread_of(channel)
    await Screen(person, thread).shows("[질문 1]")
    assert thread.name == "프롬프트 만들기"
    await person.say(f"<@{bot.fake.world.bot}> {PURPOSE}", thread)
    await bot.fake.record.until(lambda: thread.name == "{이름1} 소개 메일 써줘")
    assert "김서연" not in str([request.body for request in bot.fake.requests("PATCH /api/v10/channels/[0-9]+$")])


async def test_a_finished_thread_closes_soon_and_one_that_was_ended_at_once(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    screen = await finished(bot, person, channel)
    await bot.fake.record.until(lambda: screen.channel.closes_after == 60)
    assert not screen.channel.archived

    await person.command(channel=channel, purpose="회의록 정리해 줘")
    ended = person.thread_of(channel)
    screen = Screen(person, ended)
    await screen.shows("[질문 2]")
    await screen.use("취소")
    await screen.shows("그만둘까요")
    await screen.use("확인")
    await bot.fake.record.until(lambda: ended.archived)


async def test_what_goes_on_opens_a_closed_thread(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    screen = await finished(bot, person, channel)
    await bot.fake.record.change_thread(screen.channel, {"archived": True})
    await quiet()

    opened = await person.press(screen.newest("다듬기"), "다듬기")
    await person.submit(opened, {"text": "더 짧게"})

    await screen.shows("버전 2")
    assert not screen.channel.archived
    assert person.dm.messages == []


@pytest.mark.parametrize("barred", [["change"], ["change", "private"]])
async def test_a_server_that_lets_no_thread_be_changed_is_told_once(bot: Bot, barred: list[str]) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild(barred=barred)
    first = await finished(bot, person, channel)
    second = await finished(bot, person, channel)
    told = [words(message) for screen in (first, second) for message in screen.channel.messages]
    assert sum(_UNCHANGED in text for text in told) == 1


@pytest.mark.parametrize(("status", "code"), [(404, 10003), (400, 50035), (403, 50083), (500, 0)])
async def test_what_is_no_matter_of_permissions_is_not_said_to_be_one(bot: Bot, status: int, code: int) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    bot.fake.inject("PATCH /api/v10/channels/[0-9]+$", status, times=99, code=code)
    screen = await finished(bot, person, channel)
    assert bot.fake.requests("PATCH /api/v10/channels/[0-9]+$")
    assert not [message for message in screen.channel.messages if _UNCHANGED in words(message)]


async def test_who_is_forgotten_has_nothing_left_in_a_closed_thread(lab: Lab) -> None:
    async with lab.bot() as bot:
        person, channel = bot.fake.person(), await bot.fake.guild()
        screen = await finished(bot, person, channel)
        thread, mine = screen.channel, str(bot.fake.world.bot)
        await bot.fake.record.change_thread(thread, {"archived": True})
        await person.say("내 데이터 삭제")
        dm = Screen(person, person.dm)
        await dm.shows("모두 지울까요")
        await dm.use("확인")
        await bot.fake.record.until(lambda: all(one["author"]["id"] != mine for one in thread.messages))
        await bot.fake.record.until(lambda: thread.archived)
