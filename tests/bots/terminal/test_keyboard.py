"""The interview by hand: a real terminal, real keys, a real kill."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    Child = pexpect.spawn[str]
else:
    Child = pexpect.spawn  # not to be subscripted when it runs
Started = Callable[[], Child]

_WHOLE = ["-m", "bots", "chat"]
_QUICK = ["-m", "tests.bots.terminal.quick_chat"]


@pytest.fixture(params=[_QUICK])
def started(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Started]:
    """Starts `promptgen chat` on one and the same data folder, as often as asked; with Presidio where it says so."""
    children: list[Child] = []

    def start() -> Child:
        environment = {**os.environ, "PROMPTGEN_DATA_DIR": str(tmp_path), "TERM": "xterm", "PROMPTGEN_LOCALE": "ko"}
        child = pexpect.spawn(
            sys.executable, request.param, env=environment, encoding="utf-8", timeout=60, dimensions=(50, 120)
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)


def _answer(child: Child, text: str, then: str) -> None:
    child.send(f"{text}\r")
    child.expect_exact(then)


def test_ctrl_c_asks_and_what_is_kept_is_offered_at_the_next_start(started: Started) -> None:
    child = started()
    child.expect_exact("[질문 1]")
    _answer(child, "회의록 정리해 줘", "[질문 2]")
    child.sendintr()
    child.expect_exact("남겨둘까요?")
    child.send("\r")
    child.expect_exact("남겨뒀어요")
    child.expect(pexpect.EOF)
    again = started()
    again.expect_exact("이어서 할까요")
    _answer(again, "이어서", "[질문 2]")
    again.sendintr()
    _answer_drop(again)
    last = started()
    last.expect_exact("[질문 1]")


def _answer_drop(child: Child) -> None:
    child.expect_exact("남겨둘까요?")
    child.send("d\r")
    child.expect_exact("그만뒀어요")
    child.expect(pexpect.EOF)


def test_a_pasted_text_of_several_lines_is_one_answer(started: Started) -> None:
    child = started()
    child.expect_exact("[질문 1]")
    _answer(child, "회의록 정리해 줘", "[질문 2]")
    # What a terminal sends for a paste: the lines between two marks, and Enter only after the second.
    child.send("\x1b[200~기획팀입니다.\n예시: 오늘 회의\n세 번째 줄\x1b[201~\r")
    child.expect_exact("[질문 3]")
    _answer(child, "뒤로", "지금 답:")
    child.expect_exact("세 번째 줄")


def test_a_kill_loses_nothing_that_was_answered(started: Started) -> None:
    child = started()
    child.expect_exact("[질문 1]")
    _answer(child, "회의록 정리해 줘", "[질문 2]")
    _answer(child, "기획팀입니다", "[질문 3]")
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    again = started()
    again.expect_exact("이어서 할까요")
    _answer(again, "이어서", "[질문 3]")
    _answer(again, "뒤로", "기획팀입니다")


def test_a_word_of_leaving_ends_the_program_and_keeps_the_interview(started: Started) -> None:
    child = started()
    child.expect_exact("[질문 1]")
    _answer(child, "회의록 정리해 줘", "[질문 2]")
    _answer(child, "나가기", "질문 2까지 남겨뒀어요")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    again = started()
    again.expect_exact("이어서 할까요")
    _answer(again, "ㅇㅇ", "[질문 2]")


@pytest.mark.parametrize("started", [_WHOLE], indirect=True)
def test_ctrl_d_leaves_a_finished_prompt_without_a_question(started: Started) -> None:
    child = started()
    child.expect_exact("[질문 1]")
    for text, then in (
        ("회의록 정리해 줘", "[질문 2]"),
        ("기획팀입니다", "[질문 3]"),
        ("1", "[질문 4]"),
        ("2", "[질문 5]"),
        ("1", "[질문 6]"),
        ("3", "추가해주세요"),
        ("건너뛰기", "이대로 좋으면"),
        ("만들기", "완성 프롬프트"),
    ):
        _answer(child, text, then)
    child.expect_exact("Ctrl-D")
    time.sleep(0.2)
    child.sendeof()
    child.expect(pexpect.EOF)


def test_a_second_one_on_the_same_data_is_told_to_wait(started: Started) -> None:
    child = started()
    child.expect_exact("[질문 1]")
    second = started()
    second.expect_exact("다른 promptgen이 이 데이터베이스를 쓰고 있어요")
    second.expect(pexpect.EOF)
    second.close()
    assert second.exitstatus == 1
