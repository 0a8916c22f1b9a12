"""Trying the prompt on a terminal: the answer is printed as it comes, and Ctrl-C stops it."""

import asyncio

import pytest

from bots.terminal import app, inbound
from bots.terminal.keyboard import Keyboard
from bots.terminal.places import place
from core.values.locale import Locale
from tests.bots.terminal.conftest import Terminal
from tests.fakes.assistant import FakeAssistant, connect, until

_HALF = "첫 문장입니다. {이름1} 과장이 안내합니다. 이어지는 글이 "
_ANSWER = _HALF + "조금 더 남아 있어서 여기까지 씁니다. 끝입니다.\x1b[31m" + " " * 10


@pytest.fixture
async def assistant(terminal: Terminal) -> FakeAssistant:
    assistant = FakeAssistant([_ANSWER])
    connect(terminal.relay._chat, terminal.relay._generation, terminal.detector, assistant)
    shown = await terminal.opened()
    for line in ("회의록 정리해 줘", "저는 박지훈 과장입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        shown = await terminal.said(line)
    assert "실행해 보기" in shown
    return assistant


async def test_the_answer_is_printed_as_it_comes_and_once(terminal: Terminal, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    trying = asyncio.create_task(terminal.said("실행해 보기"))
    await until(assistant.half_way)
    async with asyncio.timeout(20):
        while "안내합니다." not in terminal.screen.getvalue():  # noqa: ASYNC110 - a screen tells nobody that it changed
            await asyncio.sleep(0.01)
    assert "이어지는" not in terminal.screen.getvalue()
    assistant.gate.set()
    shown = await trying

    assert shown.count("박지훈 과장이 안내합니다.") == 1
    assert shown.index("끝입니다.") < shown.index("준수")
    assert "\x1b" not in shown


async def test_ctrl_c_stops_the_answer_and_nothing_else(terminal: Terminal, assistant: FakeAssistant) -> None:
    assistant.gate.clear()
    keyboard = Keyboard()
    where = place("terminal")
    line = inbound.typed(where, Locale.KO, "실행해 보기")
    taking = asyncio.create_task(app._take(terminal.relay, terminal.outbox, keyboard, where, line))
    await until(assistant.half_way)
    keyboard._interrupt()
    await taking

    await until(assistant.closed)
    assert "답변을 멈췄어요" in terminal.screen.getvalue()
    assert not keyboard._interrupted


async def test_without_a_model_it_is_one_sentence(terminal: Terminal, assistant: FakeAssistant) -> None:
    terminal.relay._chat._models = ()

    assert "연결된 모델이 없어" in await terminal.said("실행해 보기")


async def test_answers_are_compared_by_typing(terminal: Terminal, assistant: FakeAssistant) -> None:
    assistant.answers = ["첫째 답입니다.", "둘째 {이름1} 답입니다.", "셋째 답입니다."]
    shown = await terminal.said("비교")

    assert "받았어요.─" not in shown
    assert shown.index("답변 B") < shown.index("둘째 박지훈 답입니다.") < shown.index("답변 C")
    assert "고르신 답: A" in await terminal.said("a")
