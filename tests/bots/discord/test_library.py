"""The library on Discord: kept in a window, found by the command, used by buttons."""

import pytest

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, quiet

_ANSWERS = (
    "회의록 정리해 줘",
    "저는 박지훈입니다",
    "표",
    "보통",
    "한국어",
    "대학생",
    "건너뛰기",
    "만들기",
)


async def test_a_prompt_is_kept_found_and_used(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for answer in _ANSWERS:
        await person.say(answer)
    await screen.shows("버전 1", "저장")

    opened = await person.press(screen.newest("저장"), "저장")
    await person.submit(opened, {"name": "주간 회의록", "tags": "회의, #주간"})
    await screen.shows("보관함에 저장했어요", "주간 회의록", "#회의 · #주간")

    await person.command("promptgen-library", channel=person.dm, prompt="ㅈㄱ")
    await screen.shows("1. 주간 회의록")
    await person.select(screen.newest("1. 주간 회의록"), "1. 주간 회의록")
    await screen.shows("쓸 때마다 채울 곳")
    await screen.use("쓰기")
    await screen.shows("‘이름1’에 넣을 내용")
    await person.say("이영희")
    await screen.shows("회의 메모나 녹취")
    await person.say("건너뛰기")
    await screen.shows("값을 넣은 프롬프트", "이영희")
    await person.say("보관함 1 삭제")
    await screen.shows("보관함 1번을 지울까요?")
    await screen.use("확인")
    await screen.shows("아직 보관한 프롬프트가 없어요")


async def test_a_prompt_is_used_where_what_is_typed_is_not_read(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose=_ANSWERS[0])
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 2]")
    for answer in _ANSWERS[1:]:
        await quiet()
        await person.say(f"<@{bot.fake.world.bot}> {answer}", thread)
    await screen.shows("버전 1")
    opened = await person.press(screen.newest("저장"), "저장")
    await person.submit(opened, {"name": "주간 회의록", "tags": ""})
    await screen.shows("보관함에 저장했어요")
    await person.say(f"<@{bot.fake.world.bot}> 보관함 1", thread)
    await screen.shows("쓸 때마다 채울 곳")
    await screen.use("쓰기")
    await screen.shows("‘이름1’에 넣을 내용")
    await screen.use("답하기")
    await screen.write("이영희")
    await screen.shows("회의 메모나 녹취")


@pytest.mark.parametrize("query", ["1 삭제", "1 지우기", "2 share", "1 쓰기", "내보내기", "1 이름 급여"])
async def test_what_is_looked_for_is_no_command(bot: Bot, query: str) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for answer in _ANSWERS:
        await person.say(answer)
    await screen.shows("버전 1")
    await person.say("저장 회의록")
    await screen.shows("보관함에 저장했어요")
    await person.command("promptgen-library", channel=person.dm, prompt=query)
    await screen.shows("찾는 프롬프트가 없어요")
    await person.command("promptgen-library", channel=person.dm)
    await screen.shows("1. 회의록")


async def test_in_a_direct_message_there_is_no_team(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for answer in _ANSWERS:
        await person.say(answer)
    await screen.shows("버전 1")
    await person.say("저장 회의록")
    await screen.shows("팀과 공유")
    await screen.use("팀과 공유")
    await screen.shows("공유할 팀이 없는 곳")
