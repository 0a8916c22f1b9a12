"""Rows of names: what the person calls the columns, parts or fields of the answer, one behind the other.

요일 / 주메뉴 / 반찬 칸 있으면 좋겠고 · Why / What / How tested 순서 · 항목/금액/비율/메모. The words beside a row
say what it names; without any, only names that tables are headed with are sure to be no facts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from core.prompting.understanding.counts import NUMBER
from core.prompting.understanding.understanding import Demand, Requirement
from core.prompting.understanding.words import LONGEST
from core.values.choices import Form

_SEGMENT: Final = re.compile(r"(?:[^.!?\n;ㅋㅎㅠㅜ]|\.(?=\S))+")
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
_SET_SO: Final = (
    r"(?:\s?(?:있으면|있었으면|있어야|들어가(?:게|면|야)|나오게|나눠서?|나누고|나누어|구성해서?|정리해서?|정리하고"
    r"|만들어서?|작성해서?|고쳐서?|고치고|바꿔서?|바꾸고|다듬어서?|다듬고|써서?|쓰고|적어서?|적고|뽑아서?|짜서?|채워서?|맞춰서?|해서?|하고|부탁\S{0,6}|필요\S{0,4}|표로?)"
    r"(?:\s?(?:줘|주|좋|돼|되|됨|됩|함|드려|드립|부탁|해)\S{0,8}){0,2}(?=[\s,]|$)){0,2}"
)
_TAIL: Final = re.compile(
    rf"^(?:[을를이가](?=\s?(?:{_MARK})))?\s?(?:이렇게|이런 ?식으로|총|모두)?\s?"
    rf"(?:(?:{NUMBER})\s?(?:(?:개|가지)(?:요|임|입니다|이에요|예요)?(?=[\s으로]|$)|(?={_MARK})))?\s?"
    rf"(?P<mark>{_MARK})?(?P<to>으로|로|은|는|이|가|을|를|대로)?(?=[\s,]|$)(?P<so>{_SET_SO})"
)
# A column or two beside those that there are, one that goes, those that sort things, or what a file consists of.
_NO_ROW: Final = re.compile(
    r"^(?:도|까지)?\s?(?:\S+\s)?(?:추가|더|붙|빼|지우|지워|없애|없이|제외|말고)|^(?:도|중|가운데)(?:에서?)?(?:\s|$)"
    r"|^(?:이|으로|로)?\s?(?:인데|이고|있(?!으면|었으면|게|어야|도록)|되어|돼\s?있|구성(?:돼|되)|이루어)"
)
_OF_FILE: Final = re.compile(r"파일|시트|테이블|데이터|\b(?:csv|xlsx?|db|sql)\b", re.IGNORECASE)
_HEADS: Final = re.compile(
    r"(?:날짜|일자|요일|일시|시간|시각|기간|기한|마감|장소|위치|주소|이동|비용|금액|가격|값|단가|요금|예산|합계|비율|수량"
    r"|개수|분량|양|비고|메모|특이사항|항목|구분|분류|종류|이름|품명|품목|제품|모델|메뉴|반찬|재료|내용|설명|뜻|예문|예시"
    r"|발음|활동|할 ?일|담당자?|역할|상태|진행|진도|단계|목표|실적|결과|성과|원인|이유|까닭|근거|문제점?|이슈|대책|조치"
    r"|해결|개선점?|방법|조건|방향|계획|일정|결정|사항|현황|배경|경과|서론|본론|결론|요약|장점|단점|특징|차이점?|대안|기준"
    r"|점수|평가|의견|피드백|질문|답변?|정답|해설|번호|순위|횟수|세트|무게|크기|연락처|부서|직급|소속|알레르기|준비물"
    r"|유의점|인사|소개|마무리|제목|부제|본문|회기|전주대비|증감률?"
    r"|date|time|day|place|cost|price|amount|name|item|notes?|owner|status|result|reason|action|step|summary|background)s?$"
    r"|^(?:why|what|how)\b",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"(?:^|\s)['‘「]|[0-9{}\"“”:=,，]|\S(?:(?<![넣먹적읽찾])을|를|에서|에게|한테|하고|해서|인데|라서|니까)(?:\s|$)|\S[은는](?:\s(?!점|것|곳|때|법|말|일|사람|까닭|이유|질문)|$)|\S(?:고|지|서|면|며)\s"
    r"|[가-힣](?:니다|어요|해요|예요|세요|줘|지만|려고|[으하되있]면|[있없했었았겠같싶]음|됨|[하되있없주쓰]고)(?:\s|$)"
)
_OF_TEXT: Final = re.compile(r"목차|구성|서론|본론|결론|머리말|맺음말")  # what a table lays out in its rows
_TABLE: Final = re.compile(r"(?<![가-힣])표(?:로|에|를|\s)|\btable\b", re.IGNORECASE)
_CUT: Final = re.compile(
    rf"(?:[을를이가]?\s?(?:{_MARK})|으로|로)(?=\s|,|$)|[을를이가]?\s?(?:칸|컬럼|순서?)(?=[가-힣]{{1,2}}(?:\s|$))"
)
_LOOSE: Final = re.compile(r"[가-힣]\s|\s[가-힣]")  # 장소 미정: more than a name
_ORDERED: Final = re.compile(r"\s?순서?(?:대)?로\s*$")  # 가설-자료수집-분석-한계 순서로, and no more
_MADE: Final = re.compile(r"만들|작성|써|쓰|적|정리|나눠|나누|보고|구성|짜")
_ENDED: Final = re.compile(r"[가-힣]고\s?,?$|(?:칸|열|컬럼|순서|목차|항목|표)(?:으?로)?\s?,?$")  # a clause, or a note
_UNIT: Final = re.compile(r"\s?\([^()]*\)$|(?<=[가-힣])\s[0-9]{1,2}(?:개|가지)$")
_EACH: Final = re.compile(r"(?:^|\s)(?P<row>\S{1,8}마다\s(?P<name>[^\s].{0,15}))$")  # 장마다 제목
_TOPIC: Final = re.compile(r"\S(?:은|는|:)\s(?P<name>[^\s].{0,15})$")  # Answer는 원인 후보
_OF_EACH: Final = re.compile(r"\S{1,8}마다\s")
_NUMBERED: Final = re.compile(r"\s([0-9]{1,2})(?:개|가지)")
_PARTICLES: Final = " 은는이가을를"
_WORDS: Final = 3
_LETTERS: Final = 16
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class NameRow:
    """Names in a row, what the words beside it call them (none: `OTHER`), and where all of it stands in the text."""

    names: tuple[str, ...]
    called: Demand
    start: int
    end: int

    @property
    def is_of_heads(self) -> bool:
        """Whether half of the names are such as tables and texts are divided by."""
        return 2 * sum(_HEADS.search(_bare(name)) is not None for name in self.names) >= len(self.names)


def take_rows(text: str, form: Form | str) -> tuple[tuple[Requirement, ...], str]:
    """Return the rows of a text that name what an answer in this form consists of, and the text without them."""
    found = _naming(text, form)
    wanted = ((demand, row.names, text[row.start : row.end].strip(" ,")) for row, demand in found)
    rows = tuple(Requirement(said, said, demand, names, is_row=True) for demand, names, said in wanted)
    return rows, _without(text, (row for row, _ in found))


def without_rows(text: str, form: Form | str) -> str:
    """Return a text without the rows that are sentences or clauses of their own; what is cut from one breaks it."""
    return _without(text, (row for row, _ in _naming(text, form) if _is_apart(row, text)))


def _naming(text: str, form: Form | str) -> list[tuple[NameRow, Demand]]:
    return [(row, demand) for row in rows_in(text) if (demand := _named_by(row, form, text))]


def _without(text: str, rows: Iterable[NameRow]) -> str:
    for row in sorted(rows, key=lambda row: -row.start):
        text = f"{text[: row.start].rstrip()}\n{text[row.end :].lstrip(' ,.')}"
    return text.strip("\n")


def _is_apart(row: NameRow, text: str) -> bool:
    """Whether a row begins its sentence, and what follows can stand without it: …칸으로 하고 담당은 비워 주세요."""
    whole = next(found for found in _SEGMENT.finditer(text) if found.start() <= row.start < found.end())
    is_first = not text[whole.start() : row.start].strip()
    return is_first and (not text[row.end : whole.end()].strip(" ,") or _ENDED.search(text[: row.end]) is not None)


def _named_by(row: NameRow, form: Form | str, text: str) -> Demand | None:
    """Return what a row of a text names in an answer of this form; none where that is not sure."""
    is_called = row.called is not Demand.OTHER
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


def rows_in(text: str) -> Iterator[NameRow]:
    """Yield the rows of names in a text, one of each sentence at most."""
    for segment in _SEGMENT.finditer(text):
        if len(segment.group()) <= LONGEST:
            found = (_row(segment.group(), separator) for separator in _SEPARATORS)
            if row := next(filter(None, found), None):
                yield replace(row, start=row.start + segment.start(), end=row.end + segment.start())


def _row(segment: str, separator: re.Pattern[str]) -> NameRow | None:
    """Return the row of names that stand apart by a separator; none where there is no sure one."""
    spans = [0, *(at for found in separator.finditer(segment) for at in found.span()), len(segment)]
    pieces = [(segment[start:end], start) for start, end in zip(spans[::2], spans[1::2], strict=True)]
    first = 0
    for last in range(_FEWEST - 1, len(pieces)):
        while first < last and not all(map(_is_name, (piece for piece, _ in pieces[first + 1 : last]))):
            first += 1
        is_over = last + 1 == len(pieces) or not _is_name(pieces[last][0])
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
        is_loose = has_commas or (_LOOSE.search(last) and not _HEADS.search(last))
        return None if called is Demand.OTHER and is_loose else row
    is_made = _MADE.search(behind, len(last)) or (not has_commas and _ORDERED.match(behind, len(last)))
    is_outline = called is Demand.SECTIONS and (lead == "목차" or (not lead and is_made))
    return row if is_outline or called is Demand.COLUMNS else None


def _first(piece: str) -> tuple[int, str, str]:
    """Return where the row begins in its first piece, the word that announces it (칸은), and its first name."""
    found = _LEAD.search(piece)
    if found and _is_name(found["name"]):
        return found.start("row"), found["mark"], found["name"].strip()
    if (told := _EACH.search(piece.rstrip())) and _is_name(told["name"]):
        return told.start("row"), "", told["name"]
    told = _TOPIC.search(piece.rstrip())
    last = told["name"] if told and _is_name(told["name"]) else piece.strip().rpartition(" ")[2]
    name = piece.strip() if _is_name(piece) else last
    return piece.rfind(name), "", name if _is_name(name) else ""


def _last(piece: str, *, is_led: bool, is_plain: bool) -> tuple[str, str, int]:
    """Return the last name, the word behind it that says what the row is, and where the row ends in its last piece.

    With commas (`is_plain`) a word that says what the row is must have a particle: 체크칸 위주 is none.
    """
    words = [found.end() for found in re.finditer(r"\S+", piece)][:_WORDS]
    for cut in sorted({*words, *(found.start() for found in _CUT.finditer(piece))}):
        name, tail = piece[:cut].strip(), _TAIL.match(piece[cut:])
        if tail is None or not _is_name(name):
            continue
        is_over = not piece[cut + tail.end() :].strip(" ,")
        is_marked = tail["mark"] and (tail["to"] or tail["so"] or not is_plain)
        if is_marked or is_over or (is_led and (tail["to"] or tail["so"])):
            return name, tail["mark"] or "", cut + tail.end()
    if is_led and words and _is_name(piece[: words[0]]):
        return piece[: words[0]].strip(), "", words[0]
    return "", "", 0


def _is_name(piece: str) -> bool:
    name = _bare(piece.strip())
    return 0 < len(name) <= _LETTERS and len(name.split()) <= _WORDS and not _NO_NAME.search(name)


def _bare(name: str) -> str:
    """Return a name without its unit or number: 밥양(g), 특징 3개."""
    return _UNIT.sub("", name)
