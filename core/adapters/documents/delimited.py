"""CSV and TSV: rows parted by comma, semicolon, tab or |; what a formula is stays the text that it was written as."""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Final

from core.adapters.documents.pieces import LONGEST_CELL, rows, tables
from core.adapters.documents.plain import decoded
from core.errors import FileUnusable

_MARKS: Final = ",;\t|"
_SAMPLE: Final = 10_000
_WIDEST: Final = 200
_END: Final = "\n"  # after the last line; within a cell only where a quotation mark was never closed
# How pages, workbooks saved as XML and RTF begin: none is a table, whatever its name.
_OTHERS: Final = ("<!doctype", "<!--", "<?xml", "<html", "<head", "<body", "<table", "<meta", "{\\rtf")


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the table in pieces.

    Raises:
        FileUnusable: It is a picture, an archive, a page, or no text.
    """
    text = decoded(content)
    if text[:_SAMPLE].lstrip().lower().startswith(_OTHERS):
        raise FileUnusable(reason="kind")
    if not text.strip(f'{_MARKS}" \r\n'):
        return
    csv.field_size_limit(len(text) + 1)
    table = _table(text.splitlines(keepends=True), _mark(text[:_SAMPLE]))
    yield from tables("", _counted(rows(_bounded(table, unread)), found))


def _table(lines: list[str], mark: str) -> Iterator[list[str]]:
    """Yield the rows; from a quotation mark on that is never closed each line is one, or the rest would be one cell."""
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    reader = csv.reader([*lines, _END], delimiter=mark)
    start = 0
    for row in reader:
        if reader.line_num > len(lines) and row:
            yield from csv.reader(lines[start:], delimiter=mark, quoting=csv.QUOTE_NONE)
            return
        start = reader.line_num
        yield row


def _bounded(table: Iterator[list[str]], unread: Counter[str]) -> Iterator[list[str]]:
    """Yield the rows as wide as is read, and say where a row or a cell goes on."""
    for row in table:
        if any(row[_WIDEST:]) or any(len(cell) > LONGEST_CELL for cell in row):
            unread["rest"] = 1
        yield row[:_WIDEST]


def _counted(written: Iterator[str], found: Counter[str]) -> Iterator[str]:
    for row in written:
        found["rows"] += 1
        yield row


def _mark(sample: str) -> str:
    """Return the mark that stands most often in the first line that has any."""
    for line in sample.splitlines():
        most = max(_MARKS, key=line.count)
        if most in line:
            return most
    return ","
