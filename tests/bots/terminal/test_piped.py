"""Answers piped in: one line, one answer."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from bots.relay import Relay
from bots.terminal import inbound
from bots.terminal.outbox import TerminalOutbox
from bots.terminal.pipe import TurnFailed, follow
from bots.terminal.places import PLATFORM, place
from bots.terminal.render import Render
from core.adapters.store.open_store import open_store
from core.errors import InputError, LineRefused, StoreUnavailable
from core.messages import Opened
from core.values.locale import Locale
from tests.bots.terminal.conftest import Terminal
from tests.fakes.clock import Clock

_ANSWERS = ["주간 보고서를 요약해 줘", "기획팀 신입입니다", "표", "보통", "한국어", "대학생"]


async def _piped(terminal: Terminal, *lines: str) -> str:
    await follow(terminal.relay, terminal.outbox, Locale.KO, io.BytesIO("\n".join(lines).encode()))
    return str(terminal.outbox.prompt)


@pytest.mark.parametrize("rest", [["건너뛰기", "만들기"], ["건너뛰기"], [""], []])
async def test_the_prompt_is_made_where_the_lines_end(terminal: Terminal, rest: list[str]) -> None:
    assert "\n주간 보고서를 요약합니다.\n" in await _piped(terminal, *_ANSWERS, *rest)


async def test_an_empty_line_skips_the_introduction(terminal: Terminal) -> None:
    prompt = await _piped(terminal, _ANSWERS[0], "", *_ANSWERS[2:])
    assert "\n주간 보고서를 요약합니다.\n" in prompt
    assert "[주어진 정보]" not in prompt


async def test_a_line_that_cannot_be_read_is_still_one_answer(terminal: Terminal) -> None:
    prompt = await _piped(terminal, *_ANSWERS[:2], "시", "몇 마디", *_ANSWERS[4:], "건너뛰기", "만들기")
    assert "- 형식: 시\n" in prompt
    assert "- 몇 마디, 한국어\n" in prompt
    assert "- 수준: 대학생 수준\n" in prompt


async def test_a_question_without_an_answer_is_an_error(terminal: Terminal) -> None:
    with pytest.raises(InputError) as caught:
        await _piped(terminal, *_ANSWERS[:5])
    assert caught.value.details == {"reason": "unfinished"}


@pytest.mark.parametrize(
    ("lines", "number", "why"),
    [
        (["", *_ANSWERS], 1, "hint.empty"),
        (["안녕", *_ANSWERS], 1, "hint.purpose"),
        (["가" * 501, *_ANSWERS[1:]], 1, "hint.too_long"),
        ([*_ANSWERS[:2], "", *_ANSWERS[3:]], 3, "hint.empty"),
        ([*_ANSWERS[:3], "건너뛰기", *_ANSWERS[4:]], 4, "hint.not_optional"),
        ([*_ANSWERS[:4], "기타", *_ANSWERS[5:]], 5, "hint.which_language"),
        ([_ANSWERS[0], "가" * 40_000, *_ANSWERS[2:]], 2, "error.too_long"),
        ([*_ANSWERS, "건너뛰기", "만들기", "음 글쎄"], 9, "refine.unclear"),
        ([*_ANSWERS[:1], "버전", *_ANSWERS[1:]], 2, "hint.control"),
    ],
)
async def test_a_line_that_is_not_taken_ends_it_and_is_named(
    terminal: Terminal, lines: list[str], number: int, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(LineRefused) as caught:
        await _piped(terminal, *lines, "건너뛰기", "만들기")
    assert (caught.value.details["line"], caught.value.details["text"]) == (number, why)
    assert capsys.readouterr().out == ""


async def test_a_wish_in_the_place_of_a_reference_is_kept_as_written(terminal: Terminal) -> None:
    prompt = await _piped(terminal, *_ANSWERS, "어려운 말은 쓰지 말아 주세요", "만들기")
    assert "<자료>\n어려운 말은 쓰지 말아 주세요\n</자료>" in prompt


async def test_a_full_disk_ends_it_and_is_said(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StoreUnavailable(reason="full")

    monkeypatch.setattr(type(terminal.relay._chat), "handle", full)
    with pytest.raises(TurnFailed):
        await _piped(terminal, *_ANSWERS)
    assert "디스크가 가득 차서" in terminal.screen.getvalue()


class _Closed(io.StringIO):
    """A pipe whose reader leaves after a while."""

    def write(self, text: str) -> int:
        if "[질문 3]" in text:
            raise BrokenPipeError
        return super().write(text)


async def test_a_reader_that_leaves_leaves_nothing_to_the_next_person(terminal: Terminal) -> None:
    outbox = TerminalOutbox(Console(file=_Closed(), width=200), Render(Locale.KO, 30))
    gone = Relay(PLATFORM, terminal.relay._chat, terminal.relay._generation, outbox)
    with pytest.raises(BrokenPipeError):
        await follow(gone, outbox, Locale.KO, io.BytesIO("\n".join(_ANSWERS).encode()))
    await terminal.relay.resend_pending()
    assert terminal.screen.getvalue() == ""


async def test_what_a_killed_pipe_left_is_nobodys(tmp_path: Path) -> None:
    clock = Clock()
    store = open_store(tmp_path, clock=clock)
    terminal = Terminal(store, Locale.KO)
    terminal.relay._chat.handle(inbound.did(place("pipe-1"), Locale.KO, Opened()))
    clock.now += 3_600
    terminal.outbox.place = place("terminal")
    await terminal.relay.resend_pending()
    assert terminal.screen.getvalue() == ""
    clock.now += 3_600
    assert store.unsent(PLATFORM) == (), "and it comes up never again"
    store.close()


def test_piped_lines_are_asked_nothing_more(tmp_path: Path) -> None:
    lines = ["이메일 초안 써줘", *_ANSWERS[1:], "건너뛰기", "만들기"]
    done = subprocess.run(
        [sys.executable, "-m", "bots", "chat"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PROMPTGEN_DATA_DIR": str(tmp_path)},
    )
    assert "추가 질문" not in done.stderr
    assert "- 받는 사람: 예의를 갖출 업무 상대로 봅니다.\n" in done.stdout
