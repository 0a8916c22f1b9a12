"""Reference files of every kind that people drop into a conversation."""

import io
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from core.adapters.pdf import reader as module
from core.adapters.pdf.reader import FileReader
from core.errors import FileUnusable


def pdf(*pages: str) -> bytes:
    document = FPDF()
    document.set_font("Helvetica", size=11)
    for page in pages:
        document.add_page()
        document.multi_cell(0, 5, page)
    return bytes(document.output())


def encrypted(content: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def reason(content: bytes, **options: float) -> str:
    with pytest.raises(FileUnusable) as caught:
        FileReader(**options).read(content, "")  # type: ignore[arg-type]
    return str(caught.value.details["reason"])


def test_all_pages_of_a_short_pdf_are_used() -> None:
    reading = FileReader().read(pdf("First page", "Second page"), "anything")

    assert (reading.pages, reading.pages_used) == (2, 2)
    assert reading.text.reveal() == "First page\n\nSecond page"


def test_of_a_long_pdf_the_first_page_and_those_about_the_purpose_are_used() -> None:
    filler = "The weather was mild and nothing happened. " * 20
    pages = ["Annual report of the garden club"] + [filler] * 30
    pages[17] = "Budget of the tulip festival: income and expenses. " + filler
    reading = FileReader(room=2_500).read(pdf(*pages), "Summarise the tulip festival budget")

    assert reading.pages == 31
    assert 2 <= reading.pages_used < 31
    assert "Annual report" in reading.text.reveal()
    assert "tulip festival" in reading.text.reveal()
    assert len(reading.text) <= 2_500


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
    reading = FileReader().read(content, "")

    assert reading.text.reveal() == expected
    assert reading.pages == 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", "kind", id="a picture"),
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
    assert FileReader().read(encrypted(pdf("open to all"), ""), "").text.reveal() == "open to all"


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    assert reason(pdf("x"), patience_s=0.01) == "slow"


def test_a_child_that_dies_harms_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -9 $$\n")
    dying.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(dying))

    assert reason(pdf("x")) == "damaged"
