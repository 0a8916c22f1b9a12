"""The process is killed at the worst moments, and nothing is lost or said twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bots.forked import BotProcess
from tests.bots.slack.walks import answer_from_background
from tests.core.adapters.store.databases import Database
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack, Fault

pytestmark = pytest.mark.slow


@asynccontextmanager
async def running_bot(
    slack: FakeSlack, folder: Path, pause_s: float = 0, drain_s: float = 25
) -> AsyncIterator[BotProcess]:
    process = BotProcess("slack", slack.api_url, folder, pause_s, drain_s)
    try:
        await slack.connected()
        yield process
    finally:
        await kill(slack, process)


async def kill(slack: FakeSlack, process: BotProcess) -> None:
    process.kill()
    await process.wait()
    await slack.disconnected()


def count(person: Person, text: str) -> int:
    return len([one for one in person.ever_shown(text) if text in one.text])


async def test_between_two_answers(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    async with running_bot(slack, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
        await kill(slack, process)
    async with running_bot(slack, tmp_path):
        await answer_from_background(person)
        summary = await person.sees("이렇게 이해했어요")

    assert "주간 보고서를 요약해줘" in summary.shown()
    assert count(person, "[질문 2]") == 1


async def test_while_the_prompt_is_made(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    async with running_bot(slack, tmp_path, pause_s=60) as process:
        await person.say("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
        await answer_from_background(person)
        await person.say("만들기")
        notice = await person.sees("프롬프트를 만들고 있어요")
        await kill(slack, process)
    async with running_bot(slack, tmp_path):
        await person.sees("완성 프롬프트 · 버전 1")
        await slack.until(lambda: notice not in person.seen)
        await asyncio.sleep(0.5)

    assert count(person, "프롬프트를 완성했어요. (버전 1)") == 1


async def test_while_the_prompt_is_made_in_a_thread_and_another_interview_goes_on(
    slack: FakeSlack, tmp_path: Path
) -> None:
    person = Person(slack, "U1")
    async with running_bot(slack, tmp_path, pause_s=60) as process:
        person.thread = thread = person.post("메모").ts
        await person.say("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
        await answer_from_background(person)
        await person.say("만들기")
        await person.sees("프롬프트를 만들고 있어요")
        await kill(slack, process)
    person.thread = None
    async with running_bot(slack, tmp_path):
        prompt = await person.sees("완성 프롬프트 · 버전 1")

    assert prompt.thread_ts == thread


async def test_between_commit_and_send(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    async with running_bot(slack, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
        for _ in range(4):
            slack.fail("chat.postMessage", Fault(status=503))
        before = len(slack.called("chat.postMessage"))
        await person.say("기획팀")
        await slack.until(lambda: len(slack.called("chat.postMessage")) > before)
        await kill(slack, process)
    slack.faults.clear()
    assert count(person, "[질문 3]") == 0
    async with running_bot(slack, tmp_path):
        await person.sees("[질문 3]")
        await person.say("표")
        await person.sees("[질문 4]")

    assert count(person, "[질문 3]") == 1


async def test_between_send_and_note(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    async with running_bot(slack, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
        slack.fail("chat.postMessage", Fault(stall=30))
        await person.say("기획팀")
        await person.sees("[질문 3]")
        await kill(slack, process)
    async with running_bot(slack, tmp_path):
        await slack.until(lambda: slack.called("conversations.history"))
        await person.say("표")
        await person.sees("[질문 4]")

    assert count(person, "[질문 3]") == 1


async def test_between_a_change_in_place_and_its_note(slack: FakeSlack, tmp_path: Path) -> None:
    slack.world.add_channel("C1", "U1", "U2")
    person, other = Person(slack, "U1", "C1"), Person(slack, "U2", "C1")
    async with running_bot(slack, tmp_path) as process:
        await person.mention("주간 보고서를 요약해줘")
        await person.sees("[질문 2]")
        await person.say("기획팀")
        question = await person.sees("[질문 3]")
        await slack.until(lambda: slack.called("chat.update"))
        await other.press("표", on=question)
        await other.sees("다른 분의 인터뷰")  # it is newer than the question
        await Database(tmp_path).settles()
        slack.fail("chat.update", Fault(stall=30))
        await person.press("표", on=question)
        await person.sees("[질문 4]")
        await kill(slack, process)
    async with running_bot(slack, tmp_path):
        await person.say("보통")
        await person.sees("[질문 5]")

    assert {one.ts for one in person.ever_shown("[질문 4]")} == {question.ts}


async def test_a_summary_stays_that_was_pressed_on_before_it_was_noted(slack: FakeSlack, tmp_path: Path) -> None:
    person = Person(slack, "U1")
    async with running_bot(slack, tmp_path) as process:
        await person.say("주간 보고서를 요약해줘")
        for answer, question in (("기획팀", "3]"), ("표", "4]"), ("보통", "5]"), ("한국어", "6]"), ("대학생", "예시")):
            await person.say(answer)
            await person.sees(question)
        await Database(tmp_path).settles()
        slack.fail("chat.update", Fault(stall=30))
        await person.press("건너뛰기")
        summary = await person.sees("이렇게 이해했어요")
        await kill(slack, process)
    slack.fail("conversations.history", Fault(delay=30))
    async with running_bot(slack, tmp_path):
        await slack.until(lambda: slack.called("conversations.history"))
        await person.press("만들기", on=summary)
        await asyncio.sleep(0.5)  # it is committed, and waits behind the summary
    async with running_bot(slack, tmp_path):
        await person.sees("완성 프롬프트 · 버전 1")
        await Database(tmp_path).settles()

    assert summary in person.seen
    assert count(person, "이렇게 이해했어요") == 1
    assert count(person, "프롬프트를 완성했어요. (버전 1)") == 1
