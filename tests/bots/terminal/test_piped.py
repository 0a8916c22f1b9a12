"""Answers piped in: one line, one answer."""

import io

import pytest

from bots.terminal.app import follow
from core.errors import InputError
from core.locale import Locale
from tests.bots.terminal.conftest import Terminal

_ANSWERS = ["주간 보고서를 요약해 줘", "기획팀 신입입니다", "표", "보통", "한국어", "대학생"]


async def _piped(terminal: Terminal, *lines: str) -> str:
    await follow(terminal.relay, terminal.outbox, Locale.KO, io.BytesIO("\n".join(lines).encode()))
    return str(terminal.outbox.prompt)


@pytest.mark.parametrize("rest", [["건너뛰기", "만들기"], ["건너뛰기"], [""], []])
async def test_the_prompt_is_made_where_the_lines_end(terminal: Terminal, rest: list[str]) -> None:
    assert "\n주간 보고서를 요약합니다.\n" in await _piped(terminal, *_ANSWERS, *rest)


async def test_a_line_that_cannot_be_read_is_still_one_answer(terminal: Terminal) -> None:
    prompt = await _piped(terminal, *_ANSWERS[:2], "시", "몇 마디", *_ANSWERS[4:], "건너뛰기", "만들기")
    assert "- 형식: 시\n" in prompt
    assert "- 몇 마디, 한국어\n" in prompt
    assert "- 수준: 대학생 수준\n" in prompt


async def test_a_question_without_an_answer_is_an_error(terminal: Terminal) -> None:
    with pytest.raises(InputError) as caught:
        await _piped(terminal, *_ANSWERS[:5])
    assert caught.value.details == {"reason": "unfinished"}
