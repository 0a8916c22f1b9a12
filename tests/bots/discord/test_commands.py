"""The commands of their own: the library by name, the answer that is restored, and how they are named in texts."""

import re

from bots.discord.commands import NAMES_KO, commands
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person

_ANSWERS = ("김서연 소개 메일 써줘", "저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기")


async def finished(person: Person) -> Screen:
    screen = Screen(person, person.dm)
    for answer in _ANSWERS:
        await person.say(answer)
        await quiet()
    await screen.shows("버전 1", "저장")
    return screen


async def test_a_saved_prompt_is_opened_by_its_name_while_it_is_typed(bot: Bot) -> None:
    person, other, channel = bot.fake.person(), bot.fake.person("민준"), await bot.fake.guild()
    screen = await finished(person)
    for name in ("김서연 소개", "분기 보고"):
        await person.say(f"저장 {name}")
        await screen.shows("보관함에 저장했어요")
        await quiet()

    offered = await person.complete("promptgen-library", "prompt", "", channel)
    assert list(offered) == ["분기 보고", "{이름1} 소개"], "masked, newest first"
    assert list(await person.complete("promptgen-library", "prompt", "ㅂㄱㅂㄱ")) == ["분기 보고"]
    assert await other.complete("promptgen-library", "prompt", "", channel) == {}

    here = Screen(person, channel)
    await person.command("promptgen-library", channel, prompt=offered["분기 보고"])
    assert "[작업]" in await here.shows("분기 보고", "쓰기")


async def test_an_answer_is_restored_from_anywhere_by_a_command(bot: Bot) -> None:
    person, other, channel = bot.fake.person(), bot.fake.person("민준"), await bot.fake.guild()
    await finished(person)

    titles = await person.complete("promptgen-restore", "prompt", "소개", channel)
    assert list(titles) == ["{이름1} 소개 메일 써줘"]
    opened = await person.command("promptgen-restore", channel, prompt=titles["{이름1} 소개 메일 써줘"])
    sent = await person.submit(opened, {"text": "{이름1} 님을 소개합니다."})

    await Screen(person, person.dm).shows("김서연 님을 소개합니다.")
    assert f"<#{person.dm.id}>" in words(sent.ephemeral[0])
    assert channel.messages == []

    assert await other.complete("promptgen-restore", "prompt", "", channel) == {}
    refused = await other.command("promptgen-restore", channel, prompt=next(iter(titles.values())))
    assert refused.modal is None
    assert "아직 완성된 프롬프트가 없어요" in words(refused.ephemeral[0])


async def test_commands_can_be_pressed_where_they_are_named(bot: Bot) -> None:
    ids = {command["name"]: command["id"] for command in bot.fake.record.commands}
    for locale, start in (("ko", "프롬프트"), ("en-US", "promptgen")):
        used = await bot.fake.person(locale=locale).command("promptgen-data", task="help")
        assert f"</{start}:{ids['promptgen']}>" in words(used.ephemeral[0])
        assert {number for _, number in re.findall(r"</([^:>]+):(\d+)>", words(used.ephemeral[0]))} <= set(ids.values())


def test_each_command_has_its_korean_name() -> None:
    for command in commands(collects=True):
        assert command["name_localizations"] == {"ko": NAMES_KO[command["name"]]}


async def test_a_title_is_masked_though_its_owner_keeps_a_name_as_written(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for answer in (*_ANSWERS[:-1], "이름1 그대로", "만들기"):
        await person.say(answer)
        await quiet()
    assert "김서연 소개 메일" in await screen.shows("버전 1")
    assert list(await person.complete("promptgen-restore", "prompt", "")) == ["{이름1} 소개 메일 써줘"]
