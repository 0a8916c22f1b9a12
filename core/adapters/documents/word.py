"""DOCX, opened by python-docx: paragraphs, lists, tables and footnotes in their order.

Its document tree is walked here, for the library's own texts leave out what stands in content controls, text boxes and
tracked insertions. Relationships to other files are never followed, macros never looked at.
"""

import io
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage

from core.adapters.documents.archive import opened
from core.adapters.documents.pieces import pieces, rows, tables

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURES: Final = {
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
}
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
# What was deleted or moved away, and what stands there a second time for older programs.
_SKIPPED: Final = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}
_MARKS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_WIDEST: Final = 100
_MACROS: Final = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the text in pieces."""
    opened(content).close()  # for its bounds
    package = OpcPackage.open(io.BytesIO(content))
    part = package.main_document_part
    yield from pieces(_lines(fromstring(part.blob), found, unread))
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES and not relation.is_external:
            yield from pieces(_lines(fromstring(relation.target_part.blob), found, unread))
        if relation.reltype == RELATIONSHIP_TYPE.COMMENTS and not relation.is_external:
            unread["comments"] += sum(1 for _ in fromstring(relation.target_part.blob).iter(f"{_W}comment"))
        unread["macros"] += relation.reltype == _MACROS


def _lines(element: Element, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the paragraphs and tables below an element."""
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}p":
            yield from _paragraph(child, found, unread)
        elif child.tag == f"{_W}tbl":
            found["tables"] += 1
            yield from tables("", rows(_row(row, found, unread) for row in _within(child, f"{_W}tr")))
        else:
            yield from _lines(child, found, unread)


def _paragraph(paragraph: Element, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the paragraph's own text, then what stands in text boxes that hang on it."""
    texts, boxes = list[str](), list[str]()

    def walk(element: Element) -> None:
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == f"{_W}t":
                texts.append(child.text or "")
            elif child.tag in _MARKS:
                texts.append(_MARKS[child.tag])
            elif child.tag == f"{_W}txbxContent":
                boxes.extend(_lines(child, found, unread))
            else:
                unread["pictures"] += child.tag in _PICTURES
                unread["charts"] += child.tag == _CHART
                walk(child)

    walk(paragraph)
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    is_item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or _is_list(style)
    yield ("- " if is_item and any(texts) else "") + "".join(texts)
    yield from boxes


def _is_list(style: Element | None) -> bool:
    """Say whether a paragraph's style is one of Word's own for lists, which hold the numbering themselves."""
    return style is not None and style.get(f"{_W}val", "").startswith("List")


def _row(row: Element, found: Counter[str], unread: Counter[str]) -> list[str]:
    cells = list[str]()
    for cell in _within(row, f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = int(span.get(f"{_W}val", "1")) if span is not None else 1
        cells += [" ".join(_lines(cell, found, unread)), *[""] * min(width - 1, _WIDEST)]
    return cells


def _within(element: Element, tag: str) -> Iterator[Element]:
    """Yield the nearest elements of a kind, also those that a content control or an insertion holds."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _within(child, tag)
