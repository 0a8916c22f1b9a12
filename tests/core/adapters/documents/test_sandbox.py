"""The process that reads documents: what it cannot do."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.adapters.documents.reader import FileReader
from core.errors import FileUnusable
from core.privacy.text import RawText
from tests.fakes.documents import pdf, slides, word

_ROOT = Path(__file__).parents[4]
_TRIES = """
import socket, sys, types
from core.adapters.documents import child
reader = types.ModuleType("core.adapters.documents.delimited")
def read(content, read, unread):
    for what in (lambda: open("/etc/passwd"), lambda: open("/tmp/written", "w"), socket.socket):
        try:
            what()
        except OSError as error:
            yield f"refused {error.errno}"
        else:
            yield "done"
reader.read = read
sys.modules[reader.__name__] = reader
child.main()
"""


def test_it_opens_no_file_and_no_connection() -> None:
    command = [sys.executable, "-c", _TRIES, ".csv"]
    done = subprocess.run(command, input=b"a,b", capture_output=True, check=True, cwd=_ROOT, env={})
    assert done.stdout.count(b"refused 24") == 3
    assert b"done" not in done.stdout


def test_it_gets_none_of_our_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spying, seen = tmp_path / "python", tmp_path / "seen"
    spying.write_text(f"#!/bin/sh\n/usr/bin/env > {seen}\nexit 1\n")
    spying.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(spying))
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    with pytest.raises(FileUnusable):
        FileReader().extract(pdf("x"), RawText("a.pdf"))
    assert "SLACK" not in seen.read_text()


def test_what_a_document_says_is_never_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []
    run = subprocess.run

    def spy(command: list[str], **options: object) -> object:
        commands.append(command)
        return run(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("subprocess.run", spy)
    FileReader().extract(b"a,b", RawText("한지민 명단.csv"))
    FileReader().extract(slides("가"), RawText("한지민.pptx"))
    assert [command[-1] for command in commands] == [".csv", ""]


def test_it_works_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "docx.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    extract = FileReader().extract(word(lambda document: document.add_paragraph("본문")), RawText("a.docx"))
    assert extract.parts[0].reveal() == "본문"
    assert Path.cwd() == tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["docx.py"]
