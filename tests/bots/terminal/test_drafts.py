"""A prompt that a model writes on a terminal: its draft is printed as it comes, and the prompt beneath it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bots.terminal.outbox import is_for_a_pipe
from tests.bots.terminal.conftest import Terminal
from tests.fakes.openai.drafts import write
from tests.fakes.openai.server import FakeOpenAI
from tests.fakes.writing import SEEN, writing

_DRAFT = "모델이 쓰고 있는 초안이에요. 아직 확인하는 중이라 바뀔 수 있어요."
_ANSWERS = ("환영 이메일 초안 써줘", "저는 박지훈 과장입니다", "연속 문장", "보통", "한국어", "대학생", "건너뛰기")


@pytest.fixture
async def model(terminal: Terminal) -> AsyncIterator[FakeOpenAI]:
    await terminal.opened()
    for line in _ANSWERS:
        await terminal.said(line)
    async with writing(terminal.relay._generation) as server:
        yield server


async def test_the_draft_is_printed_as_it_comes_and_the_checked_prompt_beneath_it(
    terminal: Terminal, model: FakeOpenAI
) -> None:
    making = asyncio.create_task(terminal.said("만들기"))
    async with asyncio.timeout(20):
        while SEEN not in terminal.screen.getvalue():  # noqa: ASYNC110 - a screen tells nobody that it changed
            await asyncio.sleep(0.01)
    model.gate.set()
    shown = await making

    assert shown.count(_DRAFT) == 1
    assert shown.count("[작업]") == 2, "the draft and the prompt, each once"
    draft, _, prompt = shown.partition("완성 프롬프트 · 버전 2 · 모델이 씀")
    assert draft.index(_DRAFT) < draft.index("[작업]") < draft.index(SEEN)
    assert SEEN in prompt


async def test_where_it_may_not_stand_one_line_says_why(terminal: Terminal, model: FakeOpenAI) -> None:
    model.gate.set()
    model.whole = lambda prompt: write(prompt).replace("\n", "\n- 17일까지 답하라고 적습니다.\n", 2)
    shown = await terminal.said("만들기")

    assert "말씀하지 않은 내용이 들어 있어" in shown
    assert "17일" not in shown


async def test_a_pipe_is_given_the_prompt_alone(terminal: Terminal, model: FakeOpenAI) -> None:
    model.gate.set()
    terminal.outbox.shows = is_for_a_pipe

    assert SEEN not in await terminal.said("만들기")
