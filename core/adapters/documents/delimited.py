"""CSV and TSV: rows parted by comma, semicolon, tab or |."""

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Final

from core.adapters.documents.pieces import rows, tables
from core.adapters.documents.plain import decoded

_MARKS: Final = ",;\t|"
_SAMPLE: Final = 10_000


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:  # noqa: ARG001 - all formats'
    """Yield the table in pieces."""
    text = decoded(content)
    lines = text.splitlines(keepends=True)
    csv.field_size_limit(len(text) + 1)
    reader = csv.reader(lines, delimiter=_mark(text[:_SAMPLE]), strict=False)
    yield from tables("", _counted(rows(reader), found))


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
