"""HWP 5.0 and HWPX: what Hancom's word processor writes."""

import struct

import pytest

from tests.core.adapters.documents.reading import read, refused
from tests.fakes.documents import (
    compound,
    hwp,
    hwp_paragraph,
    hwp_record,
    hwp_table,
    hwpx,
    hwpx_table,
    zipped,
)

_TABLE = (("이름", "사번"), ("한지민", "2024-0117"))
_ROWS = "| 이름 | 사번 |\n| 한지민 | 2024-0117 |"


def control(kind: bytes, *inner: bytes) -> bytes:
    """Return the records of a paragraph with a control that holds a list of paragraphs."""
    return (
        hwp_record(66, 0, b"\0" * 22)
        + hwp_record(71, 1, kind + b"\0" * 8)
        + hwp_record(72, 2, b"\0" * 8)
        + b"".join(inner)
    )


def text_of(units: str) -> bytes:
    return hwp_record(66, 0, b"\0" * 22) + hwp_record(67, 1, units.encode("utf-16-le"))


_FIELD = "\x03kl\0\0\0\0\x03" + "사내 위키" + "\x04kl\0\0\0\0\x04"


@pytest.mark.parametrize(
    ("content", "text", "found", "unread"),
    [
        (hwp(hwp_paragraph("회의록"), hwp_paragraph("둘째")), "회의록\n둘째", {}, {}),
        (hwp(hwp_paragraph("압축 없음"), flags=0), "압축 없음", {}, {}),
        (hwp(hwp_paragraph("앞"), hwp_table(*_TABLE), hwp_paragraph("뒤")), f"앞\n\n{_ROWS}\n뒤", {"tables": 1}, {}),
        (hwp(hwp_table(("밖", "")) + hwp_table(("안",), level=3)), "| 밖 | / 안 / |", {"tables": 2}, {}),
        (hwp(text_of("탭\t\0\0\0\0\0\0\t뒤\n새 줄\x1e빈칸\x18줄표")), "탭 뒤\n새 줄 빈칸-줄표", {}, {}),
        (hwp(text_of(_FIELD)), "사내 위키", {}, {}),
        (hwp(control(b"daeh", hwp_paragraph("머리말", 2)), hwp_paragraph("본문")), "본문", {}, {}),
        (hwp(control(b"  nf", hwp_paragraph("각주", 2)), hwp_paragraph("본문")), "각주\n본문", {}, {}),
        (hwp(hwp_paragraph("본문"), hwp_record(85, 3, b"\0" * 78)), "본문", {}, {"pictures": 1}),
        (hwp(hwp_paragraph("가" * 5_000)), "가" * 2_000 + "\n\n" + "가" * 2_000 + "\n\n" + "가" * 1_000, {}, {}),
        (
            hwp(hwp_paragraph("첫 절"), flags=0, streams={"BodyText/Section1": hwp_paragraph("둘째 절")}),
            "첫 절\n\n둘째 절",
            {},
            {},
        ),
    ],
)
def test_a_hwp_is_read(content: bytes, text: str, found: dict[str, int], unread: dict[str, int]) -> None:
    assert read(content, "a.hwp") == (text, found, unread)


_PLAIN = hwp(hwp_paragraph("본문"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (_PLAIN[:700], "damaged"),
        (hwp(), "no_text"),
        (hwp(hwp_paragraph("본문"), flags=3), "encrypted"),
        (hwp(hwp_paragraph("본문"), flags=0x11), "encrypted"),
        (hwp(hwp_paragraph("본문"), flags=5), "distribution"),
        (hwp(b"\xff" * 60, flags=0), "damaged"),
        (hwp(struct.pack("<I", 67 | 0xFFE << 20), flags=0, streams={"BodyText/Section1": b"\xff" * 4_096}), "damaged"),
        (hwp(hwp_record(71, 1, b" lbt"), hwp_record(77, 2, b""), hwp_record(72, 2, b""), flags=0), "damaged"),
        (compound({"FileHeader": b"HWP Document File", "BodyText/Section0": b""}), "no_text"),
        (compound({"FileHeader": b"something else", "BodyText/Section0": b""}), "damaged"),
        (b"HWP Document File V3.00 \x1a\1\2\3\4\5", "older"),
        (b"<html>Sign in</html>", "misnamed"),
    ],
)
def test_a_hwp_is_refused(content: bytes, reason: str) -> None:
    assert refused(content, "a.hwp") == reason


def test_a_hwp_that_inflates_is_refused() -> None:
    assert refused(hwp(hwp_record(67, 1, b"\0" * 110_000_000)), "a.hwp") == "inflates"


_DELETED = '앞<hp:deleteBegin Id="1"/>지운 것<hp:deleteEnd Id="1"/>뒤'
_HEADER = (
    "<hp:ctrl><hp:header><hp:subList><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:subList></hp:header>"
    "</hp:ctrl><hp:t>본문</hp:t>"
)
_NOTE = _HEADER.replace("hp:header", "hp:footNote").replace("머리말", "각주")
_MERGED = hwpx_table(("합침", "끝")).replace("</hp:subList>", '</hp:subList><hp:cellSpan colSpan="2" rowSpan="1"/>', 1)


@pytest.mark.parametrize(
    ("content", "text", "found", "unread"),
    [
        (hwpx("회의록", "둘째"), "회의록\n둘째", {}, {}),
        (hwpx("앞", hwpx_table(*_TABLE), "뒤"), f"앞\n\n{_ROWS}\n뒤", {"tables": 1}, {}),
        (hwpx(_MERGED), "| 합침 | | 끝 |", {"tables": 1}, {}),
        (hwpx(hwpx_table(("밖", hwpx_table(("안",))))), "| 밖 | / 안 / |", {"tables": 2}, {}),
        (hwpx("탭<hp:tab/>뒤<hp:lineBreak/>새 줄<hp:nbSpace/>빈칸"), "탭 뒤\n새 줄 빈칸", {}, {}),
        (hwpx(_DELETED), "앞뒤", {}, {}),
        (hwpx(_HEADER), "본문", {}, {}),
        (hwpx(_NOTE), "본문\n각주", {}, {}),
        (hwpx("본문", "<hp:pic/>"), "본문", {}, {"pictures": 1}),
        (hwpx("본문", more={"Scripts/headersScripts": "x"}), "본문", {}, {"macros": 1}),
        (
            hwpx(
                "첫 절",
                more={
                    f"Contents/section{n}.xml": f'<s xmlns:hp="p"><hp:p><hp:t>{n}</hp:t></hp:p></s>' for n in (10, 2)
                },
            ),
            "첫 절\n\n2\n\n10",
            {},
            {},
        ),
    ],
)
def test_a_hwpx_is_read(content: bytes, text: str, found: dict[str, int], unread: dict[str, int]) -> None:
    assert read(content, "a.hwpx") == (text, found, unread)


_LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x><p><t>&b;</t></p></x>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x><p><t>&a;</t></p></x>'


def section(content: str) -> bytes:
    return zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": content})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (hwpx("본문")[:200], "damaged"),
        (hwpx(""), "no_text"),
        (zipped({"mimetype": "application/hwp+zip"}), "no_text"),
        (section("<x"), "damaged"),
        (section(_LAUGHS), "damaged"),
        (section(_OUTSIDE), "damaged"),
        (section("<p>" * 200_000 + "</p>" * 200_000), "damaged"),
        (hwpx("본문", more={"META-INF/manifest.xml": "<m><odf:encryption-data/></m>"}), "encrypted"),
        (zipped({"a.txt": "본문"}), "archive"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "older"),
        (b"<html>Sign in</html>", "misnamed"),
    ],
)
def test_a_hwpx_is_refused(content: bytes, reason: str) -> None:
    assert refused(content, "a.hwpx") == reason


def test_a_hwpx_that_inflates_is_refused() -> None:
    assert refused(section(f"<x>{' ' * 110_000_000}</x>"), "a.hwpx") == "inflates"
