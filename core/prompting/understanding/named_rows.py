"""Rows of names: what the person calls the columns, parts or fields of the answer, one behind the other.

요일 / 주메뉴 / 반찬 칸 있으면 좋겠고 · Why / What / How tested 순서 · 항목/금액/비율/메모. The words beside a row
say what it names; without any, only names that tables are headed with are sure to be no facts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from core.prompting.understanding.announced_rows import announced_rows
from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.name_row import MOST_WORDS, SEGMENT, SET_SO, NameRow, is_head, is_name
from core.prompting.understanding.understanding import Demand, Requirement
from core.prompting.understanding.words import LONGEST
from core.values.choices import Form

_OUTSIDE: Final = r"(?![^()]{0,12}\))"  # 취소여부(Y/N) is one name
_SEPARATORS: Final = (
    *(
        re.compile(rf"\s?{mark}\s?{_OUTSIDE}")
        for mark in (
            "/",
            "(?:→|->)",
            "·",
            "(?<=[^-])>",
            "(?<=[가-힣])-(?=[가-힣])",
            r"(?<=[가-힣)])\s[-–](?=\s[가-힣])",
        )
    ),
    re.compile(rf"\s?[,，]\s?(?![0-9]{{3}}){_OUTSIDE}"),
)
_COMMA: Final = _SEPARATORS[-1]
_MARKS: Final = {
    Demand.COLUMNS: (
        r"칸|컬럼|칼럼|(?<![가-힣A-Z])열(?!\s?(?:자|글자|개|가지|번|명|줄|살|시|문[제장]|곡|장|단어)(?![가-힣]))"
    ),
    Demand.SECTIONS: r"순서|목차|구성|순(?=으로|대로|$)",
    Demand.OTHER: r"항목",
}
_MARK: Final = "|".join(_MARKS.values())
_LEAD: Final = re.compile(
    rf"(?:^|\s)(?P<row>(?:표(?:의|에)?\s?)?(?P<mark>{_MARK})(?:은|는|이|을|를|으로)?(?:\s?[:：]|\s)(?P<name>.{{1,60}}))$"
)
_TAIL: Final = re.compile(
    rf"^(?:[을를이가](?=\s?(?:{_MARK})))?\s?(?:이렇게|이런 ?식으로|총|모두)?\s?"
    rf"(?:(?:{NUMBER})\s?(?:(?:개|가지)(?:요|임|입니다|이에요|예요)?(?=[\s으로]|$)|(?={_MARK})))?\s?"
    rf"(?P<mark>{_MARK})?(?P<to>으로|로|은|는|이|가|을|를|대로)?(?=[\s,]|$)(?P<so>{SET_SO})"
)
# A column or two beside those that there are, one that goes, those that sort things, or what a file consists of.
_NO_ROW: Final = re.compile(
    r"^(?:도|까지)?\s?(?:\S+\s)?(?:추가|더|붙|빼|지우|지워|없애|없이|제외|말고)|^(?:도|중|가운데)(?:에서?)?(?:\s|$)"
    r"|^(?:이|으로|로)?\s?(?:인데|이고|있(?!으면|었으면|게|어야|도록)|되어|돼\s?있|구성(?:돼|되)|이루어)"
)
_OF_FILE: Final = re.compile(r"파일|시트|테이블|데이터|\b(?:csv|xlsx?|db|sql)\b", re.IGNORECASE)
_ASKED_ALONE: Final = re.compile(r"[가-힣A-Za-z]{2}$(?<![은는을를의고데면와])(?<![해라에아어]서)")
_TABLE_FORM: Final = re.compile(r"표(?![가-힣])|표(?:로|에)|\btable\b", re.IGNORECASE)
_OF_TEXT: Final = re.compile(r"목차|구성|서론|본론|결론|머리말|맺음말")  # what a table lays out in its rows
_TABLE: Final = re.compile(r"(?<![가-힣])표(?:로|에|를|\s)|\btable\b", re.IGNORECASE)
_CUT: Final = re.compile(
    rf"(?:[을를이가]?\s?(?:{_MARK})|으로|로)(?=\s|,|$)|[을를이가]?\s?(?:칸|컬럼|순서?)(?=[가-힣]{{1,2}}(?:\s|$))"
)
_LOOSE: Final = re.compile(r"[가-힣]\s|\s[가-힣]")  # 장소 미정: more than a name
_ORDERED: Final = re.compile(r"\s?순서?(?:대)?로\s*$")  # 가설-자료수집-분석-한계 순서로, and no more
_MADE: Final = re.compile(r"만들|작성|써|쓰|적|정리|나눠|나누|보고|구성|짜")
_ENDED: Final = re.compile(r"[가-힣]고\s?,?$|(?:칸|열|컬럼|순서|목차|항목|표)(?:으?로)?\s?,?$")  # a clause, or a note
_EACH: Final = re.compile(r"(?:^|\s)(?P<row>\S{1,8}마다\s(?P<name>[^\s].{0,15}))$")  # 장마다 제목
_TOPIC: Final = re.compile(r"\S(?:은|는|:)\s(?P<name>[^\s].{0,15})$")  # Answer는 원인 후보
_OF_EACH: Final = re.compile(r"\S{1,8}마다\s")
_NUMBERED: Final = re.compile(r"\s([0-9]{1,2})(?:개|가지)")
_PARTICLES: Final = " 은는이가을를"
_FEWEST: Final = 3


def take_rows(text: str, form: Form | str) -> tuple[tuple[Requirement, ...], str]:
    """Return the rows of a text that name what an answer in this form consists of, and the text without them."""
    found = _naming(text, form)
    wanted = ((demand, row.names, text[row.start : row.end].strip(" ,")) for row, demand in found)
    rows = tuple(Requirement(said, said, demand, names, is_row=True) for demand, names, said in wanted)
    return rows, _without(text, (row for row, _ in found))


def without_rows(text: str, form: Form | str) -> str:
    """Return a text without the rows that are sentences or clauses of their own; what is cut from one breaks it."""
    return _without(text, (row for row, _ in _naming(text, form) if _is_apart(row, text)))


def without_last_row(text: str, form: Form | str) -> str:
    """Return a request without the row that it ends with, if what stands before it can be asked for alone."""
    for row, _ in _naming(text, form):
        before = text[: row.start].rstrip(" ,:：-–(")
        if row.is_announced and not text[row.end :].strip(" .!~)") and _ASKED_ALONE.search(before):
            return before
    return text


def _naming(text: str, form: Form | str) -> list[tuple[NameRow, Demand]]:
    return [(row, demand) for row in rows_in(text) if (demand := _named_by(row, form, text))]


def _without(text: str, rows: Iterable[NameRow]) -> str:
    for row in sorted(rows, key=lambda row: -row.start):
        text = f"{text[: row.start].rstrip()}\n{text[row.end :].lstrip(' ,.')}"
    return text.strip("\n")


def _is_apart(row: NameRow, text: str) -> bool:
    """Whether a row begins its sentence, and what follows can stand without it: …칸으로 하고 담당은 비워 주세요."""
    whole = next(found for found in SEGMENT.finditer(text) if found.start() <= row.start < found.end())
    is_first = not text[whole.start() : row.start].strip()
    return is_first and (not text[row.end : whole.end()].strip(" ,") or _ENDED.search(text[: row.end]) is not None)


def _named_by(row: NameRow, form: Form | str, text: str) -> Demand | None:
    """Return what a row of a text names in an answer of this form; none where that is not sure."""
    is_called = row.called is not Demand.OTHER
    if row.is_announced:
        return _announced_as(row, form)
    if form not in {Form.TABLE, Form.CODE} and _OF_EACH.match(text, row.start):
        return Demand.COLUMNS
    if form is Form.TABLE:
        is_of_text = row.called is Demand.SECTIONS and _OF_TEXT.search(text[row.start : row.end]) is not None
        is_columns = row.called is Demand.COLUMNS or (row.is_of_heads and not is_of_text)
        return Demand.COLUMNS if is_columns else None
    if form is Form.LIST:
        return row.called if is_called else None
    if form in {Form.PROSE, Form.REPORT} and row.called is not Demand.COLUMNS and not _TABLE.search(text):
        return Demand.SECTIONS if is_called or row.is_of_heads else None
    return None


def _announced_as(row: NameRow, form: Form | str) -> Demand | None:
    """Return what a row that is announced names in an answer of this form."""
    if form is Form.TABLE or (not isinstance(form, Form) and _TABLE_FORM.search(form)):
        return Demand.COLUMNS if row.called is not Demand.SECTIONS or row.is_of_heads else None
    if form is Form.LIST:
        return Demand.SECTIONS if row.called is Demand.OTHER else row.called
    if form is Form.CODE or row.called is Demand.COLUMNS:
        return None
    return Demand.SECTIONS


def rows_in(text: str) -> Iterator[NameRow]:
    """Yield the rows of names in a text: those that are announced, then one of each other sentence at most."""
    announced = announced_rows(text)
    yield from announced
    for segment in SEGMENT.finditer(text):
        is_taken = any(row.start < segment.end() and segment.start() < row.end for row in announced)
        if len(segment.group()) <= LONGEST and not is_taken:
            found = (_row(segment.group(), separator) for separator in _SEPARATORS)
            if row := next(filter(None, found), None):
                yield replace(row, start=row.start + segment.start(), end=row.end + segment.start())


def _row(segment: str, separator: re.Pattern[str]) -> NameRow | None:
    """Return the row of names that stand apart by a separator; none where there is no sure one."""
    spans = [0, *(at for found in separator.finditer(segment) for at in found.span()), len(segment)]
    pieces = [(segment[start:end], start) for start, end in zip(spans[::2], spans[1::2], strict=True)]
    first = 0
    for last in range(_FEWEST - 1, len(pieces)):
        while first < last and not all(map(is_name, (piece for piece, _ in pieces[first + 1 : last]))):
            first += 1
        is_over = last + 1 == len(pieces) or not is_name(pieces[last][0])
        if is_over and last - first + 1 >= _FEWEST:
            row = _read(pieces[first : last + 1], has_commas=separator is _COMMA)
            if row:
                return row
    return None


def _read(pieces: list[tuple[str, int]], *, has_commas: bool) -> NameRow | None:
    """Return a row from its pieces: the first may have a sentence before its name, the last one behind it."""
    (before, at), (behind, from_) = pieces[0], pieces[-1]
    start, lead, name = _first(before)
    last, mark, end = _last(behind, is_led=bool(lead), is_plain=has_commas)
    number = _NUMBERED.match(behind[len(last) :]) if last else None
    is_of_all = number and int(number[1]) == len(pieces) and not any(_NUMBERED.search(each) for each, _ in pieces[:-1])
    if number and not is_of_all:  # 자주 묻는 질문 4개 is a part; 제목/본문/결론 3개 counts them
        last += number.group()
    after = behind[end:].lstrip()
    is_other = _OF_FILE.search(before[:start]) or any(
        map(_NO_ROW.search, (behind[len(last) :].lstrip(_PARTICLES), after))
    )
    if not name or not last or is_other:
        return None
    said = lead or mark
    called = next((demand for demand, marks in _MARKS.items() if said and re.fullmatch(marks, said)), Demand.OTHER)
    if called is Demand.SECTIONS and re.match(_MARKS[Demand.COLUMNS], after):  # 가격 순서로 칸을 나눠
        called = Demand.COLUMNS
    row = NameRow((name, *(piece.strip() for piece, _ in pieces[1:-1]), last), called, at + start, from_ + end)
    if row.is_of_heads:
        is_loose = has_commas or (_LOOSE.search(last) and not is_head(last))
        return None if called is Demand.OTHER and is_loose else row
    is_made = _MADE.search(behind, len(last)) or (not has_commas and _ORDERED.match(behind, len(last)))
    is_outline = called is Demand.SECTIONS and (lead == "목차" or (not lead and is_made))
    return row if is_outline or called is Demand.COLUMNS else None


def _first(piece: str) -> tuple[int, str, str]:
    """Return where the row begins in its first piece, the word that announces it (칸은), and its first name."""
    found = _LEAD.search(piece)
    if found and is_name(found["name"]):
        return found.start("row"), found["mark"], found["name"].strip()
    if (told := _EACH.search(piece.rstrip())) and is_name(told["name"]):
        return told.start("row"), "", told["name"]
    told = _TOPIC.search(piece.rstrip())
    last = told["name"] if told and is_name(told["name"]) else piece.strip().rpartition(" ")[2]
    name = piece.strip() if is_name(piece) else last
    return piece.rfind(name), "", name if is_name(name) else ""


def _last(piece: str, *, is_led: bool, is_plain: bool) -> tuple[str, str, int]:
    """Return the last name, the word behind it that says what the row is, and where the row ends in its last piece.

    With commas (`is_plain`) a word that says what the row is must have a particle: 체크칸 위주 is none.
    """
    words = [found.end() for found in re.finditer(r"\S+", piece)][:MOST_WORDS]
    for cut in sorted({*words, *(found.start() for found in _CUT.finditer(piece))}):
        name, tail = piece[:cut].strip(), _TAIL.match(piece[cut:])
        if tail is None or not is_name(name):
            continue
        is_over = not piece[cut + tail.end() :].strip(" ,")
        is_marked = tail["mark"] and (tail["to"] or tail["so"] or not is_plain)
        if is_marked or is_over or (is_led and (tail["to"] or tail["so"])):
            return name, tail["mark"] or "", cut + tail.end()
    if is_led and words and is_name(piece[: words[0]]):
        return piece[: words[0]].strip(), "", words[0]
    return "", "", 0
