"""DOCX: what people write in Word and in what saves as Word."""

import io
from collections.abc import Callable
from zipfile import ZipFile

import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from tests.core.adapters.documents.reading import read, refused
from tests.fakes.documents import changed, compound, picture, word, zipped

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def xml(element: str) -> Callable[[Document], None]:
    return lambda document: document.element.body.insert(0, parse_xml(element.replace(">", f" {_W}>", 1)))


def table(document: Document) -> None:
    rows = (("이름", "사번"), ("한지민", "2024-0117"))
    written = document.add_table(2, 2)
    for row, texts in zip(written.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def merged(document: Document) -> None:
    written = document.add_table(2, 3)
    written.cell(0, 0).merge(written.cell(0, 1)).text = "합친 칸"
    written.cell(0, 2).text = "끝"
    written.cell(1, 2).text = "둘째"


def nested(document: Document) -> None:
    inner = document.add_table(1, 2).cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "안", "쪽"


def list_of_two(document: Document) -> None:
    document.add_paragraph("하나", style="List Bullet")
    document.add_paragraph("둘", style="List Number")


def with_picture(document: Document) -> None:
    document.add_paragraph("그림 앞")
    document.add_picture(picture())


def with_comment(document: Document) -> None:
    paragraph = document.add_paragraph("초안입니다")
    document.add_comment(paragraph.runs, text="숫자 확인", author="검토자", initials="검")


def with_outside(document: Document) -> None:
    document.part.relate_to("http://127.0.0.1:9/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    document.part.relate_to("file:///etc/passwd", RELATIONSHIP_TYPE.FOOTNOTES, is_external=True)
    document.add_paragraph("본문")


_CONTROL = "<w:sdt><w:sdtContent><w:p><w:r><w:t>양식 칸</w:t></w:r></w:p></w:sdtContent></w:sdt>"
_TRACKED = (
    "<w:p><w:r><w:t>값은 </w:t></w:r><w:del><w:r><w:delText>3</w:delText><w:t>지운 것</w:t></w:r></w:del>"
    "<w:ins><w:r><w:t>4</w:t></w:r></w:ins></w:p>"
)
_BREAKS = "<w:p><w:r><w:t>앞</w:t><w:br/><w:t>뒤</w:t><w:tab/><w:t>끝</w:t></w:r></w:p>"
_BOX = (
    "<w:p><w:r><w:t>본문</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>글상자</w:t></w:r></w:p></w:txbxContent></w:pict>"
    "</w:r></w:p>"
)


@pytest.mark.parametrize(
    ("write", "text", "found", "unread"),
    [
        (lambda document: document.add_paragraph("회의록\n둘째 줄"), "회의록\n둘째 줄", {}, {}),
        (table, "| 이름 | 사번 |\n| 한지민 | 2024-0117 |", {"tables": 1}, {}),
        (merged, "| 합친 칸 | | 끝 |\n| | | 둘째 |", {"tables": 1}, {}),
        (nested, "| | / 안 / 쪽 / |", {"tables": 2}, {}),
        (list_of_two, "- 하나\n- 둘", {}, {}),
        (xml(_CONTROL), "양식 칸", {}, {}),
        (xml(_TRACKED), "값은 4", {}, {}),
        (xml(_BREAKS), "앞\n뒤 끝", {}, {}),
        (xml(_BOX), "본문\n글상자", {}, {}),
        (with_picture, "그림 앞", {}, {"pictures": 1}),
        (with_comment, "초안입니다", {}, {"comments": 1}),
        (with_outside, "본문", {}, {}),
    ],
)
def test_it_is_read(
    write: Callable[[Document], None], text: str, found: dict[str, int], unread: dict[str, int]
) -> None:
    assert read(word(write), "a.docx") == (text, found, unread)


_PLAIN = word(lambda document: document.add_paragraph("본문"))
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_BODY = f"<w:document {_W}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (_PLAIN[:500], "damaged"),
        (word(lambda _: None), "no_text"),
        (changed(_PLAIN, {"word/document.xml": "<w:document"}), "damaged"),
        (changed(_PLAIN, {"word/document.xml": _ENTITIES + _BODY % "&b;"}), "damaged"),
        (changed(_PLAIN, {"word/document.xml": _BODY % "x" + "<a>" * 9_000}), "damaged"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": _BODY % "x"}), "damaged"),
        (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "encrypted"),
        (compound({"WordDocument": b"x"}), "older"),
        (b"{\\rtf1 hello}", "older"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "misnamed"),
    ],
)
def test_it_is_refused(content: bytes, reason: str) -> None:
    assert refused(content, "a.docx") == reason


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(lambda: {"word/media/a.bin": b"\0" * 320_000_000}, id="a big file"),
        pytest.param(lambda: {"word/document.xml": b" " * 110_000_000}, id="a long text"),
        pytest.param(lambda: {f"word/{number}.xml": b"" for number in range(10_001)}, id="many files"),
    ],
)
def test_one_that_inflates_is_refused(files: Callable[[], dict[str, bytes | str]]) -> None:
    assert refused(changed(_PLAIN, files()), "a.docx") == "inflates"


def test_macros_are_left_alone_and_told() -> None:
    types = "application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with ZipFile(io.BytesIO(_PLAIN)) as archive:
        contents = archive.read("[Content_Types].xml").decode().replace(plain, types)
        relations = archive.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    macro = f'<Relationship Id="rId99" Type="{kind}" Target="vbaProject.bin"/>'
    content = changed(
        _PLAIN,
        {
            "[Content_Types].xml": contents.replace(
                "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
            ),
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", f"{macro}</Relationships>"),
            "word/vbaProject.bin": b"Sub AutoOpen",
        },
    )
    assert read(content, "a.docm") == ("본문", {}, {"macros": 1})
