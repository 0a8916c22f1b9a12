"""What nothing came of is counted and logged, with its reason."""

import logging
from unittest.mock import patch

import pytest
from prometheus_client import CollectorRegistry

from bots.ops.prometheus import Metrics
from tests.bots.discord.conftest import Bot, Lab
from tests.bots.discord.outages import away
from tests.bots.discord.screen import Screen, quiet

_DROPPED = "promptgen_dropped_events_total"


def dropped(registry: CollectorRegistry, reason: str) -> float | None:
    return registry.get_sample_value(_DROPPED, {"platform": "discord", "reason": reason})


async def test_every_event_that_nothing_came_of_has_its_reason(lab: Lab, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "promptgen")
    lab.meter = Metrics()
    async with lab.bot() as bot:
        await _nothing_comes_of(bot)
    registry = lab.meter.registry
    assert dropped(registry, "not_addressed") == 1
    assert (dropped(registry, "not_spoken") or 0) > 0
    assert dropped(registry, "not_sealed_store_unavailable") == 1
    assert dropped(registry, "repeated") == 1
    assert dropped(registry, "failed") == 3
    assert dropped(registry, "unknown") == 1
    for line in (
        "kind=component reason=store_unavailable",
        "reason=repeated",
        "reason=unknown",
        "kind=ZeroDivisionError",
    ):
        assert line in caplog.text


async def _nothing_comes_of(bot: Bot) -> None:
    person, channel = bot.fake.person(), await bot.fake.guild()
    await person.say("점심 뭐 먹지", channel)
    used = await person.command(channel=channel, purpose="회의록 정리해 줘")
    await person.record.gateway.dispatch("INTERACTION_CREATE", used.payload, guild=channel.guild)
    screen = Screen(person, person.thread_of(channel))
    await screen.shows("[질문 2]")
    question = screen.newest("뒤로")
    with away():
        await person.press(question, "뒤로")
    question["components"][0]["components"][0]["custom_id"] = "nothing:of:ours"
    await person.press(question, "nothing:of:ours")
    with patch("bots.discord.rest.Rest.open_thread", side_effect=ZeroDivisionError):
        await person.command(channel=channel)
        await person.say(f"<@{bot.fake.world.bot}> 회의록", channel)
    with patch("bots.discord.handlers.messages.MessageHandler.take", side_effect=ZeroDivisionError):
        await person.say("점심 뭐 먹지", channel)
        await quiet()
