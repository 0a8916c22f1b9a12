"""The ways in: commands, messages, mentions, in every kind of place."""

import pytest

from bots.discord.commands import commands
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.limits import command_faults
from tests.fakes.discord.world import DM, GROUP_DM, PRIVATE_THREAD, PUBLIC_THREAD

PURPOSE = "신입사원 김서연에게 보낼 환영 이메일 초안 써줘"


async def test_the_commands_are_registered_in_both_languages_and_everywhere(bot: Bot) -> None:
    registered = bot.fake.record.commands
    assert command_faults(registered) == []
    assert [command["name_localizations"]["ko"] for command in registered] == [
        "프롬프트",
        "프롬프트-보관함",
        "프롬프트-복원",
        "프롬프트-설정",
        "이 메시지로 프롬프트 만들기",
    ]
    assert all(command["contexts"] == [0, 1, 2] and command["integration_types"] == [0, 1] for command in registered)


async def test_in_a_server_a_private_thread_is_opened_with_the_person_in_it(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    used = await person.command(channel=channel, purpose=PURPOSE)
    thread = person.thread_of(channel)
    assert thread.type == PRIVATE_THREAD
    assert words(used.ephemeral[0]) == f"여기서 이어갈게요: <#{thread.id}>"
    shown = await Screen(person, thread).shows("안녕하세요!", "[질문 2]")
    assert "김서연" not in shown


async def test_without_private_threads_a_public_one_comes_with_a_hint_and_the_way_to_the_dm(bot: Bot) -> None:
    person = bot.fake.person()
    channel = await bot.fake.guild(barred=["private"])
    used = await person.command(channel=channel)
    assert person.thread_of(channel).type == PUBLIC_THREAD
    assert "다른 사람도 볼 수 있어요" in words(used.ephemeral[0])
    pressed = await person.press(used.ephemeral[0], "DM에서 하기")
    assert f"<#{person.dm.id}>" in words(pressed.ephemeral[0])
    await Screen(person, person.dm).shows("[질문 1]")


async def test_going_to_the_dm_takes_all_answers_along(bot: Bot) -> None:
    person = bot.fake.person()
    channel = await bot.fake.guild(barred=["private"])
    used = await person.command(channel=channel, purpose=PURPOSE)
    thread = person.thread_of(channel)
    there = Screen(person, thread)
    await there.shows("[질문 2]")
    await there.use("답하기")
    await there.write("총무팀입니다")
    await there.shows("[질문 3]")

    await person.press(used.ephemeral[0], "DM에서 하기")

    screen = Screen(person, person.dm)
    await screen.shows("[질문 3]")
    await there.shows("그만뒀어요")
    for text in ("표", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(text)
    await screen.shows("{이름1}", "총무팀입니다", "만들기")


async def test_going_to_the_dm_leaves_what_is_unfinished_there(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    await person.say("회의록 정리해 줘")
    await screen.shows("[질문 2]")
    channel = await bot.fake.guild(barred=["private"])
    used = await person.command(channel=channel, purpose=PURPOSE)

    await person.press(used.ephemeral[0], "DM에서 하기")
    await screen.shows("[질문 2]")
    await person.say("취소")
    await screen.shows("그만둘까요?")
    await screen.use("확인")
    await screen.shows("그만뒀어요")

    await person.command()
    await screen.shows("쓰던 인터뷰가 있어요")
    await screen.use("이어서")
    await person.say("뒤로")
    await screen.shows("지금 답: 회의록 정리해 줘")


async def test_without_any_threads_it_goes_on_in_the_dm(bot: Bot) -> None:
    person = bot.fake.person()
    channel = await bot.fake.guild(barred=["private", "public"])
    used = await person.command(channel=channel, purpose=PURPOSE)
    assert f"DM에서 이어갈게요: <#{person.dm.id}>" in words(used.ephemeral[0])
    await Screen(person, person.dm).shows("[질문 2]")


async def test_the_dm_can_be_chosen(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, way="dm")
    await Screen(person, person.dm).shows("[질문 1]")


async def test_where_the_bot_is_no_member_it_goes_on_in_the_dm(bot: Bot) -> None:
    person = bot.fake.person()
    elsewhere = bot.fake.world.channel(bot.fake.world.guild(bot_inside=False))
    friends = bot.fake.world.channel(kind=GROUP_DM, members={person.id})
    for place in (elsewhere, friends):
        used = await person.command(channel=place)
        assert "DM에서 이어갈게요" in words(used.ephemeral[0])
    await Screen(person, person.dm).shows("[질문 1]", "이어서 할까요")


async def test_with_the_dm_closed_it_is_held_where_only_the_person_sees_it(bot: Bot) -> None:
    person = bot.fake.person()
    bot.fake.record.unreachable.add(person.id)
    place = bot.fake.world.channel(bot.fake.world.guild(bot_inside=False))
    screen = Screen(person, place)
    await person.command(channel=place)
    await screen.shows("[질문 1]")
    await screen.use("답하기")
    await screen.write("주간 보고서 요약해 줘")
    await screen.shows("[질문 2]")
    await screen.use("답하기")
    await screen.write("저는 박지훈 과장입니다. 010-2345-6789")
    for choice in ("표", "보통 ~500자", "한국어", "대학생", "건너뛰기"):
        await quiet()
        await screen.use(choice)
    await screen.shows("이렇게 이해했어요", "= 박지훈")
    await screen.use("만들기")
    await screen.shows("버전 1", "바꾸려면 ‘다듬기’를")
    assert place.messages == []
    assert max(len(used.follow_ups) for used in bot.fake.record.interactions.values()) <= 5


async def test_here_is_for_their_eyes_alone_though_the_bot_is_a_member(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, way="here")
    await Screen(person, channel).shows("안녕하세요!", "[질문 1]")
    assert channel.messages == []


async def test_calling_the_bot_by_name_opens_a_thread(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.say(f"<@{bot.fake.world.bot}> {PURPOSE}", channel)
    await quiet()
    await Screen(person, person.thread_of(channel)).shows("[질문 2]")
    assert len(channel.messages) == 1


async def test_a_hello_in_the_dm_starts_an_interview(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("안녕하세요")
    await Screen(person, person.dm).shows("안녕하세요!", "[질문 1]")
    assert person.dm.type == DM


async def test_an_unfinished_interview_is_offered_again(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("주간 보고서 요약해 줘")
    screen = Screen(person, person.dm)
    await screen.shows("[질문 2]")
    await person.command()
    await screen.shows("이어서 할까요")
    await screen.use("이어서")
    await screen.shows("[질문 2]")


async def test_help_says_what_there_is(bot: Bot) -> None:
    used = await bot.fake.person(locale="en-GB").command("promptgen-data", task="help")
    assert "six questions" in words(used.ephemeral[0])


async def test_data_is_deleted_in_every_server_at_once(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose=PURPOSE)
    await person.say("주간 보고서 요약해 줘")
    await quiet()
    screen = Screen(person, channel)
    await person.command("promptgen-data", channel, task="forget")
    await screen.shows("모두 지울까요")
    await screen.use("확인")
    await screen.shows("모두 지웠어요")
    assert bot.parts.store.places("discord", 0) == []


async def test_data_is_handed_over_to_the_person_alone(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose=PURPOSE)
    await person.command("promptgen-data", channel, task="export")
    shown = await Screen(person, channel).shows("김서연")
    assert "신입사원" in shown
    assert channel.messages == []


async def test_consent_is_given_and_taken_back_by_command(bot: Bot) -> None:
    bot.parts.chat._collects = True
    person, channel = bot.fake.person(), await bot.fake.guild()
    screen = Screen(person, channel)
    await person.command("promptgen-data", channel, task="training")
    await screen.shows("도움을 주시겠어요")
    await screen.use("동의해요")
    await screen.shows("가려진 프롬프트만")
    await screen.use("동의 철회")
    await screen.shows("학습 데이터에 넣지 않아요")


async def test_the_language_can_be_changed(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("주간 보고서 요약해 줘")
    await quiet()
    await person.command("promptgen-data", task="en")
    await Screen(person, person.dm).shows("I will speak English", "[Question 2]")


async def test_a_server_that_removes_the_bot_is_forgotten(lab: Lab) -> None:
    async with lab.bot() as bot:
        person, channel = lab.fake.person(), await lab.fake.guild()
        await person.command(channel=channel, purpose=PURPOSE)
        await person.say("주간 보고서 요약해 줘")
        await quiet()
        await lab.fake.gateway.dispatch("GUILD_DELETE", {"id": str(channel.guild)}, guild=channel.guild)
        await quiet()
        assert [place.channel for place, _ in bot.parts.store.places("discord", 0)] == ["@me"]


async def test_prompts_are_listed_with_where_they_are(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    used = await person.command("promptgen-data", channel, task="list")
    assert words(used.ephemeral[0]) == "아직 만든 프롬프트가 없어요."
    await person.command(channel=channel, purpose=PURPOSE)
    await quiet()
    used = await person.command("promptgen-data", channel, task="list")
    assert f"<#{person.thread_of(channel).id}>" in words(used.ephemeral[0])
    assert "환영 이메일" in words(used.ephemeral[0])
    assert "김서연" not in words(used.ephemeral[0])


async def test_a_server_that_the_client_has_not_heard_of_is_still_a_shared_place(bot: Bot) -> None:
    person, channel = bot.fake.person(), bot.fake.world.channel(bot.fake.world.guild())
    name = f"<@{bot.fake.world.bot}>"
    await person.say(f"{name} {PURPOSE}", channel)
    await quiet()
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 2]")
    for answer in ("저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기"):
        await person.say(f"{name} {answer}", thread)
    shown = await screen.shows("이렇게 이해했어요")
    assert [word for word in ("김서연", "박지훈") if word in shown] == []


@pytest.mark.parametrize("collects", [True, False])
def test_training_data_is_spoken_of_where_it_is_collected(*, collects: bool) -> None:
    assert ("학습 데이터" in str(commands(collects=collects))) is collects
