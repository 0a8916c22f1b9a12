"""PDFs that were made to do harm: each ends in a sentence or a text, within the time and the memory there is."""

import zlib
from collections.abc import Callable

import pytest

from tests.core.adapters.documents.reading import read, refused

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def document(objects: dict[int, bytes], trailer: bytes = b"", root: int = 1) -> bytes:
    """Write a PDF of numbered objects with a cross-reference table."""
    content, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        content += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(places) + 1
    content += b"trailer\n<< /Size %d /Root %d 0 R %b >>\nstartxref\n%d\n%%%%EOF" % (size, root, trailer, start)
    return bytes(content)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), extra, data)


def one_page(contents: bytes, resources: bytes = b"<< /Font << /F1 5 0 R >> >>", **more: bytes) -> bytes:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources %b >>" % resources,
        4: contents,
        5: _FONT,
    }
    return document(objects | {int(name[1:]): body for name, body in more.items()})


def inflates() -> bytes:
    return one_page(stream(zlib.compress(b" " * 150_000_000, 9), b"/Filter /FlateDecode"))


def inflates_and_inflates() -> bytes:
    data = b" " * 120_000_000
    for _ in range(4):
        data = zlib.compress(data, 9)
    return one_page(stream(data, b"/Filter [/FlateDecode /FlateDecode /FlateDecode /FlateDecode]"))


def tree_without_end() -> bytes:
    depth = 20_000
    nodes = {
        number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(2, depth)
    }
    leaf = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (depth - 1)
    return document({1: b"<< /Type /Catalog /Pages 2 0 R >>", **nodes, depth: leaf})


def tree_in_a_circle() -> bytes:
    return document(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
            3: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 /Parent 2 0 R >>",
        }
    )


def tables_in_a_circle() -> bytes:
    start = document({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"})
    place = int(start.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return start.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d" % place)


def one_page_thirty_thousand_times() -> bytes:
    return document(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%b] /Count 30000 >>" % (b"3 0 R " * 30_000),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        }
    )


def many_objects() -> bytes:
    return document(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [] /Count 0 >>",
            **dict.fromkeys(range(3, 60_000), b"<<>>"),
        }
    )


def brackets_without_end() -> bytes:
    return document({1: b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * 200_000 + b"]" * 200_000 + b" >>", 2: b"<<>>"})


def form_that_draws_itself() -> bytes:
    form = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
    return one_page(stream(b"/X Do"), b"<< /XObject << /X 6 0 R >> >>", _6=form)


def characters_without_number() -> bytes:
    ranges = b"begincmap\n1 beginbfrange\n<00000000> <FFFFFFFF> <0041>\nendbfrange\nendcmap"
    font = _FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    return one_page(stream(b"BT /F1 9 Tf (a) Tj ET"), _5=font, _6=stream(ranges))


def says_it_is_long() -> bytes:
    return one_page(b"<< /Length 99999999999 >>\nstream\nBT ET\nendstream")


def objects_in_a_stream_that_holds_itself() -> bytes:
    inner = stream(b"6 0 ", b"/Type /ObjStm /N 99999999 /First 4 /Extends 6 0 R")
    return one_page(stream(b"BT ET"), _6=inner)


def test_what_they_are_made_with_makes_good_ones_too() -> None:
    assert read(one_page(stream(b"BT /F1 9 Tf (hello) Tj ET")), "a.pdf")[0] == "hello"


@pytest.mark.parametrize(
    "bomb",
    [
        inflates,
        inflates_and_inflates,
        tree_without_end,
        tree_in_a_circle,
        tables_in_a_circle,
        one_page_thirty_thousand_times,
        many_objects,
        brackets_without_end,
        form_that_draws_itself,
        characters_without_number,
        says_it_is_long,
        objects_in_a_stream_that_holds_itself,
    ],
)
def test_it_harms_nobody(bomb: Callable[[], bytes]) -> None:
    assert refused(bomb(), "a.pdf") in {"damaged", "no_text", "slow"}
