"""The process is killed at the worst moments, and nothing is lost or said twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bots.discord.screen import Screen
from tests.bots.forked import BotProcess
from tests.core.adapters.store.databases import Database
from tests.fakes.discord.components import words
from tests.fakes.discord.person import Person
from tests.fakes.discord.server import FakeDiscord

pytestmark = pytest.mark.slow

_REST = ("기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기")


@asynccontextmanager
async def running_bot(
    fake: FakeDiscord, folder: Path, pause_s: float = 0.01, drain_s: float = 25, masking_s: float = 0
) -> AsyncIterator[BotProcess]:
    known = fake.gateway.identified
    process = BotProcess("discord", fake.api_url, fake.gateway_url, folder, pause_s, drain_s, masking_s)
    try:
        await asyncio.wait_for(fake.gateway.ready(known + 1), 60)
        yield process
    finally:
        await kill(fake, process)


async def kill(fake: FakeDiscord, process: BotProcess) -> None:
    process.kill()
    await process.wait()
    fake.gateway.forget()


def count(person: Person, text: str) -> int:
    return sum(text in words(message) for message in person.dm.messages)


def ever(person: Person, text: str) -> int:
    """Count messages with a text, those that the next one has taken away, too."""
    return sum(text in message["content"] for message in person.dm.posted)


async def test_between_two_answers_and_while_a_form_is_open(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path):
        await person.say("주간 보고서를 요약해줘")
        await screen.shows("[질문 2]")
        await screen.use("한 번에 작성하기")
    assert screen.modal is not None
    await person.say("저는 기획팀입니다")
    async with running_bot(fake, tmp_path):
        await screen.shows("[질문 3]")
        await person.submit(
            screen.modal, {"background": "기획팀", "form": "표", "length": "짧게 ~100자", "language": "영어"}
        )
        screen.modal = None
        await screen.shows("[질문 6]")
    assert count(person, "[질문 2]") == 1


async def test_while_the_prompt_is_made(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path, pause_s=60):
        for text in ("주간 보고서를 요약해줘", *_REST, "만들기"):
            await person.say(text)
        await screen.shows("프롬프트를 만들고 있어요")
    async with running_bot(fake, tmp_path):
        await screen.shows("버전 1", "바꾸고 싶은 점을")
        await fake.record.until(lambda: count(person, "프롬프트를 만들고 있어요") == 0)
    assert count(person, "버전 1") == 1


async def test_between_commit_and_send(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await screen.shows("[질문 2]")
        fake.inject(r"POST .*/messages", 500, times=99)
        before = len(fake.requests(r"POST .*/messages"))
        await person.say("기획팀입니다")
        await fake.record.until(lambda: len(fake.requests(r"POST .*/messages")) > before)
        await kill(fake, process)
    fake.record.to_inject.clear()
    assert count(person, "[질문 3]") == 0
    async with running_bot(fake, tmp_path):
        await screen.shows("[질문 3]")
        await person.say("표")
        await screen.shows("[질문 4]")
    assert ever(person, "[질문 3]") == 1


async def test_between_send_and_note(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await screen.shows("[질문 2]")
        fake.inject(r"POST .*/messages", 500, times=99, after=True)
        await person.say("기획팀입니다")
        await screen.shows("[질문 3]")
        await kill(fake, process)
    fake.record.to_inject.clear()
    fake.record.clock_ahead = 600  # long enough for Discord to have forgotten the nonce
    async with running_bot(fake, tmp_path):
        await person.say("표")
        await screen.shows("[질문 4]")
    assert ever(person, "[질문 3]") == 1


async def test_between_a_change_in_place_and_its_note(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await person.say("기획팀입니다")
        await screen.shows("[질문 3]")
        # Discord has changed the message, and says so only when nobody listens any more.
        fake.inject(r"PATCH .*/messages/", 429, times=99, retry_after=60, after=True)
        pressed = asyncio.create_task(screen.use("표"))
        await screen.shows("[질문 4]")
        await kill(fake, process)
        pressed.cancel()
    fake.record.to_inject.clear()
    async with running_bot(fake, tmp_path):
        await person.say("보통")
        await screen.shows("[질문 5]")
    assert sum("[질문 4]" in words(message) for message in person.dm.posted) == 1


async def test_a_question_that_is_answered_before_it_was_noted(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await screen.shows("[질문 2]")
        fake.inject(r"POST .*/messages", 500, times=99, after=True)
        await person.say("기획팀입니다")
        await screen.shows("[질문 3]")
        await kill(fake, process)
    fake.record.to_inject.clear()
    fake.record.clock_ahead = 600
    # The next process looks for the question, and hears of it only when it was pressed on and has lost its controls.
    fake.inject(r"GET .*/messages", 429, retry_after=3)
    async with running_bot(fake, tmp_path):
        await screen.use("표")
        await screen.shows("[질문 4]")
    assert ever(person, "[질문 3]") == 1


async def test_between_the_last_word_in_place_and_its_note(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await person.say("기획팀입니다")
        await screen.shows("[질문 3]")
        await screen.use("취소")
        await screen.shows("그만둘까요")
        fake.inject(r"(PATCH .*/messages/|POST .*/callback)", 429, times=99, retry_after=60, after=True)
        pressed = asyncio.create_task(screen.use("확인"))
        await screen.shows("인터뷰를 그만뒀어요")
        await kill(fake, process)
        pressed.cancel()
    fake.record.to_inject.clear()
    async with running_bot(fake, tmp_path):
        await Database(tmp_path).settles()
    assert sum("인터뷰를 그만뒀어요" in words(message) for message in person.dm.posted) == 1


async def test_between_acknowledgement_and_commit(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path):
        await person.say("주간 보고서를 요약해줘")
        await screen.shows("[질문 2]")
        await screen.use("한 번에 작성하기")
    assert screen.modal is not None
    fields = {"background": "기획팀", "form": "표", "length": "짧게 ~100자", "language": "영어"}
    async with running_bot(fake, tmp_path, masking_s=60) as process:
        sent = await person.submit(screen.modal, fields)  # it waits for the acknowledgement
        await kill(fake, process)
    screen.modal = None
    assert sent.answer is not None
    async with running_bot(fake, tmp_path):
        await screen.shows("[질문 6]")
    assert count(person, "[질문 6]") == 1


async def test_while_a_message_is_being_masked(fake: FakeDiscord, tmp_path: Path) -> None:
    person = fake.person()
    screen = Screen(person, person.dm)
    async with running_bot(fake, tmp_path):
        await person.say("주간 보고서를 요약해줘")
        await screen.shows("[질문 2]")
    async with running_bot(fake, tmp_path, masking_s=60):
        await person.say("기획팀입니다")
        await asyncio.sleep(0.5)
    async with running_bot(fake, tmp_path):
        await screen.shows("[질문 3]")
    assert count(person, "[질문 3]") == 1
