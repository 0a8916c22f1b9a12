"""What is asked for because it decides, by buttons and in an input."""

from collections.abc import AsyncIterator

import pytest

from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet


@pytest.fixture
async def bot(lab: Lab) -> AsyncIterator[Bot]:
    async with lab.bot(asks_gaps=True) as bot:
        yield bot


async def _asked(bot: Bot) -> Screen:
    person = bot.fake.person()
    await person.command()
    screen = Screen(person, person.dm)
    await screen.shows("[질문 1]")
    for text, shown in (
        ("이메일 초안 써줘", "[질문 2]"),
        ("총무팀입니다", "[질문 3]"),
        ("연속 문장", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("대학생", "AI가 참고할 예시"),
        ("건너뛰기", "[추가 질문 1/2] 누구에게 보내나요?"),
    ):
        await person.say(text, person.dm)
        await screen.shows(shown)
    return screen


async def test_an_option_that_was_pressed_stands_in_the_place_of_the_buttons(bot: Bot) -> None:
    screen = await _asked(bot)
    question = screen.newest("상사")
    await screen.use("상사")
    await screen.shows("[추가 질문 2/2]", "✓ 상사")
    await quiet()
    assert screen.newest("AI가 정하기") is question
    await screen.use("AI가 정하기")
    await screen.shows("이렇게 이해했어요", "받는 사람: 상사", "✓ AI가 정하기")


async def test_a_typed_answer_takes_the_buttons_away(bot: Bot) -> None:
    screen = await _asked(bot)
    question = screen.newest("상사")
    await screen.person.say("옆 건물 관리소장님이요", screen.channel)
    await screen.shows("[추가 질문 2/2]")
    await bot.fake.record.until(lambda: question not in screen.channel.messages)
    await screen.use("바로 만들기")
    await screen.shows("받는 사람: 옆 건물 관리소장님", "버전 1")


async def test_an_answer_in_ones_own_words_goes_to_its_own_question(bot: Bot) -> None:
    screen = await _asked(bot)
    person = screen.person
    opened = await person.press(screen.newest("직접 쓰기"), "직접 쓰기")
    await person.say("상사", screen.channel)
    await screen.shows("[추가 질문 2/2]")
    await person.submit(opened, {"text": "본사 총무팀"})
    await screen.shows("[추가 질문 2/2]")
    await screen.use("직접 쓰기")
    await screen.write("창고 이사")
    await screen.shows("이렇게 이해했어요", "받는 사람: 본사 총무팀", "용건: 창고 이사")


async def test_an_assumption_beneath_the_prompt_is_changed_in_the_select(bot: Bot) -> None:
    screen = await _asked(bot)
    await screen.use("바로 만들기")
    await screen.shows("버전 1", "받는 사람: ")
    await screen.use("받는 사람: 고객")
    await screen.shows("버전 2", "받는 사람: 고객")
