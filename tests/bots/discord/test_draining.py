"""The process is told to end while it works: it finishes, or leaves what it cannot finish to the next."""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.bots.discord.screen import Screen
from tests.bots.discord.test_killed import count, running_bot
from tests.fakes.discord.person import Person
from tests.fakes.discord.server import FakeDiscord

pytestmark = pytest.mark.slow

_ANSWERS = ("주간 보고서를 요약해줘", "기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기")


async def making_a_prompt(fake: FakeDiscord) -> tuple[Person, Screen]:
    person = fake.person()
    screen = Screen(person, person.dm)
    for text in _ANSWERS:
        await person.say(text)
    await screen.shows("프롬프트를 만들고 있어요")
    return person, screen


async def test_what_is_under_way_is_finished_and_what_is_new_waits(fake: FakeDiscord, tmp_path: Path) -> None:
    async with running_bot(fake, tmp_path, pause_s=2) as process:
        person, screen = await making_a_prompt(fake)
        other = fake.person("민준")
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(fake.gateway.gone(), 30)
        assert count(person, "버전 1") == 0
        await other.say("회의록을 정리해 줘")
        await screen.shows("버전 1", "바꾸고 싶은 점을")
        assert await asyncio.wait_for(process.wait(), 30) == 0
    assert count(other, "[질문 2]") == 0


async def test_what_takes_too_long_is_left_to_the_next_process(fake: FakeDiscord, tmp_path: Path) -> None:
    async with running_bot(fake, tmp_path, pause_s=300, drain_s=0.2) as process:
        person, screen = await making_a_prompt(fake)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 30) == 0
    async with running_bot(fake, tmp_path):
        await screen.shows("버전 1", "바꾸고 싶은 점을")
    assert count(person, "버전 1") == 1
