"""Files at the terminal: named by their paths, or dragged there."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from bots.terminal.files import are_there, paths_in
from tests.fakes.documents import compound, pdf, sheet

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("{}/보고서.pdf", ["보고서.pdf"]),
        ("{}/a b.pdf", ["a b.pdf"]),
        (r"{}/a\ b.pdf", ["a b.pdf"]),
        ("'{}/a b.pdf'", ["a b.pdf"]),
        ('"{}/a b.pdf" {}/보고서.pdf ', ["a b.pdf", "보고서.pdf"]),
        ("file://{}/a%20b.pdf", ["a b.pdf"]),
        ("{}/none.pdf {}/보고서.pdf", ["none.pdf", "보고서.pdf"]),
        ("보고서.pdf 요약해줘", []),
        ("{}/none.pdf 요약해줘", []),
        ("{}/none.pdf", []),
        ("표", []),
        ("짧게", []),
        ("3.5절을 봐줘", []),
        ("it's", []),
        ("/" + "가" * 5_000, []),
        ("\0.pdf", []),
        ("", []),
    ],
)
def test_a_line_of_paths_is_files_and_any_other_a_text(
    line: str, names: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("보고서.pdf", "a b.pdf", "표", "짧게"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    paths, words = paths_in(line.replace("{}", str(tmp_path)))
    assert ([path.name for path in paths] if are_there(paths) else []) == names
    assert words == ("" if paths else line.replace("{}", str(tmp_path)))


def test_words_may_stand_beside_a_path_that_is_written_out(tmp_path: Path) -> None:
    (tmp_path / "a b.pdf").write_bytes(b"")
    paths, words = paths_in(f"'{tmp_path}/a b.pdf' 이 표를  요약해줘")
    assert (paths, words) == ((tmp_path / "a b.pdf",), "이 표를 요약해줘")
    assert paths_in(f"{tmp_path}/a b.pdf 요약\n둘째 줄")[0] == ()


@pytest.fixture
def chat(tmp_path: Path) -> Iterator["pexpect.spawn[str]"]:
    environment = {"PROMPTGEN_DATA_DIR": str(tmp_path), "TERM": "xterm", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "tests.bots.terminal.quick_chat"],
        env=environment,
        encoding="utf-8",
        timeout=60,
        dimensions=(60, 160),
    )
    yield child
    child.close(force=True)


def test_files_are_dragged_there_at_any_question(chat: "pexpect.spawn[str]", tmp_path: Path) -> None:
    (tmp_path / "매출 표.xlsx").write_bytes(sheet(["월", "매출"], ["3월", 120]))
    (tmp_path / "메모.pdf").write_bytes(pdf("Sales grew"))
    (tmp_path / "옛날.doc").write_bytes(compound({"WordDocument": b"x"}))
    chat.expect_exact("[질문 1]")
    for line, then in (
        (f"회의록 정리해 줘 {tmp_path}/메모.pdf", "‘메모.pdf’(1쪽)."),
        (f"'{tmp_path}/매출 표.xlsx' {tmp_path}/메모.pdf ", "‘매출 표.xlsx’(시트 1개, 2행), ‘메모.pdf’(1쪽)."),
        ("영업팀입니다", "[질문 3]"),
        (f"{tmp_path}/옛날.doc", "DOCX 파일로 다시 저장해서"),
        ("표", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("전문가", "이렇게 이해했어요"),
        ("만들기", "| 3월 | 120 |"),
    ):
        chat.send(f"{line}\r")
        chat.expect_exact(then)


def test_a_path_without_a_file_is_told_where_a_file_is_asked_for(chat: "pexpect.spawn[str]", tmp_path: Path) -> None:
    chat.expect_exact("[질문 1]")
    for line, then in (
        ("회의록 정리해 줘", "[질문 2]"),
        ("영업팀", "[질문 3]"),
        ("표", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("전문가", "AI가 참고할"),
        ("보고서.pdf", "그런 파일이 없거나 열 수 없어요"),
        ("건너뛰기", "이렇게 이해했어요"),
    ):
        chat.send(f"{line}\r")
        chat.expect_exact(then)


def test_the_prompt_stands_last_on_a_screen_of_twenty_four_lines(chat: "pexpect.spawn[str]") -> None:
    chat.setwinsize(24, 80)
    chat.expect_exact("[질문 1]")
    long = "1월부터 12월까지 지점별 매출과 비용과 인원과 재고를 모두 적은 아주 긴 회의록을 정리해 줘"
    for line, then in (
        (long, "[질문 2]"),
        ("기획팀 010-2345-6789", "[질문 3]"),
        ("표", "[질문 4]"),
        ("보통", "[질문 5]"),
        ("한국어", "[질문 6]"),
        ("전문가", "AI가 참고할"),
        ("건너뛰기", "이렇게 이해했어요"),
    ):
        chat.send(f"{line}\r")
        chat.expect_exact(then)
    chat.expect_exact("만들기 · 수정")
    summary = _plain(chat.before or "")
    assert len([line for line in summary if line.startswith("작업  ") and "…" in line]) == 1
    assert "전화번호 1  {전화번호1} 010-2345-6789" in summary
    chat.send("만들기\r")
    chat.expect_exact("완성 프롬프트")
    chat.expect_exact("바꾸고 싶은 점을")
    chat.expect_exact("› ")
    assert len(_plain(chat.before or "")) <= 4


def _plain(shown: str) -> list[str]:
    """Return the lines of a screen without colours."""
    return re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", "", shown).replace("\r", "").split("\n")
