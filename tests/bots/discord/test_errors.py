"""What Discord refuses is told, shown elsewhere or left out; it never takes a reply, a press or a place along."""

import pytest

from bots.discord.places import direct_message
from core.messages import Incoming, Opened
from core.values.locale import Locale
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person
from tests.fakes.discord.world import Channel

_CALLBACK = r"POST /api/v10/interactions/.*/callback"
_TOKEN = r"(POST|PATCH) /api/v10/webhooks/"
_TO_SUMMARY = ("회의록 정리해 줘", "기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기")


def shown(channel: Channel) -> str:
    return "\n".join(words(message) for message in channel.messages)


async def at_form(bot: Bot) -> tuple[Person, Screen]:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in _TO_SUMMARY[:2]:
        await person.say(text)
    await screen.shows("[질문 3]")
    return person, screen


async def test_a_reply_that_is_refused_for_good_is_told_of(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in _TO_SUMMARY:
        await person.say(text)
    await screen.shows("이렇게 이해했어요")
    bot.fake.inject(r"POST .*/messages", 400, code=50035)

    await person.say("만들기")

    await screen.shows("Discord가 받지 않아서", "하던 곳 다시 보기")


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 50035), (401, 50027)])
async def test_where_the_pointer_is_refused_the_thread_has_its_question_all_the_same(
    bot: Bot, status: int, code: int
) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    bot.fake.inject(_CALLBACK, status, times=9, code=code)
    await person.command(channel=channel, wait=False, purpose="주간 보고서 요약해 줘")
    await bot.fake.record.until(lambda: bool(bot.fake.requests(r"PUT .*/thread-members")))
    await quiet()
    await Screen(person, person.thread_of(channel)).shows("안녕하세요!", "[질문 2]")


@pytest.mark.parametrize(("status", "code"), [(400, 50083), (403, 50083), (400, 160005)])
async def test_in_a_closed_thread_a_press_counts_and_is_answered_in_the_dm(bot: Bot, status: int, code: int) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="주간 보고서 요약해 줘")
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 2]")
    bot.fake.inject(rf"(POST|PATCH) /api/v10/channels/{thread.id}/messages", status, times=9, code=code)
    await screen.use("뒤로")
    await person.sees(lambda message: "[질문 1]" in words(message))


async def test_a_press_is_acknowledged_though_its_message_cannot_be_changed(bot: Bot) -> None:
    person, screen = await at_form(bot)
    bot.fake.inject(_CALLBACK, 400, code=50035)
    await person.press(screen.newest("표"), "표")  # it waits for the acknowledgement
    await screen.shows("[질문 4]")
    assert "[질문 4]" in shown(person.dm)


@pytest.mark.parametrize(("status", "code"), [(401, 50027), (404, 10015)])
async def test_what_was_to_be_shown_to_one_person_comes_in_the_dm_when_the_token_dies_early(
    bot: Bot, status: int, code: int
) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, way="here")
    screen = Screen(person, channel)
    await screen.shows("[질문 1]")
    await screen.use("답하기")
    bot.fake.inject(_CALLBACK, status, times=9, code=code)
    bot.fake.inject(_TOKEN, status, times=9, code=code)
    assert screen.modal is not None
    await person.submit(screen.modal, {"text": "주간 보고서 요약해 줘"}, wait=False)
    await person.sees(lambda message: "[질문 2]" in words(message))


async def test_what_follows_a_commit_may_fail_and_the_replies_are_delivered(bot: Bot) -> None:
    person = bot.fake.person()

    async def fail() -> None:
        raise ConnectionResetError

    relay, place = bot.client._running.relay, direct_message(person.dm.id)
    assert await relay.handle(Incoming("m1", place, str(person.id), Locale.KO, Opened()), fail)
    await Screen(person, person.dm).shows("[질문 1]")
