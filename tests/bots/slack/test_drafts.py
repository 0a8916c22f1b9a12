"""A prompt that a model writes in Slack: its draft grows where it is waited for, and goes when the prompt comes."""

from collections.abc import AsyncIterator

import pytest

from bots.container import Container
from bots.slack import reply_delivery
from bots.slack.outbox import SlackOutbox
from tests.bots.slack.walks import answer_from_background, prompt_of
from tests.fakes.openai.drafts import write
from tests.fakes.openai.server import FakeOpenAI
from tests.fakes.slack.person import Person
from tests.fakes.slack.server import FakeSlack
from tests.fakes.writing import SEEN, writing

_DRAFT = "모델이 쓰고 있는 초안이에요. 아직 확인하는 중이라 바뀔 수 있어요."


@pytest.fixture
async def model(bot: Container, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeOpenAI]:
    monkeypatch.setattr(SlackOutbox, "partials_every_s", 0.05)
    monkeypatch.setattr(reply_delivery, "EDITS_EVERY_S", 0.05)
    async with writing(bot.generation) as server:
        yield server


async def _asked(person: Person) -> None:
    await person.say("신입사원에게 보낼 환영 이메일 초안 써줘")
    await person.sees("[질문 2]")
    await answer_from_background(person)
    await person.say("만들기")


async def test_the_draft_grows_in_the_place_of_the_progress_and_the_checked_prompt_takes_its_place(
    slack: FakeSlack, model: FakeOpenAI
) -> None:
    person = Person(slack, "U1")
    await _asked(person)
    draft = await person.sees(_DRAFT)
    await slack.until(lambda: SEEN in draft.shown())
    assert "박지훈" not in draft.shown(), "its labels stay, as in the prompt"
    assert "[제약]" not in draft.shown()
    model.gate.set()

    assert SEEN in await prompt_of(person, "완성 프롬프트 · 버전 2 · 모델이 씀")
    await slack.until(lambda: draft not in person.seen)


async def test_it_is_stopped_where_it_grows(slack: FakeSlack, model: FakeOpenAI) -> None:
    person = Person(slack, "U1")
    await _asked(person)
    draft = await person.sees(_DRAFT)
    await slack.until(lambda: SEEN in draft.shown())
    await person.press("취소", on=draft)

    await slack.until(model.aborted.is_set)
    await slack.until(lambda: not any(_DRAFT in one.shown() for one in person.seen))
    assert not any("완성 프롬프트 · 버전" in one.shown() for one in person.seen)


async def test_where_it_may_not_stand_one_line_says_why(slack: FakeSlack, model: FakeOpenAI) -> None:
    model.gate.set()
    model.whole = lambda prompt: write(prompt).replace("\n", "\n- 17일까지 답하라고 적습니다.\n", 2)
    person = Person(slack, "U1")
    await _asked(person)

    panel = await person.sees("완성 프롬프트 · 버전 1")
    assert "모델이 쓴 프롬프트는 말씀하지 않은 내용이 들어 있어 쓰지 않고" in panel.shown()
    assert not any("17일" in one.shown() for one in person.seen)


async def test_in_a_thread_of_an_agent_it_streams_beneath_what_it_is(slack: FakeSlack, model: FakeOpenAI) -> None:
    slack.api.agents.is_agent = True
    person = Person(slack, "U1")
    person.thread = person.post("환영 이메일 써줘").ts
    await _asked(person)
    stream = await person.sees(_DRAFT)
    assert stream is next(iter(slack.api.agents.streaming.values()))
    await slack.until(lambda: SEEN in stream.shown())
    model.gate.set()

    await person.sees("완성 프롬프트 · 버전 2 · 모델이 씀")
    await slack.until(lambda: stream not in person.seen)
    assert slack.api.agents.streaming == {}
