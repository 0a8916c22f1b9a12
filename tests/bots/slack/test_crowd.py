"""Fifty people at once, and none of them mixed up."""

import asyncio
import re
from itertools import pairwise

import pytest

from bots.container import Container
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack

pytestmark = pytest.mark.slow

_PEOPLE = range(100, 150)
_STEPS = (
    ("say", "부서 {number}번 박지훈입니다", "[질문 3]"),
    ("press", "표", "[질문 4]"),
    ("say", "보통", "[질문 5]"),
    ("press", "한국어", "[질문 6]"),
    ("say", "전문가", "AI가 참고할"),
    ("press", "건너뛰기", "이렇게 이해했어요"),
    ("press", "만들기", "완성 프롬프트 · 버전 1"),
)


async def in_the_dm(slack: FakeSlack, number: int) -> Person:
    person = Person(slack, f"U{number}")
    await person.say(f"보고서 {number}번을 요약해줘")
    await person.sees("[질문 2]")
    for how, what, shown in _STEPS:
        await getattr(person, how)(what.format(number=number))
        await person.sees(shown)
    return person


async def in_a_thread(slack: FakeSlack, number: int) -> Person:
    person = Person(slack, f"U{number}", "C1")
    await person.mention(f"보고서 {number}번을 요약해줘")
    thread = person.thread or ""
    answers = (f"부서 {number}번 박지훈입니다", "표", "보통", "한국어", "전문가", "건너뛰기", "만들기")
    await slack.until(lambda: "[질문 2]" in shown_in(person, thread))
    for answer in answers:
        await person.say(answer)
    await slack.until(lambda: "완성 프롬프트 · 버전 1" in shown_in(person, thread))
    return person


def shown_in(person: Person, thread: str | None) -> str:
    there = person.world.thread(person.channel, thread) if thread else person.seen
    return "\n".join(one.shown() for one in there if one.user == "U0BOT")


async def test_fifty_people_at_once_are_not_mixed_up(slack: FakeSlack, bot: Container) -> None:
    slack.world.add_channel("C1", *(f"U{number}" for number in _PEOPLE))

    people = await asyncio.gather(
        *(in_the_dm(slack, number) if number % 2 else in_a_thread(slack, number) for number in _PEOPLE)
    )

    for number, person in zip(_PEOPLE, people, strict=True):
        everything = shown_in(person, person.thread if number % 2 == 0 else None)
        assert set(re.findall(r"(?:보고서|부서) (\d+)번", everything)) == {str(number)}
        asked = [int(found) for found in re.findall(r"^\[질문 (\d)\]", everything, re.MULTILINE)]
        assert all(earlier < later for earlier, later in pairwise(asked))
    assert all(person.acknowledgements for person in people)
