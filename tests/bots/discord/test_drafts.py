"""A prompt that a model writes on Discord: its draft grows where it is waited for, and goes when the prompt comes."""

from collections.abc import AsyncIterator

import pytest

from bots.discord.outbox import DiscordOutbox
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen
from tests.fakes.assistant import until
from tests.fakes.discord.components import words
from tests.fakes.openai.drafts import write
from tests.fakes.openai.server import FakeOpenAI
from tests.fakes.writing import SEEN, writing

_DRAFT = "모델이 쓰고 있는 초안이에요."
_ANSWERS = ("환영 이메일 초안 써줘", "저는 박지훈 과장입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기")


@pytest.fixture
async def model(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeOpenAI]:
    monkeypatch.setattr(DiscordOutbox, "partials_every_s", 0.05)
    async with writing(bot.parts.generation) as server:
        yield server


async def _asked(bot: Bot) -> Screen:
    person = bot.fake.person()
    for text in (*_ANSWERS, "만들기"):
        await person.say(text)
    return Screen(person, person.dm)


async def test_the_draft_grows_in_the_place_of_the_progress_and_the_checked_prompt_takes_its_place(
    bot: Bot, model: FakeOpenAI
) -> None:
    screen = await _asked(bot)
    shown = await screen.shows(_DRAFT, SEEN)
    assert "[제약]" not in shown
    model.gate.set()

    await screen.shows("버전 2 · 모델이 씀", SEEN)
    await bot.fake.record.until(lambda: not any(_DRAFT in words(one) for one in screen.person.dm.messages))


async def test_it_is_stopped_where_it_grows(bot: Bot, model: FakeOpenAI) -> None:
    screen = await _asked(bot)
    await screen.shows(_DRAFT, SEEN)
    await screen.use("취소")

    await until(model.aborted)
    await bot.fake.record.until(lambda: not any(_DRAFT in words(one) for one in screen.person.dm.messages))


async def test_where_it_may_not_stand_one_line_says_why(bot: Bot, model: FakeOpenAI) -> None:
    model.gate.set()
    model.whole = lambda prompt: write(prompt).replace("\n", "\n- 17일까지 답하라고 적습니다.\n", 2)
    screen = await _asked(bot)

    await screen.shows("버전 1", "모델이 쓴 프롬프트는 말씀하지 않은 내용이 들어 있어 쓰지 않고")
    assert not any("17일" in words(one) for one in screen.person.dm.messages)
