"""An interaction is acknowledged when it is committed or sealed, and carried out once, by whoever lives."""

import asyncio
import gc
import json
from unittest.mock import patch

import pytest

from bots.discord.interaction_context import InteractionContext
from bots.discord.interactions import Interactions
from core.adapters.store.inbox import SqlInbox
from core.messages import Interaction
from core.privacy.text import RawText
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.outages import away
from tests.bots.discord.screen import Screen, controls, quiet
from tests.fakes.discord.components import words
from tests.fakes.discord.interactions import Interaction as Sent
from tests.fakes.discord.person import Person
from tests.fakes.discord.world import Channel

_OFFENDING = "회의록 정리를 부탁한 한빛상사"
_SORRY = "데이터베이스에 연결할 수 없어요"


def told(channel: Channel, text: str) -> int:
    return sum(text in words(message) for message in channel.messages)


async def question_3(bot: Bot) -> Screen:
    person = bot.fake.person()
    screen = Screen(person, person.dm)
    for text in ("회의록 정리해 줘", "기획팀입니다"):
        await person.say(text)
    await screen.shows("[질문 3]")
    return screen


async def repeated(person: Person, sent: Sent) -> None:
    """Deliver an interaction once more."""
    channel = person.record.world.channels[sent.channel]
    await person.record.gateway.dispatch("INTERACTION_CREATE", sent.payload, guild=channel.guild)


@pytest.mark.parametrize("restarts", [False, True])
async def test_a_command_that_is_delivered_twice_opens_one_thread(lab: Lab, *, restarts: bool) -> None:
    async with lab.bot() as bot:
        person, channel = bot.fake.person(), await bot.fake.guild()
        sent = await person.command(channel=channel, purpose="회의록 정리해 줘")
        if not restarts:
            await repeated(person, sent)
        await quiet()
    if restarts:
        async with lab.bot():
            await repeated(person, sent)
            await quiet()
    threads = [one for one in lab.fake.world.channels.values() if one.parent == channel.id]
    assert len(threads) == 1
    assert told(threads[0], "[질문 2]") == 1


async def test_a_press_that_cannot_be_sealed_is_not_taken_and_its_person_is_told_once(bot: Bot) -> None:
    screen = await question_3(bot)
    question = screen.newest("표")
    with away():
        sent = await screen.person.press(question, "표")
        await quiet()
    assert [_SORRY in words(message) for message in sent.ephemeral] == [True]
    assert "표" in controls(question)
    await screen.use("표")
    await screen.shows("[질문 4]")


async def test_a_form_that_cannot_be_sealed_stays_open(bot: Bot) -> None:
    screen = await question_3(bot)
    opened = await screen.person.press(screen.newest("한 번에 작성하기"), "한 번에 작성하기")
    fields = {
        "purpose": "회의록 정리",
        "background": "기획팀",
        "form": "표",
        "length": "짧게 ~100자",
        "language": "영어",
    }
    with away():
        sent = await screen.person.submit(opened, fields, wait=False)
        await quiet()
    assert sent.answer is None, "it is not acknowledged, or what was written in it would be gone"
    assert told(screen.channel, _SORRY) == 0
    await screen.person.submit(opened, fields)
    await screen.shows("[질문 6]")


async def test_what_takes_long_is_sealed_before_it_is_acknowledged(bot: Bot) -> None:
    screen = await question_3(bot)
    put, order = SqlInbox.put, list[str]()

    def noted(inbox: SqlInbox, interaction: Interaction) -> bool:
        order.append(f"sealed {interaction.kind}")
        return put(inbox, interaction)

    with patch.object(SqlInbox, "put", noted):
        sent = await screen.person.press(screen.newest("표"), "표")
    await screen.shows("[질문 4]")
    assert order == ["sealed component"]
    assert sent.answer is not None
    assert bot.parts.store.inbox.take("discord") == []


async def test_without_a_key_nothing_is_acknowledged_before_it_is_committed(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = await question_3(bot)
    monkeypatch.setattr(bot.parts.store._cipher, "_first", None)
    sent = await screen.person.press(screen.newest("표"), "표")
    await screen.shows("[질문 4]")
    assert sent.answer is not None
    assert sent.answer["type"] == 7, "the first answer is what was committed"


def left_behind(lab: Lab, sent: Sent, times: int = 1) -> None:
    """Put an interaction into the inbox as a process does that dies then, and others after it."""
    text = RawText(json.dumps(sent.payload))
    lab.store.inbox.put(Interaction(f"i{sent.id}", "discord", "discord", str(sent.person), "modal_submit", text))
    for _ in range(times - 1):
        lab.store.end_leases()
        lab.store.inbox.take("discord")
    lab.store.end_leases()


async def _acknowledged_form(lab: Lab) -> tuple[Screen, Sent]:
    async with lab.bot() as bot:
        screen = await question_3(bot)
        opened = await screen.person.press(screen.newest("한 번에 작성하기"), "한 번에 작성하기")
    sent = await screen.person.submit(
        opened,
        {"purpose": "회의록 정리", "background": "기획팀", "form": "표", "length": "짧게 ~100자", "language": "영어"},
        wait=False,
    )
    await lab.fake.record.answer(sent, {"type": 6}, [])
    return screen, sent


async def test_what_a_dead_process_acknowledged_is_carried_out_by_the_next(lab: Lab) -> None:
    screen, sent = await _acknowledged_form(lab)
    left_behind(lab, sent)
    async with lab.bot():
        await screen.shows("[질문 6]", "앞부분을 저장했어요")
        await quiet()
    assert lab.store.inbox.take("discord") == []
    assert told(screen.channel, "[질문 6]") == 1


async def test_a_late_takeover_shows_in_the_dm_what_the_interaction_takes_no_more(lab: Lab) -> None:
    screen, sent = await _acknowledged_form(lab)
    left_behind(lab, sent)
    lab.fake.record.clock_ahead = 16 * 60
    async with lab.bot():
        await screen.shows("[질문 6]")


async def test_what_nobody_comes_to_the_end_of_is_given_up_and_told(lab: Lab) -> None:
    _, sent = await _acknowledged_form(lab)
    left_behind(lab, sent, times=10)
    async with lab.bot():
        await lab.fake.record.until(lambda: bool(sent.follow_ups))
        await quiet()
    assert "예상하지 못한 문제" in words(sent.follow_ups[0])
    assert lab.store.inbox.take("discord") == []


async def test_what_takes_long_keeps_nothing_else_that_was_left_waiting(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, sent = await _acknowledged_form(lab)
    slow = await lab.fake.person().command(wait=False)
    left_behind(lab, slow)
    handle, begun = Interactions._handle, asyncio.Event()

    async def patient(handler: Interactions, context: InteractionContext, *, may_defer: bool) -> bool:
        if context.interaction.id == slow.id:
            begun.set()
            await asyncio.Event().wait()
        return await handle(handler, context, may_defer=may_defer)

    monkeypatch.setattr(Interactions, "_handle", patient)
    monkeypatch.setattr("bots.shared.interaction_inbox._LOOK_EVERY_S", 0.1)
    async with lab.bot():
        await asyncio.wait_for(begun.wait(), 20)
        left_behind(lab, sent)
        await screen.shows("[질문 6]")


async def test_what_fails_when_it_is_taken_up_is_logged_by_its_place_alone(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _, sent = await _acknowledged_form(lab)
    left_behind(lab, sent)
    tried = asyncio.Event()

    def fail(*_: object, **__: object) -> None:
        tried.set()
        raise ValueError(_OFFENDING)

    monkeypatch.setattr(Interactions, "_context", fail)
    async with lab.bot():
        await asyncio.wait_for(tried.wait(), 20)
        await quiet()
    gc.collect()  # asyncio logs an exception that nobody retrieved as its task is collected
    assert "turn failed platform=discord kind=ValueError" in caplog.text
    assert _OFFENDING not in caplog.text


async def test_an_interaction_that_fails_is_told_and_leaves_nothing_behind(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    with patch("bots.discord.rest.Rest.open_thread", side_effect=ZeroDivisionError):
        sent = await person.command(channel=channel)
        await quiet()
    assert "예상하지 못한 문제" in words(sent.ephemeral[0])
    assert bot.parts.store.inbox.take("discord") == []
