"""What survives: restarts, dropped connections, refusals, lateness."""

import asyncio
import sqlite3
import time
from unittest.mock import AsyncMock, patch

import pytest

from core.privacy.text import RawText
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.screen import Screen, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person

pytestmark = pytest.mark.slow

_SEVEN = ("회의록 정리해 줘", "기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기")


async def test_buttons_and_forms_from_before_a_restart_still_work(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot():
        await person.say("주간 보고서 요약해 줘")
        await screen.shows("[질문 2]")
        await screen.use("한 번에 작성하기")
    form = screen.modal
    assert form is not None
    async with lab.bot():
        fields = {"background": "기획팀", "form": "표", "length": "짧게 ~100자", "language": "영어"}
        await person.submit(form, fields)
        await screen.shows("[질문 6]")
    async with lab.bot():
        await person.press(screen.newest("대학생"), "대학생")
        await screen.shows("AI가 참고할 예시")


async def test_what_was_said_while_it_was_away_is_found_in_dms_and_threads(lab: Lab) -> None:
    person, channel = lab.fake.person(), lab.fake.world.channel(lab.fake.world.guild())
    async with lab.bot():
        await person.say("주간 보고서 요약해 줘")
        await person.command(channel=channel, purpose="회의록 정리해 줘")
        await quiet()
    thread = person.thread_of(channel)
    await person.say("저는 마케팅팀입니다")
    await person.say("표로 해줘")
    await person.say(f"<@{lab.fake.world.bot}> 기획팀입니다", thread)
    async with lab.bot():
        await Screen(person, person.dm).shows("[질문 3]", "[질문 4]")
        await Screen(person, thread).shows("[질문 3]")
        await quiet()
    async with lab.bot():
        await quiet()
    texts = [words(message) for message in person.dm.messages]
    assert sum("[질문 4]" in text for text in texts) == 1


@pytest.mark.parametrize("fault", ["drop", "reconnect", "resumable", "invalid", "forgotten"])
async def test_a_lost_connection_loses_and_doubles_nothing(fault: str, bot: Bot) -> None:
    person, gateway = bot.fake.person(), bot.fake.gateway
    screen = Screen(person, person.dm)
    await person.say("주간 보고서 요약해 줘")
    await screen.shows("[질문 2]")
    if fault == "reconnect":
        await gateway.ask_reconnect()
    elif fault in {"resumable", "invalid"}:
        await gateway.invalidate(resumable=fault == "resumable")
    else:
        await gateway.drop()
    if fault == "forgotten":
        gateway.forget()
    await person.say("저는 마케팅팀입니다")
    await screen.shows("[질문 3]")
    await quiet()
    assert sum("[질문 3]" in words(message) for message in person.dm.messages) == 1
    assert gateway.resumed == (1 if fault in {"drop", "reconnect", "resumable"} else 0)


async def test_a_rate_limit_is_waited_out(bot: Bot) -> None:
    person = bot.fake.person()
    bot.fake.inject(r"POST .*/messages", 429, times=2)
    await person.say("주간 보고서 요약해 줘")
    await Screen(person, person.dm).shows("안녕하세요!", "[질문 2]")
    assert len(person.dm.messages) == 2


async def test_a_reply_that_arrived_though_discord_said_no_is_shown_once(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot():
        await person.say("주간 보고서 요약해 줘")
        await screen.shows("[질문 2]")
        lab.fake.inject(r"POST .*/messages", 503, after=True)
        await person.say("마케팅팀입니다")
        await quiet()
    lab.store.end_leases()
    lab.fake.record.clock_ahead = 600  # the nonce is forgotten by now
    async with lab.bot() as bot:
        await _delivered(bot)
    assert sum("[질문 3]" in words(message) for message in person.dm.messages) == 1


async def test_a_reply_that_never_arrived_is_sent_after_the_restart(lab: Lab) -> None:
    person = lab.fake.person()
    screen = Screen(person, person.dm)
    async with lab.bot():
        await person.say("주간 보고서 요약해 줘")
        await screen.shows("[질문 2]")
        lab.fake.inject(r"POST .*/messages", 503)
        await person.say("마케팅팀입니다")
        await quiet()
    lab.store.end_leases()
    async with lab.bot():
        await screen.shows("[질문 3]")
    assert sum("[질문 3]" in words(message) for message in person.dm.messages) == 1


async def test_an_interaction_is_acknowledged_in_time_though_masking_takes_long(bot: Bot) -> None:
    person = bot.fake.person()
    await person.say("주간 보고서 요약해 줘")
    screen = Screen(person, person.dm)
    await screen.shows("[질문 2]")
    bot.fake.record.patience = 3.0
    detect = bot.detector.detect

    def slow(text: RawText) -> tuple[object, ...]:
        time.sleep(1)  # for each of five answers
        return detect(text)

    bot.detector.detect = slow  # type: ignore[method-assign, assignment]
    await screen.use("한 번에 작성하기")
    assert screen.modal is not None
    sent = await person.submit(
        screen.modal, {"background": "기획팀", "form": "표", "length": "짧게 ~100자", "language": "영어"}
    )
    screen.modal = None
    assert sent.answered_at is not None
    assert sent.answered_at - sent.sent_at < 3
    await screen.shows("[질문 6]", "앞부분을 저장했어요")


async def test_a_deleted_thread_is_followed_by_the_dm(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel)
    thread = person.thread_of(channel)
    screen = Screen(person, thread)
    await screen.shows("[질문 1]")
    thread.barred.add("send")
    await screen.use("답하기")
    await screen.write("주간 보고서 요약해 줘")
    await screen.shows("[질문 2]")
    assert "[질문 2]" in words(person.dm.messages[-1])


async def test_what_comes_after_fifteen_minutes_comes_in_the_dm(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.command(channel=channel, way="form")
    screen = Screen(person, channel)
    await person.command(channel=channel, way="here")
    await screen.shows("[질문 1]")
    for text in ("주간 보고서 요약해 줘", "마케팅팀입니다"):
        await screen.use("답하기")
        await screen.write(text)
        await quiet()
    for choice in ("표", "보통 ~500자", "한국어", "대학생", "건너뛰기"):
        await screen.use(choice)
        await quiet()
    bot.fake.record.clock_ahead = 16 * 60
    await screen.use("만들기")
    await quiet()
    assert "버전 1" in str(person.dm.messages)
    assert channel.messages == []


async def test_fifty_people_at_once_are_not_mixed_up(bot: Bot) -> None:
    people = [bot.fake.person(f"사람{number}") for number in range(50)]
    await asyncio.gather(*(_interview(person, number) for number, person in enumerate(people)))
    for number, person in enumerate(people):
        shown = "\n".join(words(message) for message in person.dm.messages)
        assert f"회의 {number:02} 정리해 줘" in shown
        assert [other for other in range(50) if other != number and f"회의 {other:02} " in shown] == []


async def _interview(person: Person, number: int) -> None:
    await person.say(f"회의 {number:02} 정리해 줘")
    for answer in _SEVEN[1:]:
        await person.say(answer)
    summary = await person.sees(lambda message: "이렇게 이해했어요" in words(message))
    await person.press(summary, "만들기")
    await person.sees(lambda message: "버전 1" in words(message))


async def _delivered(bot: Bot) -> None:
    """Wait until nothing is left in the outbox."""
    for _ in range(200):
        if bot.parts.store.outbox_age() == 0:
            return
        await asyncio.sleep(0.05)


async def test_where_the_daily_work_fails_the_deliveries_go_on_and_end_with_the_bot(
    lab: Lab, caplog: pytest.LogCaptureFixture
) -> None:
    def watching() -> list[str]:
        tasks = (str(getattr(task.get_coro(), "__qualname__", "")) for task in asyncio.all_tasks())
        return [name for name in tasks if name == "_guarded"]

    with patch("bots.discord.dispatcher.run_daily", side_effect=sqlite3.OperationalError, new_callable=AsyncMock):
        async with lab.bot():
            await quiet()
            for _ in range(100):
                if len(watching()) < 3:
                    break
                await asyncio.sleep(0.05)
            assert len(watching()) == 2, "what is left over is still delivered and carried out"
    assert watching() == []
    assert "name=maintenance kind=OperationalError" in caplog.text
