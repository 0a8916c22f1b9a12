"""Documents of every kind, written here: good ones by the libraries that people's programs use, or byte by byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence

import docx
import openpyxl
import pptx
from docx.document import Document
from fpdf import FPDF
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx.presentation import Presentation

_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF


def pdf(*pages: str) -> bytes:
    """Return a PDF of these pages, in Latin letters."""
    document = FPDF()
    document.set_font("Helvetica", size=11)
    for page in pages:
        document.add_page()
        document.multi_cell(0, 5, page)
    return bytes(document.output())


def word(write: Callable[[Document], object]) -> bytes:
    """Return a DOCX that `write` has written into."""
    document, out = docx.Document(), io.BytesIO()
    write(document)
    document.save(out)
    return out.getvalue()


def excel(write: Callable[[Workbook], object]) -> bytes:
    """Return an XLSX that `write` has written into."""
    workbook, out = openpyxl.Workbook(), io.BytesIO()
    write(workbook)
    workbook.save(out)
    return out.getvalue()


def first(workbook: Workbook) -> Worksheet:
    """Return the sheet that a new workbook has."""
    assert isinstance(workbook.active, Worksheet)
    return workbook.active


def sheet(*rows: Sequence[object]) -> bytes:
    """Return an XLSX of one sheet of these rows."""

    def write(workbook: Workbook) -> None:
        for row in rows:
            first(workbook).append(list(row))

    return excel(write)


def powerpoint(write: Callable[[Presentation], object]) -> bytes:
    """Return a PPTX that `write` has written into."""
    presentation, out = pptx.Presentation(), io.BytesIO()
    write(presentation)
    presentation.save(out)
    return out.getvalue()


def slides(*texts: str) -> bytes:
    """Return a PPTX of slides with these titles."""

    def write(presentation: Presentation) -> None:
        for text in texts:
            slide = presentation.slides.add_slide(presentation.slide_layouts[5])
            slide.shapes.title.text = text

    return powerpoint(write)


def picture() -> io.BytesIO:
    """Return a PNG of one black point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return an archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, files: Mapping[str, bytes | str]) -> bytes:
    """Return an archive with these files put in, or in the place of those there are."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()} | dict(files))


def hwpx(*paragraphs: str, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """Return a HWPX whose section holds these paragraphs: text, or elements of OWPML where they begin with <."""
    body = "".join(map(_hwpx_paragraph, paragraphs))
    names = (
        'xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
    )
    section = f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {names}>{body}</hs:sec>'
    return zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": section} | dict(more or {}))


def hwpx_table(*rows: Sequence[str]) -> str:
    """Return a table of OWPML, for `hwpx`."""

    def cell(text: str) -> str:
        return f"<hp:tc><hp:subList>{_hwpx_paragraph(text)}</hp:subList></hp:tc>"

    written = "".join(f"<hp:tr>{''.join(map(cell, row))}</hp:tr>" for row in rows)
    return f"<hp:tbl>{written}</hp:tbl>"


def _hwpx_paragraph(text: str) -> str:
    run = text if text.startswith("<") else f"<hp:t>{text}</hp:t>"
    return f"<hp:p><hp:run>{run}</hp:run></hp:p>"


def hwp(*records: bytes, flags: int = 1, streams: Mapping[str, bytes] | None = None) -> bytes:
    """Return a HWP 5.0 whose section holds these records, compressed as its `flags` say."""
    body = b"".join(records)
    if flags & 1:
        squeeze = zlib.compressobj(wbits=-15)
        body = squeeze.compress(body) + squeeze.flush()
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05000300, flags)
    return compound({"FileHeader": header.ljust(256, b"\0"), "BodyText/Section0": body} | dict(streams or {}))


def hwp_record(tag: int, level: int, data: bytes) -> bytes:
    """Return a record of a HWP stream."""
    size = min(len(data), 0xFFF)
    head = struct.pack("<I", tag | level << 10 | size << 20)
    return head + (struct.pack("<I", len(data)) if size == 0xFFF else b"") + data


def hwp_paragraph(text: str, level: int = 0) -> bytes:
    """Return the records of a paragraph."""
    return hwp_record(66, level, b"\0" * 22) + hwp_record(67, level + 1, f"{text}\r".encode("utf-16-le"))


def hwp_table(*rows: Sequence[str], level: int = 1) -> bytes:
    """Return the records of a paragraph that holds a table."""
    anchor = struct.pack("<8H", 11, 0x6C20, 0x7462, 0, 0, 0, 0, 11) + "\r".encode("utf-16-le")
    records = hwp_record(66, level - 1, b"\0" * 22) + hwp_record(67, level, anchor)
    records += hwp_record(71, level, b" lbt" + b"\0" * 40)
    records += hwp_record(77, level + 1, struct.pack("<IHH", 0, len(rows), len(rows[0])))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cell = struct.pack("<HHIHHHH", 1, 0, 0, column, row, 1, 1)
            records += hwp_record(72, level + 1, cell.ljust(46, b"\0")) + hwp_paragraph(text, level + 1)
    return records


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file ([MS-CFB], version 3) of streams, `Folder/Stream` or `Stream`, of 4,096 bytes at least."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = ["Root LibraryEntry", *dict.fromkeys(name.split("/")[0] for name in streams)]
    entries += [name for name in streams if "/" in name]

    def placed(data: bytes) -> int:
        padded = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
        first, count = len(sectors), len(padded) // _SECTOR
        sectors.extend(padded[place : place + _SECTOR] for place in range(0, len(padded), _SECTOR))
        table.extend([*range(first + 1, first + count), _END])
        return first

    starts = {name: (placed(data), max(4096, len(data))) for name, data in streams.items()}
    tops = [number for number, name in enumerate(entries) if number and "/" not in name]

    def entry(number: int, name: str) -> bytes:
        children = tops if not number else [n for n, each in enumerate(entries) if each.startswith(f"{name}/")]
        siblings = (
            tops
            if "/" not in name
            else [
                n
                for n, each in enumerate(entries)
                if each.split("/")[0] == name.split("/", maxsplit=1)[0] and "/" in each
            ]
        )
        after = next((n for n in siblings if n > number), _NONE) if number else _NONE
        start, size = starts.get(name, (_END if not number else 0, 0))
        kind = 5 if not number else 2 if name in starts else 1
        text = name.rsplit("/", 1)[-1].encode("utf-16-le") + b"\0\0"
        links = struct.pack("<III", _NONE, after, children[0] if children else _NONE)
        head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
        return head + links + b"\0" * 36 + struct.pack("<IQ", start, size)

    directory = b"".join(entry(number, name) for number, name in enumerate(entries))
    first_directory = placed(directory.ljust(-(-len(directory) // _SECTOR) * _SECTOR, b"\0"))
    count = -(-(len(table) + 1) // (_SECTOR // 4 - 1))
    fat = [*table, *[_FAT] * count]
    fat += [_FREE] * (count * _SECTOR // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, count, first_directory, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *(len(table) + n if n < count else _FREE for n in range(109)))
    return header + b"".join(sectors) + struct.pack(f"<{len(fat)}I", *fat)
