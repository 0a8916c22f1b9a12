"""HWPX, zipped XML (KS X 6101, OWPML): paragraphs and tables of each section."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from core.adapters.documents.archive import opened
from core.adapters.documents.pieces import pieces, rows, tables
from core.errors import FileUnusable

_SECTION: Final = re.compile(r"Contents/section(\d+)\.xml")
_MARKS: Final = {"tab": "\t", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
# What stands on every page, and what is not shown.
_SKIPPED: Final = {"header", "footer", "hiddenComment", "parameters"}
_WIDEST: Final = 100


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the text in pieces.

    Raises:
        FileUnusable: It has a password.
    """
    with opened(content) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise FileUnusable(reason="encrypted")
        sections = sorted((int(match[1]), match[0]) for name in names if (match := _SECTION.fullmatch(name)))
        unread["macros"] = any(name.startswith("Scripts/") for name in names)
        for _, name in sections:
            yield from pieces(_lines(fromstring(archive.read(name)), found, unread))


def _lines(element: Element, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "p":
            yield from _paragraph(child, found, unread)
        elif name not in _SKIPPED:
            yield from _lines(child, found, unread)


def _paragraph(paragraph: Element, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the paragraph's own text, then the tables, boxes and notes that hang on it."""
    texts, hanging = list[str](), list[str]()

    def walk(element: Element) -> None:
        for child in element:
            match _name(child):
                case "t":
                    texts.extend(_texts(child))
                case "tbl":
                    found["tables"] += 1
                    hanging.extend(tables("", rows(_rows(child, found, unread))))
                case "p":
                    hanging.extend(_paragraph(child, found, unread))
                case name if name not in _SKIPPED:
                    unread["pictures"] += name == "pic"
                    unread["charts"] += name == "chart"
                    walk(child)

    walk(paragraph)
    yield "".join(texts)
    yield from hanging


def _texts(element: Element) -> Iterator[str]:
    """Yield the pieces of a text; what a tracked change deleted is none."""
    deleted = False
    for text, mark in ((element.text, ""), *((child.tail, _name(child)) for child in element)):
        deleted = mark == "deleteBegin" or (deleted and mark != "deleteEnd")
        if not deleted:
            yield _MARKS.get(mark, "") + (text or "")


def _rows(table: Element, found: Counter[str], unread: Counter[str]) -> Iterator[list[str]]:
    for row in table:
        if _name(row) != "tr":
            continue
        cells = list[str]()
        for cell in row:
            span = next((part.get("colSpan", "1") for part in cell if _name(part) == "cellSpan"), "1")
            cells += [" ".join(_lines(cell, found, unread)), *[""] * min(int(span) - 1, _WIDEST)]
        yield cells


def _name(element: Element) -> str:
    """Return the name of an element without its namespace, which differs from one version to the next."""
    return element.tag.rpartition("}")[2]
