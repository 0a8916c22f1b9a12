"""PDFs as offices send them, and what only calls itself one."""

import io
import zlib

import pytest
from pypdf import PdfReader, PdfWriter

from core.adapters.documents.reader import LARGEST_MB
from tests.core.adapters.documents.reading import Row, read, refused
from tests.core.adapters.documents.test_bombs import document, one_page, stream
from tests.fakes.documents import compound, pdf, picture, sheet, zipped

_HELLO = b"BT /F1 9 Tf (hello) Tj ET"


def written(content: bytes, **options: str) -> bytes:
    """Return a PDF written anew: `password` opens it, `owner` lets it be changed."""
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    if "attached" in options:
        writer.add_attachment("salaries.txt", options["attached"].encode())
    if "title" in options:
        writer.add_metadata({"/Title": options["title"]})
    if "owner" in options:
        writer.encrypt(options.get("password", ""), owner_password=options["owner"], algorithm=options["cipher"])
    writer.write(out)
    return out.getvalue()


def in_korean() -> bytes:
    """Return a page whose font says which letters its codes are."""
    names = b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    names += b"2 beginbfchar\n<0001> <D68C>\n<0002> <C758>\nendbfchar"
    system = b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo %b /DW 1000 >>" % system
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] %b >>"
    objects = {"_5": font % b"/ToUnicode 6 0 R", "_6": stream(names), "_7": inner}
    return one_page(stream(b"BT /F1 9 Tf <00010002> Tj ET"), **objects)


def with_script() -> bytes:
    """Return a page beside a program that runs when the document is opened."""
    action = b"<< /S /JavaScript /JS (app.alert(1)) >>"
    return one_page(stream(_HELLO), _1=b"<< /Type /Catalog /Pages 2 0 R /OpenAction %b >>" % action)


def with_link() -> bytes:
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Annots [6 0 R] /Resources %b >>"
    return one_page(stream(_HELLO), _3=page % b"<< /Font << /F1 5 0 R >> >>", _6=link)


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (pdf("First page", "Second page"), ("First page\n\nSecond page", {"pages": 2}, {})),
        (pdf("First page", ""), ("First page\n\n", {"pages": 2}, {"scans": 1})),
        (in_korean(), ("회의", {"pages": 1}, {})),
        (with_link(), ("hello", {"pages": 1}, {})),
        (written(pdf("open to all"), owner="boss", cipher="AES-256"), ("open to all", {"pages": 1}, {})),
        (written(pdf("old lock"), owner="boss", cipher="RC4-128"), ("old lock", {"pages": 1}, {})),
        (written(pdf("the letter"), attached="600000"), ("the letter", {"pages": 1}, {})),
        (with_script(), ("hello", {"pages": 1}, {})),
        (written(pdf("the letter"), title="Salaries"), ("the letter", {"pages": 1}, {})),
        (b"mail header\r\n" + pdf("behind a header"), ("behind a header", {"pages": 1}, {})),
        (one_page(stream(b"BT /F1 9 Tf 0 9 -9 0 9 9 Tm (hello) Tj ET")), ("hello", {"pages": 1}, {})),
        (one_page(stream(zlib.compress(_HELLO), b"/Filter /FlateDecode")), ("hello", {"pages": 1}, {})),
        (pdf(*["page"] * 40), ("\n\n".join(["page"] * 40), {"pages": 40}, {})),
    ],
    ids=lambda value: None if isinstance(value, bytes) else "",
)
def test_a_pdf_is_read(content: bytes, row: Row) -> None:
    assert read(content, "a.pdf") == row


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (pdf(""), "no_text"),
        (b"%PDF-1.7", "damaged"),
        (pdf("cut")[:300], "damaged"),
        (pdf("without its end").rpartition(b"startxref")[0], "damaged"),
        (document({1: b"<< /Type /Catalog >>"}), "damaged"),
        (written(pdf("secret"), password="geheim", owner="boss", cipher="AES-256"), "encrypted"),
        (written(pdf("secret"), password="geheim", owner="boss", cipher="RC4-128"), "encrypted"),
        (b"<!doctype html><title>Sign in</title>", "misnamed"),
        ("그냥 글".encode("cp949"), "misnamed"),
        (picture().read(), "misnamed"),
        (zipped({"a.txt": "in an archive"}), "archive"),
        (compound({"WordDocument": b"x"}), "older"),
        (pdf("big").ljust(LARGEST_MB * 2**20 + 1), "size"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value,
)
def test_a_pdf_is_refused(content: bytes, reason: str) -> None:
    assert refused(content, "a.pdf") == reason


def test_another_document_is_read_for_what_it_is() -> None:
    assert read(sheet(["품목", "수량"]), "a.pdf")[1] == {"sheets": 1, "rows": 1}
