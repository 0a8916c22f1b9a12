"""Text and Markdown in the encodings of Korean offices, and what only calls itself text."""

import gzip
import unicodedata

import pytest

from core.adapters.documents.reader import LARGEST_MB
from tests.core.adapters.documents.reading import read, refused
from tests.fakes.documents import compound, picture, zipped

_MINUTES = "회의 자료\n다음 주 화요일"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(_MINUTES.encode(), _MINUTES, id="utf-8"),
        pytest.param(f"\ufeff{_MINUTES}".encode(), _MINUTES, id="utf-8 with a mark"),
        pytest.param(_MINUTES.encode("cp949"), _MINUTES, id="cp949"),
        pytest.param("똠방각하 펲시콜라".encode("cp949"), "똠방각하 펲시콜라", id="cp949 beyond euc-kr"),
        pytest.param(_MINUTES.encode("utf-16"), _MINUTES, id="utf-16"),
        pytest.param(b"\xfe\xff" + _MINUTES.encode("utf-16-be"), _MINUTES, id="utf-16, the other way round"),
        pytest.param(unicodedata.normalize("NFD", _MINUTES).encode(), _MINUTES, id="letters taken apart"),
        pytest.param(b"a\r\n\r\n\r\n\r\nb\x07", "a\n\nb", id="blank lines and a bell"),
        pytest.param(b"old\rMac\rlines", "old\nMac\nlines", id="carriage returns"),
        pytest.param("메모 🙂‍↕️ 끝".encode(), "메모 🙂↕️ 끝", id="an emoji"),
        pytest.param("회의 자료".encode()[:-1], "회의 자", id="cut within a letter"),
        pytest.param(
            ("가" * 5_000).encode(), "\n\n".join(["가" * 2_000] * 2 + ["가" * 1_000]), id="a line without end"
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "회의록.TXT", "메모"])
def test_a_text_is_read(content: bytes, expected: str, name: str) -> None:
    assert read(content, name) == (expected, {}, {})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("# 제목\n\n본문", "# 제목\n\n본문"),
        ("- 하나\n- 둘", "- 하나\n- 둘"),
        ("| 월 | 매출 |\n|---|---|\n| 3월 | 120 |", "| 월 | 매출 |\n|---|---|\n| 3월 | 120 |"),
        ("```python\nprint(1)\n```", "```python\nprint(1)\n```"),
        ("![그림](http://127.0.0.1:9/a.png)", "![그림](http://127.0.0.1:9/a.png)"),
        ("[링크](https://example.com/x)", "[링크](https://example.com/x)"),
        ("---\ntitle: 회의\n---\n본문", "---\ntitle: 회의\n---\n본문"),
        ("본문<!-- 메모 -->", "본문<!-- 메모 -->"),
        ("첫 줄  \n둘째 줄", "첫 줄\n둘째 줄"),
        ("> 인용\n\n***\n\n끝", "> 인용\n\n***\n\n끝"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
def test_a_markdown_file_is_read_as_it_was_written(content: str, expected: str, encoding: str) -> None:
    assert read(content.encode(encoding), "a.md") == (expected, {}, {})


_REFUSED = [
    pytest.param(b"", "no_text", id="nothing"),
    pytest.param(b" \n \n\t", "no_text", id="blank"),
    pytest.param(b"\x7fELF\0\0", "kind", id="a program"),
    pytest.param("회의".encode("utf-16-le"), "kind", id="utf-16 without its mark"),
    pytest.param(b"\x81\xff\xff\x80", "kind", id="no encoding at all"),
    pytest.param(picture().read(), "picture", id="a picture"),
    pytest.param(b"\xff\xd8\xff\xe0 JFIF", "picture", id="a photograph"),
    pytest.param(gzip.compress(b"log"), "archive", id="gzip"),
    pytest.param(b"Rar!\x1a\x07\x01\0", "archive", id="rar"),
    pytest.param(b"7z\xbc\xaf\x27\x1c\0\x04", "archive", id="7z"),
    pytest.param(zipped({"a.txt": "in an archive"}), "archive", id="zip"),
    pytest.param(b"{\\rtf1 text}", "older", id="rtf"),
    pytest.param(b"HWP Document File V3.00 \x1a", "older", id="hwp 3"),
    pytest.param(compound({"Workbook": b"x"}), "older", id="xls"),
    pytest.param(b"a" * (LARGEST_MB * 2**20 + 1), "size", id="too big"),
]


@pytest.mark.parametrize(("content", "reason"), _REFUSED)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_is_refused(content: bytes, reason: str, name: str) -> None:
    assert refused(content, name) == reason
