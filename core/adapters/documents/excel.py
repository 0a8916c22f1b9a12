"""XLSX, read by openpyxl a row at a time: the values that the cells show.

Formulas are not computed: a cell has the value that was last saved. Links to other workbooks are not followed, macros
never looked at, hidden sheets left out.
"""

import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from core.adapters.documents.archive import opened
from core.adapters.documents.pieces import rows, tables

# A number that is shown with zeros before it, and perhaps hyphens in it, as telephone and employee numbers are.
_PADDED: Final = re.compile(r"0[0-]*0")
_WIDEST: Final = 200


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the sheets' tables in pieces."""
    with opened(content) as archive:
        unread["macros"] = "xl/vbaProject.bin" in archive.namelist()
        unread["pictures"] = sum(name.startswith("xl/media/") for name in archive.namelist())
        unread["charts"] = sum(name.startswith("xl/charts/chart") for name in archive.namelist())
    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            unread["hidden"] += 1
            continue
        found["sheets"] += 1
        sheet.reset_dimensions()  # what it says of its size may be anything
        yield from tables(sheet.title, _rows(sheet, found))


def _rows(sheet: ReadOnlyWorksheet, found: Counter[str]) -> Iterator[str]:
    for row in rows(_shown(row[:_WIDEST]) for row in sheet.rows):
        found["rows"] += 1
        yield row


def _shown(row: Sequence[Any]) -> list[str]:
    return [_written(cell.value, getattr(cell, "number_format", "General")) for cell in row]


def _written(value: object, number_format: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, number_format)
        case dt.datetime():
            is_day = value.time() == dt.time()
            return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
        case _:
            return str(value)


def _number(value: float, number_format: str) -> str:
    if number_format.endswith("%"):
        return f"{value * 100:.15g}%"
    if _PADDED.fullmatch(number_format) and value == int(value) and value >= 0:
        return _padded(int(value), number_format)
    return f"{value:.15g}"


def _padded(value: int, number_format: str) -> str:
    """Return a number with the zeros and hyphens of its format: 1023456789 as 000-0000-0000 is 010-2345-6789."""
    zeros = number_format.count("0")
    if value >= 10**zeros:
        return str(value)
    digits = iter(f"{value:0{zeros}d}")
    return "".join(next(digits) if mark == "0" else mark for mark in number_format)
