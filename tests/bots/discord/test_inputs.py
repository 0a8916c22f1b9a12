"""Inputs that a question's button opens: what is sent in one is the answer to that question."""

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, controls, quiet
from tests.fakes.discord.components import words


async def _two_questions_on(bot: Bot) -> Screen:
    """Return a thread in which the second question was answered, and the third one is open."""
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, purpose="주간 보고서 요약해 줘")
    screen = Screen(person, person.thread_of(channel))
    await screen.shows("[질문 2]")
    return screen


async def test_an_input_that_was_sent_takes_its_button_along(bot: Bot) -> None:
    screen = await _two_questions_on(bot)
    question = screen.newest("답하기")
    await screen.use("답하기")
    await screen.write("총무팀입니다")
    await screen.shows("[질문 3]")
    await quiet()
    assert controls(question) == []
    assert words(question).endswith("✓ 답하기")


async def test_what_is_written_under_an_earlier_question_answers_that_one(bot: Bot) -> None:
    screen = await _two_questions_on(bot)
    person = screen.person
    earlier = await person.press(screen.newest("답하기"), "답하기")
    await person.say(f"<@{bot.fake.world.bot}> 총무팀입니다", screen.channel)
    await screen.shows("[질문 3]")
    await person.submit(earlier, {"text": "기획팀 신입입니다"})
    await screen.shows("[질문 3]")
    for choice in ("표", "보통 ~500자", "한국어", "대학생"):
        await screen.use(choice)
        await quiet()
    await screen.shows("예시 혹은 파일")
    await person.submit(earlier, {"text": "기획팀 5년 차입니다"})
    await screen.shows("예시 혹은 파일")
    await screen.use("건너뛰기")
    await screen.shows("이렇게 이해했어요", "기획팀 5년 차입니다", "표")
    await person.submit(earlier, {"text": "취소"})
    await screen.shows("그만둘까요")


async def test_a_question_that_was_answered_by_typing_loses_its_controls(bot: Bot) -> None:
    screen = await _two_questions_on(bot)
    question = screen.newest("답하기")
    await screen.person.say(f"<@{bot.fake.world.bot}> 총무팀입니다", screen.channel)
    await screen.shows("[질문 3]")
    await bot.fake.record.until(lambda: controls(question) == [])
    assert "[질문 2]" in words(question)
    assert "표" in controls(screen.newest("표"))
