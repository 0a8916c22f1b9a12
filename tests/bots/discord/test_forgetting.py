"""Forgotten means gone on Discord, too: the bot deletes what it has said, where Discord lets it."""

import pytest

from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person
from tests.fakes.discord.world import Channel

pytestmark = pytest.mark.slow

_DONE = "저장한 것을 모두 지웠어요"


def said_by(person: Person, channel: Channel, *, bot: bool) -> list[str]:
    author = person.record.world.bot if bot else person.id
    return [words(message) for message in channel.messages if message["author"]["id"] == str(author)]


async def interviewed(bot: Bot) -> tuple[Screen, Channel]:
    """Return the DM of a person, and a thread of theirs, with what the bot said in both."""
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="회의록 정리해 줘")
    thread = person.thread_of(channel)
    await Screen(person, thread).shows("[질문 2]")
    screen = Screen(person, person.dm)
    await person.say("김서연에게 보낼 메일 써줘")
    await person.say("저는 박지훈입니다")
    await screen.shows("[질문 3]")
    return screen, thread


async def test_the_bots_own_messages_go_and_what_comes_after_stays(bot: Bot) -> None:
    screen, thread = await interviewed(bot)
    person = screen.person
    for number in range(120):  # more than a page of them
        await person.record.post(person.dm, person.record.world.bot, {"content": f"박지훈 {number}"})
    await person.say("내 데이터 삭제")
    await screen.shows("되돌릴 수 없어요")
    await screen.use("확인")
    told = await screen.shows(_DONE)
    assert "제가 여기에 보낸 메시지도" in told
    assert "남은 메시지는 직접" not in told, "Discord lets nobody delete them"
    await person.say("새 회의록 정리해 줘")
    await screen.shows("[질문 2]")
    await person.record.until(lambda: not said_by(person, thread, bot=True), 30)
    await person.record.until(lambda: len(said_by(person, person.dm, bot=True)) == 1, 30)
    await quiet()
    assert len(said_by(person, person.dm, bot=True)) == 1, "the greeting with its question"
    assert "저는 박지훈입니다" in said_by(person, person.dm, bot=False)


async def test_it_is_done_by_the_next_process_where_this_one_dies(lab: Lab) -> None:
    async with lab.bot() as bot:
        screen, thread = await interviewed(bot)
    person = screen.person
    with lab.store.begin() as transaction:
        transaction.remember(f"m{person.record.world.snowflake()}", "discord")
        transaction.forget(str(person.id), "discord")
    stored = b"".join(file.read_bytes() for file in lab.folder.iterdir() if file.is_file())
    assert str(person.dm.id).encode() not in stored, "whom it is about is sealed"
    async with lab.bot():
        await person.record.until(lambda: not said_by(person, person.dm, bot=True), 30)
        await person.record.until(lambda: not said_by(person, thread, bot=True), 30)
        await quiet()
    assert "저는 박지훈입니다" in said_by(person, person.dm, bot=False)


async def test_a_place_that_is_closed_keeps_no_other_from_being_emptied(lab: Lab) -> None:
    async with lab.bot() as bot:
        screen, thread = await interviewed(bot)
    person = screen.person
    thread.barred.add("view")
    with lab.store.begin() as transaction:
        transaction.forget(str(person.id), "discord")
    lab.fake.inject(r"GET .*/messages", 503)
    async with lab.bot():
        await person.record.until(lambda: not said_by(person, person.dm, bot=True), 30)
    assert lab.store.inbox.take("discord") == []
