"""The process is told to end while it works: it finishes, or leaves what it cannot finish to the next."""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.bots.slack.test_killed import count, running_bot
from tests.bots.slack.walks import answer_from_background
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

pytestmark = pytest.mark.slow


async def making_a_prompt(slack: FakeSlack) -> Person:
    person = Person(slack, "U1")
    await person.say("주간 보고서를 요약해줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    await person.say("만들기")
    await person.sees("프롬프트를 만들고 있어요")
    return person


async def test_what_is_under_way_is_finished(slack: FakeSlack, tmp_path: Path) -> None:
    async with running_bot(slack, tmp_path, pause_s=2) as process:
        person = await making_a_prompt(slack)
        process.send_signal(signal.SIGTERM)
        await slack.disconnected()
        assert count(person, "프롬프트를 완성했어요. (버전 1)") == 0
        await person.sees("프롬프트를 완성했어요. (버전 1)")
        assert await asyncio.wait_for(process.wait(), 30) == 0


async def test_what_takes_too_long_is_left_to_the_next_process(slack: FakeSlack, tmp_path: Path) -> None:
    async with running_bot(slack, tmp_path, pause_s=300, drain_s=0.2) as process:
        person = await making_a_prompt(slack)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 30) == 0
    async with running_bot(slack, tmp_path):
        await person.sees("프롬프트를 완성했어요. (버전 1)")
    assert count(person, "프롬프트를 완성했어요. (버전 1)") == 1
