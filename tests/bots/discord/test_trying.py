"""Trying the prompt on Discord: the answer grows in place, can be stopped, and shows nobody else a value."""

import pytest

from bots.discord.outbox import DiscordOutbox
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen
from tests.fakes.assistant import FakeAssistant, connect, until
from tests.fakes.discord.components import words

_HALF = "첫 문장입니다. {이름1} 과장이 안내합니다. 이어지는 글이 "
_ANSWER = _HALF + "조금 더 남아 있어서 여기까지 씁니다. 끝입니다." + " " * 10
_ANSWERS = ("회의록 정리해 줘", "저는 박지훈 과장입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기")


@pytest.fixture
def assistant(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> FakeAssistant:
    monkeypatch.setattr(DiscordOutbox, "partials_every_s", 0.05)
    assistant = FakeAssistant([_ANSWER])
    connect(bot.parts.chat, bot.parts.generation, bot.detector, assistant)
    return assistant


async def composed(bot: Bot) -> Screen:
    person = bot.fake.person()
    for text in _ANSWERS:
        await person.say(text)
    screen = Screen(person, person.dm)
    await screen.shows("버전 1", "바꾸고 싶은 점을")
    return screen


async def test_the_answer_grows_in_the_place_of_the_progress_and_then_stands_whole(
    bot: Bot, assistant: FakeAssistant
) -> None:
    assistant.gate.clear()
    screen = await composed(bot)
    await screen.use("실행해 보기")
    assert "이어지는" not in await screen.shows("답을 쓰고 있어요", "박지훈 과장이 안내합니다.")
    assistant.gate.set()

    await screen.shows("모델의 답변 · mixtral", "박지훈 과장이 안내합니다.", "끝입니다.", "준수")
    dm = screen.person.dm
    await bot.fake.record.until(lambda: not any("답을 쓰고 있어요" in words(one) for one in dm.messages))


async def test_it_is_stopped_where_it_grows(bot: Bot, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    screen = await composed(bot)
    await screen.use("실행해 보기")
    await screen.shows("첫 문장입니다.")
    await screen.use("취소")

    await screen.shows("답변을 멈췄어요. 프롬프트는 그대로 있어요.")
    await until(assistant.closed)
    await bot.fake.record.until(lambda: not any("첫 문장" in words(one) for one in screen.person.dm.messages))
    assert not any("모델의 답변 ·" in words(one) for one in screen.person.dm.messages)


async def test_a_model_that_breaks_off_is_said_in_a_sentence(bot: Bot, assistant: FakeAssistant) -> None:
    assistant.answers, assistant.fault = [], "busy"
    screen = await composed(bot)
    await screen.use("실행해 보기")

    await screen.shows("지금 모델을 쓰는 사람이 많아요.")


async def test_a_long_answer_comes_as_a_file(bot: Bot, assistant: FakeAssistant) -> None:
    assistant.answers = ["긴 답변의 한 줄입니다 @everyone ``` 끝.\n" * 300]
    screen = await composed(bot)
    await screen.use("실행해 보기")

    await screen.shows("긴 답변의 한 줄입니다", "준수")
    assert any(one["attachments"] for one in screen.person.dm.messages)


async def test_answers_are_compared_voted_on_and_told_apart(bot: Bot, assistant: FakeAssistant) -> None:
    assistant.answers = ["첫째 답입니다.", "둘째 {이름1} 답입니다.", "셋째 답입니다."]
    screen = await composed(bot)
    await screen.use("비교")
    await screen.shows("답변 B", "둘째 박지훈 답입니다.", "어느 답이 가장 좋은가요?")
    await screen.use("B")

    await screen.shows("고르신 답: B", "한 줄 그대로", "짧은 프롬프트", "자세한 프롬프트")
