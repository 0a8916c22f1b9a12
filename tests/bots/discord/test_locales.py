"""Everybody is spoken to in their own language, whatever the operator's is."""

import json

import pytest

from core.usecases.limits import Limits
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words

_KNOWN = "[Question 1]"


async def _knows_english(bot: Bot) -> Screen:
    """Return the DM of a person whose Discord is in English, who has used a command."""
    person = bot.fake.person(locale="en-US")
    await person.command("promptgen-data", task="help")
    return Screen(person, person.dm)


async def test_a_new_interview_by_message_is_in_the_language_of_their_discord(bot: Bot) -> None:
    screen = await _knows_english(bot)
    await screen.person.say("회의록 정리해 줘")
    await screen.shows("[Question 2]")


async def test_a_mention_is_answered_in_the_language_of_their_discord(bot: Bot) -> None:
    screen, channel = await _knows_english(bot), await bot.fake.guild()
    await screen.person.say(f"<@{bot.fake.world.bot}> 회의록 정리해 줘", channel)
    await quiet()
    thread = screen.person.thread_of(channel)
    (opened,) = bot.fake.requests("POST .*/threads")
    assert json.loads(opened.body)["name"] == "Making a prompt"
    await Screen(screen.person, thread).shows("[Question 2]")


async def test_a_refusal_comes_in_the_language_of_the_interview_after_a_restart(lab: Lab) -> None:
    person = lab.fake.person(locale="en-US")
    screen = Screen(person, person.dm)
    async with lab.bot():
        await person.command(way="dm")
        await screen.shows(_KNOWN)
    async with lab.bot(limits=Limits(text=50)):
        await person.say("가" * 60)
        await screen.shows("up to 50 characters")


async def test_a_language_that_was_chosen_counts_more_than_that_of_their_discord(bot: Bot) -> None:
    screen = await _knows_english(bot)
    await screen.person.command("promptgen-data", task="ko")
    await quiet()
    await screen.person.say("회의록 정리해 줘")
    await quiet()
    await screen.person.command("promptgen-data", task="ko")
    await screen.shows("이제 한국어로 말할게요")
    used = await screen.person.command("promptgen-data", task="help")
    assert "질문 여섯 개에" in words(used.ephemeral[0])


async def test_after_a_restart_the_language_of_the_interview_counts_more_than_that_of_their_discord(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot():
        await person.say("Summarize the weekly report")
        await screen.shows("[Question 2]")
    async with lab.bot():
        used = await person.command("promptgen-data", task="help")
        assert "six questions" in words(used.ephemeral[0])


async def test_who_presses_in_anothers_interview_is_told_in_their_own_language(bot: Bot) -> None:
    owner, other = bot.fake.person(), bot.fake.person("Alex", locale="en-GB")
    channel = await bot.fake.guild()
    await owner.command(channel=channel, purpose="회의록 정리해 줘")
    screen = Screen(owner, owner.thread_of(channel))
    await screen.shows("[질문 2]")
    pressed = await other.press(screen.newest("뒤로"), "뒤로")
    await quiet()
    assert "belongs to somebody else" in str(pressed.ephemeral)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Summarize the weekly report", "[Question 2]"),
        ("ERP 도입 보고서 요약", "[질문 2]"),
        ("안녕", "[질문 1]"),
        ("hi", "[질문 1]"),
    ],
)
async def test_who_was_never_here_is_answered_in_the_language_they_wrote(bot: Bot, text: str, shown: str) -> None:
    person = bot.fake.person()
    await person.say(text)
    await Screen(person, person.dm).shows(shown)
