"""Reference files of every kind that people drop into a conversation."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from core.adapters.documents import reader as module
from core.adapters.documents.reader import FileReader
from core.errors import FileUnusable
from core.privacy.text import RawText
from tests.core.adapters.documents.reading import read
from tests.fakes.documents import pdf, picture


def encrypted(content: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def reason(content: bytes, **options: float) -> str:
    with pytest.raises(FileUnusable) as caught:
        FileReader(**options).extract(content, RawText("a"))  # type: ignore[arg-type]
    return str(caught.value.details["reason"])


def test_the_pages_of_a_pdf_are_its_parts() -> None:
    assert read(pdf("First page", "Second page"), "a.pdf") == ("First page\n\nSecond page", {"pages": 2}, {})


def test_a_page_without_text_is_counted() -> None:
    assert read(pdf("First page", ""), "a.pdf") == ("First page\n\n", {"pages": 2}, {"scans": 1})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("회의 자료\n다음 주 화요일".encode(), "회의 자료\n다음 주 화요일", id="utf-8"),
        pytest.param("\ufeff회의 자료".encode(), "회의 자료", id="utf-8 with a mark"),
        pytest.param("회의 자료".encode("cp949"), "회의 자료", id="cp949"),
        pytest.param("회의 자료".encode("utf-16"), "회의 자료", id="utf-16"),
        pytest.param(b"a\r\n\r\n\r\n\r\nb\x07", "a\n\nb", id="blank lines and a bell"),
    ],
)
def test_text_files_are_read_in_the_encodings_of_korean_offices(content: bytes, expected: str) -> None:
    assert read(content, "a.txt") == (expected, {}, {})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(picture().read(), "picture", id="a picture"),
        pytest.param(b"\x7fELF\0\0", "kind", id="a program"),
        pytest.param(b"", "no_text", id="nothing"),
        pytest.param(b" \n \n", "no_text", id="blank"),
        pytest.param(b"%PDF-1.7 and then nothing of the sort", "damaged", id="damaged"),
        pytest.param(pdf(""), "no_text", id="a scan"),
        pytest.param(encrypted(pdf("secret"), "geheim"), "encrypted", id="with a password"),
        pytest.param(b"a" * (module.LARGEST_MB * 2**20 + 1), "size", id="too big"),
    ],
)
def test_what_cannot_be_used_says_why(content: bytes, expected: str) -> None:
    assert reason(content) == expected


def test_a_pdf_that_is_only_protected_against_changes_is_read() -> None:
    assert read(encrypted(pdf("open to all"), ""), "a.pdf")[0] == "open to all"


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    assert reason(pdf("x"), timeout_s=0.01) == "slow"


def test_a_child_that_dies_harms_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -9 $$\n")
    dying.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(dying))

    assert reason(pdf("x")) == "damaged"
