"""HWP 5.0, a compound file of record streams: paragraphs and tables of each section.

Source: Hancom, «한글 문서 파일 형식 5.0» revision 1.3, section 4 (data records). Only what carries text is looked at.
"""

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from olefile import OleFileIO

from core.adapters.documents.pieces import pieces, rows, tables
from core.errors import FileUnusable

_SIGNATURE: Final = b"HWP Document File"
_COMPRESSED, _PASSWORD, _FOR_DISTRIBUTION, _DRM = 0x1, 0x2, 0x4, 0x10
_MOST_BYTES: Final = 100 * 2**20
_MOST_CELLS: Final = 100_000
_WIDEST: Final = 200

_PARA_HEADER, _PARA_TEXT, _CTRL_HEADER, _LIST_HEADER, _PICTURE, _TABLE = 66, 67, 71, 72, 85, 77
_TABLE_ID, _HEADER_ID, _FOOTER_ID, _COMMENT_ID = b" lbt", b"daeh", b"toof", b"tmct"
# Characters below 32 that stand alone; all others are followed by seven more that are no text (section 4.2.4).
_SINGLE: Final = {0, 10, 13, *range(24, 32)}
_SHOWN: Final = {9: "\t", 10: "\n", 24: "-", 30: " ", 31: " "}


@dataclass(frozen=True, slots=True)
class _Record:
    tag: int
    level: int
    data: bytes


def read(content: bytes, found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield the text in pieces.

    Raises:
        FileUnusable: It has a password, is protected for distribution, or is damaged.
    """
    with OleFileIO(io.BytesIO(content)) as compound:
        header = compound.openstream("FileHeader").read(256)
        if not header.startswith(_SIGNATURE):
            raise FileUnusable(reason="damaged")
        (flags,) = struct.unpack_from("<I", header, 36)
        if flags & (_PASSWORD | _DRM):
            raise FileUnusable(reason="encrypted")
        if flags & _FOR_DISTRIBUTION:
            raise FileUnusable(reason="distribution")
        for name in _sections(compound):
            data = compound.openstream(name).read()
            records = list(_records(_inflated(data) if flags & _COMPRESSED else data))
            yield from pieces(_lines(records, found, unread))


def _sections(compound: "OleFileIO[str]") -> Sequence[str]:
    names = ("/".join(entry) for entry in compound.listdir())
    numbered = ((int(match[1]), name) for name in names if (match := re.fullmatch(r"BodyText/Section(\d+)", name)))
    return [name for _, name in sorted(numbered)]


def _inflated(data: bytes) -> bytes:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    inflated = inflating.decompress(data, _MOST_BYTES)
    if inflating.unconsumed_tail:
        raise FileUnusable(reason="inflates")
    return inflated


def _records(data: bytes) -> Iterator[_Record]:
    """Yield the records of a stream: ten bits of tag, ten of level, twelve of size, or its size in four bytes more."""
    place = 0
    while place + 4 <= len(data):
        (head,) = struct.unpack_from("<I", data, place)
        place += 4
        size = head >> 20
        if size == 0xFFF:  # noqa: PLR2004 - the specification's mark of a longer record
            (size,) = struct.unpack_from("<I", data, place)
            place += 4
        if place + size > len(data):
            raise FileUnusable(reason="damaged")
        yield _Record(head & 0x3FF, (head >> 10) & 0x3FF, data[place : place + size])
        place += size


def _lines(records: Sequence[_Record], found: Counter[str], unread: Counter[str]) -> Iterator[str]:
    """Yield what the records say, a table as its rows."""
    place = 0
    while place < len(records):
        record = records[place]
        place += 1
        if record.tag == _PARA_TEXT:
            yield _text(record.data)
        elif record.tag == _PICTURE:
            unread["pictures"] += 1
        elif record.tag == _CTRL_HEADER and record.data[:4] in (_TABLE_ID, _HEADER_ID, _FOOTER_ID, _COMMENT_ID):
            end = _end(records, place, record.level)
            if record.data[:4] == _TABLE_ID:
                found["tables"] += 1
                yield from tables("", rows(_rows(records[place:end], record.level, found, unread)))
            place = end  # what stands on every page, and what is not shown, is left out


def _end(records: Sequence[_Record], place: int, level: int) -> int:
    """Return where the records below one of a level end."""
    while place < len(records) and records[place].level > level:
        place += 1
    return place


def _rows(records: Sequence[_Record], level: int, found: Counter[str], unread: Counter[str]) -> Sequence[Sequence[str]]:
    """Return the rows of a table: its cells are lists, each with its column and its row, below the table itself."""
    start = next((place for place, record in enumerate(records) if record.tag == _TABLE), len(records))
    begins = [
        place
        for place, record in enumerate(records)
        if place > start and record.tag == _LIST_HEADER and record.level == level + 1
    ]
    if len(begins) > _MOST_CELLS:
        raise FileUnusable(reason="inflates")
    table: dict[int, dict[int, str]] = {}
    for begin, end in zip(begins, [*begins[1:], len(records)], strict=True):
        column, row = struct.unpack_from("<HH", records[begin].data, 8)
        text = " ".join(_lines(records[begin + 1 : end], found, unread))
        table.setdefault(row, {})[min(column, _WIDEST)] = text
    return [[cells.get(column, "") for column in range(max(cells) + 1)] for _, cells in sorted(table.items())]


def _text(data: bytes) -> str:
    """Return the text of UTF-16 units without those that stand for controls."""
    units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
    kept, place = list[int](), 0
    while place < len(units):
        unit = units[place]
        if unit >= 32:  # noqa: PLR2004 - the first that is no control
            kept.append(unit)
        elif unit in _SHOWN:
            kept.append(ord(_SHOWN[unit]))
        place += 1 if unit >= 32 or unit in _SINGLE else 8  # noqa: PLR2004 - as above
    return struct.pack(f"<{len(kept)}H", *kept).decode("utf-16-le", "replace").strip("\n")
