"""What was understood, set right by choosing."""

from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen


async def _at_the_summary(bot: Bot, purpose: str = "거래처에 납기 지연 사과 메일 써줘") -> Screen:
    person = bot.fake.person()
    await person.command()
    screen = Screen(person, person.dm)
    await screen.shows("[질문 1]")
    for text, shown in (
        (purpose, "[질문 2]"),
        ("총무팀입니다", "[질문 3]"),
        ("연속 문장", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("대학생", "AI가 참고할 예시"),
        ("건너뛰기", "이렇게 이해했어요"),
    ):
        await person.say(text, person.dm)
        await screen.shows(shown)
    return screen


async def test_another_guess_takes_the_place_of_the_first(bot: Bot) -> None:
    screen = await _at_the_summary(bot)
    await screen.use("업무 메일")
    await screen.shows("**작업**: 업무 메일")


async def test_any_kind_is_two_selects_away(bot: Bot) -> None:
    screen = await _at_the_summary(bot)
    await screen.use("다른 작업…")
    await screen.shows("무엇을 만들까요?")
    await screen.use("공지·모집·공문")
    await screen.shows("공지·모집·공문")
    await screen.use("공문")
    await screen.shows("**작업**: 공문")


async def test_an_assumption_is_answered_in_the_select(bot: Bot) -> None:
    screen = await _at_the_summary(bot)
    await screen.use("바로잡을 방법: 환불·보상")
    shown = await screen.shows("꼭 지킬 것", "환불·보상")
    assert "가정: 조치" not in shown


async def test_a_contradiction_is_settled_the_other_way_by_its_button(bot: Bot) -> None:
    screen = await _at_the_summary(bot, "거래처에 보낼 사과 메일 영문으로 써줘")
    await screen.use("한국어로 쓰기")
    await screen.shows("선택한 한국어로 씁니다")
    await screen.use("처음 정한 대로")
    await screen.shows("요청에 적힌 대로 영어로")
    await screen.use("만들기")
    await screen.shows("버전 1")
    await screen.use("한국어로 쓰기")
    await screen.shows("버전 2")
