"""`promptgen chat` with answers and files given beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bots.conftest import Command
from tests.fakes.documents import compound, pdf, picture, sheet

pytestmark = pytest.mark.slow


def _chat(folder: Path, *given: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PROMPTGEN_DATA_DIR": str(folder), "PROMPTGEN_LOCALE": "ko"}
    command = [sys.executable, "-m", "bots", "chat", *given]
    return subprocess.run(command, input="", capture_output=True, text=True, check=False, env=environment)


def test_nothing_is_left_to_ask(tmp_path: Path) -> None:
    (tmp_path / "매출.pdf").write_bytes(pdf("Sales grew by 4 percent"))
    (tmp_path / "명단.xlsx").write_bytes(sheet(["이름", "사번"], ["한지민", "2024-0117"]))
    answers = [
        "--background",
        "영업팀",
        "--form",
        "표",
        "--length",
        "짧게",
        "--language",
        "영어",
        "--level",
        "전문가",
    ]
    files = ["--reference", str(tmp_path / "매출.pdf"), "--reference", str(tmp_path / "명단.xlsx")]
    done = _chat(tmp_path, "매출을 요약해줘", *answers, *files)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sales grew by 4 percent" in done.stdout
    assert "한지민" not in done.stdout
    assert "2024-0117" not in done.stdout
    assert "마크다운 표" in done.stdout


def test_lines_answer_what_is_left_open(tmp_path: Path, promptgen: Command) -> None:
    lines = "총무팀\n보통\n한국어\n전문가\n"
    done = promptgen("chat", "회의록을 정리해줘", "--form", "표", given=lines, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "총무팀" in done.stdout.decode()
    assert "마크다운 표" in done.stdout.decode()


def test_what_may_be_left_out_is_not_waited_for(tmp_path: Path) -> None:
    answers = ["--form", "표", "--length", "짧게", "--language", "한국어", "--level", "대학생"]
    done = _chat(tmp_path, "회의록을 정리해줘", *answers)
    assert (done.returncode, done.stderr) == (0, "")
    assert "회의록을 정리합니다" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"<html>Sign in</html>", "이름은 .pdf인데 내용은 다른 형식이에요"),
        ("a.doc", compound({"WordDocument": b"x"}), ".doc 파일은 읽지 못해요. DOCX 파일로"),
        ("a.png", picture().read(), "그림 속 글자는 읽지 못해요"),
        ("none.pdf", None, "그런 파일이 없거나 열 수 없어요"),
        ("https://drive.google.com/file/d/x", None, "링크는 열어 볼 수 없어요"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, promptgen: Command, name: str, content: bytes | None, why: str
) -> None:
    path = name if "://" in name else str(tmp_path / name)
    if content is not None:
        Path(path).write_bytes(content)
    done = promptgen("chat", "요약해줘", "--reference", path, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert done.stderr.decode().startswith(f"promptgen: {path}: {why}")
