"""An interview waits in one message: what was answered goes, and no control is left above the newest."""

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, controls, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person
from tests.fakes.discord.record import Json

_ANSWERS = (
    "주간 보고서 요약해 줘",
    "저는 기획팀입니다. 결론 위주로 봐요.",
    "표",
    "보통",
    "한국어",
    "대학생",
    "건너뛰기",
)
_CHOICES = ("표", "보통 ~500자", "한국어", "대학생", "건너뛰기")


def posted(person: Person) -> list[Json]:
    bot = str(person.record.world.bot)
    return [message for message in person.dm.messages if message["author"]["id"] == bot]


def live(messages: list[Json]) -> int:
    """Return how many controls can still be used."""
    return sum(len(controls(message)) for message in messages)


async def typed(person: Person) -> Screen:
    screen = Screen(person, person.dm)
    for text in ("안녕", *_ANSWERS):
        await person.say(text)
        await quiet()
    await screen.shows("이렇게 이해했어요")
    return screen


async def test_a_typed_interview_leaves_four_messages_and_no_control_above_the_summary(bot: Bot) -> None:
    person = bot.fake.person()
    screen = await typed(person)
    await person.record.until(lambda: live(posted(person)[:-1]) == 0, 8)
    assert len(posted(person)) == 2

    await person.say("만들기")
    await screen.shows("버전 1")

    await person.record.until(lambda: live(posted(person)[:-1]) == 0, 8)
    assert len(posted(person)) == 4


async def test_a_pressed_question_becomes_the_next_one_where_it_stands(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("주간 보고서 요약해 줘", "저는 기획팀입니다. 결론 위주로 봐요."):
        await person.say(text)
        await quiet()
    await screen.shows("[질문 3]")

    for pressed in _CHOICES:
        await screen.use(pressed)
        await quiet()
        await screen.shows("이렇게 이해했어요" if pressed == "건너뛰기" else f"✓ {pressed}")

    assert len(posted(person)) == 2


async def test_a_change_that_took_effect_though_it_was_refused_is_shown_once(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("주간 보고서 요약해 줘", "저는 기획팀입니다. 결론 위주로 봐요."):
        await person.say(text)
        await quiet()
    await screen.shows("[질문 3]")

    bot.fake.inject(r"POST .*/callback", 400, after=True)
    await screen.use("표")
    await screen.shows("[질문 4]")
    await person.say("보통")
    await screen.shows("[질문 5]")

    assert sum("[질문 4]" in words(message) for message in person.dm.posted) == 1


async def test_a_card_that_is_gone_loses_no_question(bot: Bot) -> None:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("주간 보고서 요약해 줘", "저는 기획팀입니다. 결론 위주로 봐요."):
        await person.say(text)
        await quiet()
    await screen.shows("[질문 3]")
    person.dm.messages.remove(posted(person)[-1])

    await person.say("표")

    await screen.shows("[질문 4]")
