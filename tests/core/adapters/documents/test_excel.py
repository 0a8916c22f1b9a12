"""XLSX and CSV: tables as offices keep them."""

import datetime as dt
import re

import pytest
from openpyxl.workbook import Workbook

from core.adapters.documents.reader import FileReader
from core.adapters.presidio.needs import Sought
from core.adapters.presidio.recognizers.column import below
from core.errors import FileUnusable
from core.privacy.text import RawText
from tests.core.adapters.documents.reading import read, refused
from tests.fakes.documents import changed, compound, excel, first, sheet, zipped


def titled(workbook: Workbook) -> None:
    first(workbook).title = "명단"
    first(workbook).append(["이름", "사번"])
    first(workbook).append(["한지민", "2024-0117"])
    workbook.create_sheet("빈 시트")
    workbook.create_sheet("둘째").append(["가"])


def hidden(workbook: Workbook) -> None:
    first(workbook).append(["보임"])
    other = workbook.create_sheet("비밀")
    other.append(["숨김"])
    other.sheet_state = "veryHidden"


def formats(workbook: Workbook) -> None:
    cells = first(workbook)
    cells.append([1023456789, 0.25, 17, _DAY, _DAY + dt.timedelta(hours=9, minutes=30), 0.1 + 0.2, True])
    for place, number_format in (("A1", "000-0000-0000"), ("B1", "0%"), ("C1", "00000")):
        cells[place].number_format = number_format


def sparse(workbook: Workbook) -> None:
    first(workbook)["A1"] = "첫 칸"
    first(workbook)["XFD1"] = "너무 멀리"
    first(workbook)["B5000"] = "아래"


def merged(workbook: Workbook) -> None:
    first(workbook).append(["합친 제목", None, "끝"])
    first(workbook).merge_cells("A1:B1")


def linked(workbook: Workbook) -> None:
    first(workbook).append(["값", '=WEBSERVICE("http://127.0.0.1:9/")'])
    first(workbook)["A1"].hyperlink = "http://127.0.0.1:9/"


_DAY = dt.datetime(2026, 3, 2)  # noqa: DTZ001 - cells hold no time zone
_TOP = "# Sheet\n"


@pytest.mark.parametrize(
    ("content", "text", "found", "unread"),
    [
        (sheet(["품목", "수량"], ["볼펜", 12]), f"{_TOP}| 품목 | 수량 |\n| 볼펜 | 12 |", {"sheets": 1, "rows": 2}, {}),
        (sheet(["가|나", " 여러\n줄 "]), f"{_TOP}| 가/나 | 여러 줄 |", {"sheets": 1, "rows": 1}, {}),
        (sheet([], ["", None], ["끝"]), f"{_TOP}| 끝 |", {"sheets": 1, "rows": 1}, {}),
        (
            excel(titled),
            "# 명단\n| 이름 | 사번 |\n| 한지민 | 2024-0117 |\n\n# 둘째\n| 가 |",
            {"sheets": 3, "rows": 3},
            {},
        ),
        (excel(hidden), f"{_TOP}| 보임 |", {"sheets": 1, "rows": 1}, {"hidden": 1}),
        (
            excel(formats),
            f"{_TOP}| 010-2345-6789 | 25% | 00017 | 2026-03-02 | 2026-03-02 09:30 | 0.3 | TRUE |",
            {"sheets": 1, "rows": 1},
            {},
        ),
        (excel(sparse), f"{_TOP}| 첫 칸 |\n| | 아래 |", {"sheets": 1, "rows": 2}, {}),
        (excel(merged), f"{_TOP}| 합친 제목 | | 끝 |", {"sheets": 1, "rows": 1}, {}),
        (excel(linked), f"{_TOP}| 값 |", {"sheets": 1, "rows": 1}, {}),
        (
            changed(sheet(["가"]), {"xl/vbaProject.bin": b"Sub"}),
            f"{_TOP}| 가 |",
            {"sheets": 1, "rows": 1},
            {"macros": 1},
        ),
        (
            changed(sheet(["가"]), {"xl/media/image1.png": b""}),
            f"{_TOP}| 가 |",
            {"sheets": 1, "rows": 1},
            {"pictures": 1},
        ),
    ],
)
def test_a_workbook_is_read(content: bytes, text: str, found: dict[str, int], unread: dict[str, int]) -> None:
    assert read(content, "a.xlsx") == (text, found, unread)


_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_DIMENSION = f'{_SHEET}<dimension ref="A1:XFD1048576"/><sheetData>%s</sheetData></worksheet>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (sheet(["가"])[:700], "damaged"),
        (sheet(), "no_text"),
        (changed(sheet(["가"]), {"xl/workbook.xml": "<workbook"}), "damaged"),
        (changed(sheet(["가"]), {"xl/worksheets/sheet1.xml": _DIMENSION % ""}), "no_text"),
        (
            changed(sheet(["가"]), {"xl/worksheets/sheet1.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]>" + _DIMENSION % "&a;"}),
            "damaged",
        ),
        (zipped({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "older"),
        (compound({"EncryptedPackage": b"x"}), "encrypted"),
        (compound({"Workbook": b"x"}), "older"),
        (b"<html><table><tr><td>name</td></tr></table></html>", "misnamed"),
    ],
)
def test_a_workbook_is_refused(content: bytes, reason: str) -> None:
    assert refused(content, "a.xlsx") == reason


def test_a_workbook_that_inflates_is_refused() -> None:
    files = {f"xl/{number}.xml": b"" for number in range(10_001)}
    assert refused(changed(sheet(["가"]), files), "a.xlsx") == "inflates"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("이름,사번\n한지민,2024-0117".encode(), "| 이름 | 사번 |\n| 한지민 | 2024-0117 |"),
        ("이름,사번\n한지민,2024-0117".encode("cp949"), "| 이름 | 사번 |\n| 한지민 | 2024-0117 |"),
        ("\ufeff이름;사번\r\n한지민;1".encode(), "| 이름 | 사번 |\n| 한지민 | 1 |"),
        ("이름\t사번\n한지민\t1".encode("utf-16"), "| 이름 | 사번 |\n| 한지민 | 1 |"),
        (b'a,"b, c"\n"d ""e""",f', '| a | b, c |\n| d "e" | f |'),
        (b'a,"two\nlines"', "| a | two lines |"),
        (b"only\none\ncolumn", "| only |\n| one |\n| column |"),
        (b"a,b\n\n,,\nc,d\n", "| a | b |\n| c | d |"),
        (b"a,b,c\nd\ne,f,g,h", "| a | b | c |\n| d |\n| e | f | g | h |"),
        ("이름,팀\n한지민,영업".encode()[:-1], "| 이름 | 팀 |\n| 한지민 | 영 |"),
        (b"name,note\na,=1+1\nb,@SUM(A1)\nc,+82-10", "| name | note |\n| a | =1+1 |\n| b | @SUM(A1) |\n| c | +82-10 |"),
        (b'a,"=HYPERLINK(""http://x.example"")"', '| a | =HYPERLINK("http://x.example") |'),
        (b'a,"never closed\nb,c', '| a | "never closed |\n| b | c |'),
        (b'"a\n\nb,c\n', '| "a |\n| b | c |'),
        (b'a,"x, y"\nb,"', '| a | x, y |\n| b | " |'),
    ],
)
def test_a_csv_is_read(content: bytes, text: str) -> None:
    assert read(content, "명단.csv") == (text, {"rows": text.count("\n") + 1}, {})


def test_a_quotation_mark_that_is_never_closed_swallows_no_row() -> None:
    text, found, _ = read(b'name,"team\n' + b"a,b\n" * 3_000, "a.csv")
    assert found == {"rows": 3_001}
    assert text.count("| a | b |") == 3_000


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        pytest.param(b"a,b\n" + b"x" * 1_000_000 + b",2\n3,4\n", "| 3 | 4 |", id="a cell without end"),
        pytest.param(b'a,b\n"' + b"x,\n" * 300_000 + b'",2\n3,4\n', "| 3 | 4 |", id="one within quotation marks"),
        pytest.param(b"1," * 100_000 + b"1\n3,4\n", "| 3 | 4 |", id="a row without end"),
    ],
)
def test_of_a_csv_without_end_some_is_read_and_the_rest_is_told(content: bytes, kept: str) -> None:
    text, _, unread = read(content, "a.csv")
    assert text.endswith(kept)
    assert len(text) < 5_000
    assert unread == {"rest": 1}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_text"),
        (b",,\n,,", "no_text"),
        (b",,,\n\t\t\n;;;\n", "no_text"),
        (b'"",""\n', "no_text"),
        (b"\n\n", "no_text"),
        (b"\xef\xbb\xbf", "no_text"),
        (b"a,\0b", "misnamed"),
        (b"a,b\n1,2\n" + b"\0" * 512, "misnamed"),
        ("이름,팀".encode("utf-16-le"), "misnamed"),
        ("이름,팀".encode("utf-16-be"), "misnamed"),
        ("이름,팀".encode("utf-32"), "misnamed"),
        ("café,b".encode("latin-1"), "misnamed"),
        (b"\x81\xff\xff\x80,a", "misnamed"),
        (b"\x7fELF\2\1\1\0", "misnamed"),
        (b"<!DOCTYPE html><html><body><td>a</td>", "misnamed"),
        (b"\xef\xbb\xbf\r\n <TABLE><tr><td>a, b</td></tr></TABLE>", "misnamed"),
        (b"<?xml version='1.0'?><Workbook/>", "misnamed"),
        (b"{\\rtf1 a, b}", "misnamed"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08\0", "archive"),
        (zipped({"a.csv": "a,b"}), "archive"),
        (compound({"Workbook": b"x"}), "older"),
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.TSV"])
def test_a_csv_is_refused(content: bytes, reason: str, name: str) -> None:
    assert refused(content, name) == reason


def test_what_only_calls_itself_csv_is_to_be_saved_as_excel_names_it() -> None:
    with pytest.raises(FileUnusable) as caught:
        FileReader().extract("이름,팀".encode("utf-16-le"), RawText("한지민.CSV"))
    assert caught.value.details == {"reason": "misnamed", "old": ".csv", "new": "CSV UTF-8"}


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_each_piece_of_a_long_table_has_its_head(name: str) -> None:
    rows = [["이름", "사번"], *([f"직원{number}", f"2024-{number:04}"] for number in range(900))]
    content = "\n".join(map(",".join, rows)).encode() if name == "a.csv" else sheet(*rows)
    text, found, _ = read(content, name)
    pieces = text.split("\n\n")
    assert len(pieces) > 5
    assert all("| 이름 | 사번 |" in piece for piece in pieces)
    assert found["rows"] == 901


def test_columns_are_columns_to_masking() -> None:
    text, _, _ = read(sheet(["이름", "사번"], ["한지민", "2024-0117"]), "a.xlsx")
    assert [text[start:end] for start, end in below(text, Sought(re.compile("사번")))] == ["2024-0117"]
