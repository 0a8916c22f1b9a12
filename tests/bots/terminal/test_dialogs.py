"""The dialogs on the terminal."""

from pathlib import Path

import pytest

from core.adapters.store.store import SqlStore
from tests.bots.terminal.conftest import Terminal
from tests.dialogs import DIALOGS, Dialog


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.name)
async def test_dialog(dialog: Dialog, store: SqlStore, tmp_path: Path) -> None:
    terminal = Terminal(store, dialog.locale, tmp_path, asks_gaps=True)
    opening = await terminal.opened()
    assert [text for text in dialog.opens if text not in opening] == []
    for turn in dialog.turns:
        shown = await terminal.said(turn.says)
        assert [text for text in turn.shows if text not in shown] == [], f"{turn.says}\n{shown}"
        assert [text for text in turn.hides if text in shown] == [], turn.says


async def test_what_cannot_be_masked_is_not_accepted_and_can_be_sent_again(terminal: Terminal) -> None:
    await terminal.opened()
    terminal.detector.broken = True
    assert "안전을 위해 아무것도 받지 않을게요" in await terminal.said("김서연에게 보낼 메일")
    terminal.detector.broken = False
    assert "[질문 2]" in await terminal.said("김서연에게 보낼 메일")


async def test_an_unfinished_interview_is_offered_again(terminal: Terminal) -> None:
    await terminal.opened()
    await terminal.said("회의록 정리해 줘")
    assert "이어서 할까요" in await terminal.opened()
    assert "[질문 2]" in await terminal.said("이어서")
    assert "이어서 할까요" in await terminal.opened()
    assert "[질문 1]" in await terminal.said("처음부터")


async def test_text_with_odd_characters_goes_through(terminal: Terminal) -> None:
    await terminal.opened()
    shown = await terminal.said("회의록\x00 정리\x1b[31m해 줘 👩‍👩‍👧 \ud800\u202e")
    assert "[질문 2]" in shown
    assert "회의록 정리[31m해 줘 👩‍👩‍👧" in await terminal.said("뒤로")


async def test_a_text_too_long_is_refused_in_one_sentence(terminal: Terminal) -> None:
    await terminal.opened()
    assert (await terminal.said("가" * 100_000)).count("30000자까지") == 1
    assert (await terminal.said("가" * 600)).count("500자까지") == 1
    assert "[질문 2]" in await terminal.said("가" * 500)


async def test_a_prompt_is_taken_along_as_files_that_replace_nothing(terminal: Terminal, tmp_path: Path) -> None:
    await terminal.opened()
    for line in ("회의록 정리해 줘", "기획팀입니다", "표", "보통", "한국어", "대학생", "건너뛰기", "만들기"):
        await terminal.said(line)
    assert "prompt-1.md, prompt-1-wiki.md" in await terminal.said("가져가기")
    shown = await terminal.said("가져가기")
    assert "prompt-1-2.md, prompt-1-wiki-2.md" in shown
    written = _written(tmp_path)
    assert sorted(written) == ["prompt-1-2.md", "prompt-1-wiki-2.md", "prompt-1-wiki.md", "prompt-1.md"]
    assert written["prompt-1.md"].startswith("[")
    assert "\n## 작업\n" in written["prompt-1-wiki.md"]


def _written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


async def test_enter_keeps_the_answer_there_is(terminal: Terminal) -> None:
    for line in ("회의록 정리해 줘", "기획팀", "표"):
        await terminal.said(line)
    assert "[질문 5]" in await terminal.said("보통")
    assert "지금 답: 보통 · Enter를 누르면 그대로 둬요." in await terminal.said("뒤로")
    assert "[질문 5]" in await terminal.said("")
