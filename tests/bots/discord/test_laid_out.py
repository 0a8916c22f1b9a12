"""Messages that are laid out: what stands beside an answer, what can be chosen again, what was posted before."""

import discord

from bots.discord.components import IS_LAID_OUT, without_controls
from bots.discord.message import Button, Message, Option, Section, Select
from tests.bots.discord.conftest import Bot
from tests.bots.discord.screen import Screen, controls, quiet
from tests.fakes.discord.components import beside, parts, words
from tests.fakes.discord.person import Person

_ANSWERS = ("주간 보고서 요약해 줘", "저는 박지훈입니다", "표", "보통", "한국어", "대학생", "건너뛰기")


async def summed_up(person: Person) -> Screen:
    screen = Screen(person, person.dm)
    for answer in _ANSWERS:
        await person.say(answer)
        await quiet()
    await screen.shows("이렇게 이해했어요")
    return screen


async def test_each_answer_has_its_button_beside_it(bot: Bot) -> None:
    person = bot.fake.person()
    screen = await summed_up(person)
    summary = screen.newest("만들기")
    assert summary["flags"] & IS_LAID_OUT
    assert sum(part["type"] == 9 for part in parts(summary["components"])) == 6

    await person.press(summary, beside(summary, "보통")["custom_id"])
    await screen.shows("[질문 4]")
    await screen.use("짧게 ~100자")
    await screen.shows("이렇게 이해했어요", "짧게")
    assert len([one for one in person.dm.messages if one["author"]["id"] == str(bot.fake.world.bot)]) == 2


async def test_discords_own_library_reads_what_is_sent(bot: Bot) -> None:
    screen = await summed_up(bot.fake.person())
    await screen.use("만들기")
    await screen.shows("버전 1")
    laid_out = [one for one in screen.person.dm.messages if one["flags"] & IS_LAID_OUT]
    assert len(laid_out) == 2
    for payload in laid_out:
        message = discord.Message(state=bot.client._connection, channel=discord.Object(1), data=payload)  # type: ignore[arg-type]
        view = discord.ui.LayoutView.from_message(message)
        assert view.content_length() <= 4_000
        assert view.total_children_count <= 40
        read = view.to_components()  # type: ignore[no-untyped-call]
        assert [part.get("custom_id") for part in parts(read)] == [
            part.get("custom_id") for part in parts(payload["components"])
        ]


async def test_the_same_is_chosen_twice_beneath_a_prompt(bot: Bot) -> None:
    screen = await summed_up(bot.fake.person())
    await screen.use("만들기")
    await screen.shows("버전 1")
    for _ in range(2):
        await screen.person.select(screen.newest("보관함"), "보관함")
        await screen.shows("아직 보관한 프롬프트가 없어요")
        await quiet()


async def test_a_summary_keeps_its_words_and_loses_its_controls_once_a_prompt_is_there(bot: Bot) -> None:
    screen = await summed_up(bot.fake.person())
    summary = screen.newest("만들기")
    await screen.person.say("만들기")
    await screen.shows("버전 1")
    await bot.fake.record.until(lambda: controls(summary) == [])
    assert "주간 보고서" in words(summary)


async def test_a_summary_posted_before_messages_were_laid_out_still_works(bot: Bot) -> None:
    screen = await summed_up(bot.fake.person())
    summary = screen.newest("만들기")
    rows = [part for part in parts(summary["components"]) if part["type"] == 1][-5:]
    summary.update(content="이렇게 이해했어요", components=rows, flags=summary["flags"] & ~IS_LAID_OUT)
    await screen.use("만들기")
    await screen.shows("버전 1")


def test_what_is_left_to_read_holds_no_control() -> None:
    message = Message(
        "가",
        (Select("s", "고르기", (Option("나", "n"),)),),
        laid_out=True,
        sections=(Section("다", Button("라", "r")), "마"),
    )
    left = without_controls(message.payload()["components"])
    assert [part.get("content") for part in parts(left)] == [None, "가", "다", "마"]
