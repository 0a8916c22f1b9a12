"""Announced rows: names that a word or a numbering beyond doubt declares to be the answer's columns or parts.

칸은 먹이랑 사는 곳이랑 한살이 · 서론, 원인, 대책 세 장으로 · 목차는 1) 인사말 2) 일정 · columns: weight, price, pen.
Between the names may stand commas, 이랑 or, behind such a word, blanks alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from core.privacy.korean.hangul import final
from core.prompting.understanding.announced_english import BETWEEN_ENGLISH, english_row
from core.prompting.understanding.counts import NUMBER, number
from core.prompting.understanding.name_row import NUMBER_OF_PARTS, SEGMENT, SET_SO, NameRow, is_head, is_name
from core.prompting.understanding.understanding import Demand
from core.prompting.understanding.words import LONGEST

_BETWEEN: Final = re.compile(
    r"(?![^()]{0,16}\))(?:\s?[,，·/→]\s?|\s?(?:->|>)\s?|\s[-–]\s|(?<=[가-힣])-(?=[가-힣])|(?<=[가-힣])(?:랑|하고)\s"
    r"|(?<=[가-힣]{2})(?:와|(?<![결효성경통학교]과)과)\s|\s(?:및|그리고|and|&)\s)"
)
_AND_I: Final = re.compile(
    r"(?:^|[\s가-힣])(?:먹|높|길|넓|깊|놀|종|맞|풀|벌|살|양|잡|린|걸|볶)이$"
)  # 먹이랑, not 곳이랑
_SECTIONS: Final = "목차|구성|순서|차례|소제목|챕터|안건"
_EITHER: Final = "비교 ?항목|항목|비교 ?기준|기준"
_COLUMNS: Final = "칸|컬럼|칼럼|열"
_LEAD: Final = re.compile(
    rf"(?:^|(?<=[\s,(]))(?:(?:표|보고서|글|본문)(?:의|에|는)?\s)?(?P<mark>{_SECTIONS}|{_EITHER}|{_COLUMNS})(?:\s순서)?(?:은|는|이|을|를)?"
    r"(?:\s?[:：]\s?|\s)(?=\S)"
)
_MARKED: Final = re.compile(r"[은는이을를:：]\s?$")
_ENDS: Final = re.compile(
    rf"(?:\s(?:이렇게|총|모두))?(?:\s(?P<number>{NUMBER})\s?(?:개|가지))?(?:으로|로|이고|이며|입니다|이에요|예요|이요|인데|임|정도|요)?(?:\s?(?:칸|열|순서|순)(?:으로|로)?)?"
    rf"(?:\s(?:이렇게|순서로|순으로|이 순서로|정도로?))?(?P<so>{SET_SO})(?=[\s,]|$)"
)
_TAIL: Final = re.compile(
    rf"(?:(?<=[\s,])|(?<=[가-힣]))(?P<lead>(?:이렇게|요렇게|이런 식으로|총|모두)\s?)?{NUMBER_OF_PARTS}"
    r"(?P<mark>장|챕터|항목|부분|파트|섹션|단락|문단|꼭지|절|칸|열|컬럼|칼럼|기준|단계)"
    rf"(?P<to>으로|로|이에요|예요|입니다|이요|요|임|을|이)?(?=[\s,]|$)(?P<so>{SET_SO})"
)
_IN_ORDER: Final = re.compile(r"\s순(?:서)?(?:대)?(?:으)?로$")
_OF_FILE: Final = re.compile(r"파일|시트|테이블|데이터|\b(?:csv|xlsx?|db|sql)\b", re.IGNORECASE)
_HOW_MANY: Final = re.compile(
    rf"(?<![가-힣])(?:{NUMBER})\s?(?:개의?\s?|가지\s?)?(?:장|챕터|항목|부분|파트|섹션|단락|문단|꼭지|절|단계)(?![가-힣]{{2}})"
)
_AMONG: Final = re.compile(r"^\s?(?:추가|더|빼|없|말고|제외|지우|합치|비[우워]|중|가운데|까지)")
_LINE_NUMBER: Final = re.compile(
    r"(?:^|(?<=[\s:：,(은는]))\(?(?P<at>[1-9])[.)](?![0-9])\s?|(?P<ring>[①-⑨])\s?", re.MULTILINE
)
_NUMBERED_LEAD: Final = re.compile(
    rf"(?:{_SECTIONS}|항목|sections?|outline|agenda|order|parts)\S{{0,3}}\s?[:：]?\s?$", re.IGNORECASE
)
_NUMBERED_TAIL: Final = re.compile(
    r"(?:\s?(?:이렇게|요렇게|이런 식으로|이 순서|순서?(?:대)?(?:으)?로"
    rf"|(?:으)?로\s(?:나눠|나누|구성|써|작성|진행|정리)|in this order)요?)\s?(?P<so>{SET_SO})",
    re.IGNORECASE,
)
_TEXT_HEADS: Final = re.compile(
    r"^(?:서론|도입|배경|목적|현황|문제점?|원인|대책|해결 ?방안|개선안|기대 ?효과|결론|제언|본론|마무리|시사점|한계"
    r"|intro(?:duction)?|background|current (?:state|situation)|overview|summary|conclusions?|pros|cons|risks?"
    r"|next steps|recommendations?|results?|findings|methods?|discussion|problem|solution|goals?|budget|timeline"
    r"|analysis|outlook)$",
    re.IGNORECASE,
)
_KINDS: Final = dict.fromkeys(("칸", "열", "컬럼", "칼럼", "기준"), Demand.COLUMNS) | {"항목": Demand.OTHER}
_ALONE: Final = frozenset({"장", "절", "단계", "문단", "단락", "부분"})
_QUANTITY: Final = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?=(?:인|일|차|년|월|주|개월|박|회|순위|위|학년)(?=\s|[가-힣]))"
)  # 1인 가격
_MODIFIER: Final = re.compile(r"^[가-힣]{1,4}[은는]\s(?=[가-힣]{1,6}$)")  # 버티는 무게
_FEWEST, _PAIR = 3, 2
_PLAIN_WORD: Final = 8  # letters of a name in a row that has blanks alone between


@lru_cache(maxsize=8)  # one brief asks for the same texts several times; more would only keep what people wrote
def announced_rows(text: str) -> tuple[NameRow, ...]:
    """Return the rows of a text that are announced, none of which meets another."""
    return tuple(_apart(text))


def _apart(text: str) -> Iterator[NameRow]:
    end = 0
    for row in sorted((*_numbered(text), *_in_segments(text)), key=lambda row: row.start):
        if row.start >= end:
            yield row
            end = row.end


def number_said(said: str) -> str:
    """Return the words of a row that say how many names it has, as they stand: 일곱 장."""
    found = [each.group() for each in _HOW_MANY.finditer(said)]
    return found[-1] if found else ""


def _in_segments(text: str) -> Iterator[NameRow]:
    for segment in SEGMENT.finditer(text):
        said = segment.group()
        if len(said) > LONGEST:
            continue
        if row := _led(said) or _closed(said) or english_row(said) or _bare(said):
            at = segment.start()
            yield NameRow(row.names, row.called, row.start + at, row.end + at, is_announced=True)


def _row(names: tuple[str, ...], called: Demand, span: tuple[int, int]) -> NameRow:
    return NameRow(names, called, *span, is_announced=True)


def _called(mark: str) -> Demand:
    mark = mark.replace(" ", "").removeprefix("비교")
    return _KINDS.get(mark, Demand.SECTIONS)


def split_names(text: str) -> list[str]:
    """Return the names in a text, whatever stands between them but for blanks."""
    parts = []
    at = 0
    for found in _BETWEEN.finditer(text):
        part = text[at : found.start()]
        parts.append(_without_i(part) if found.group().strip() == "랑" else part)
        at = found.end()
    return [each for part in (*parts, text[at:]) if (each := part.strip(" '‘’\"“”,"))]


def _without_i(name: str) -> str:
    """Return a name that stood before 랑 without the 이 that belongs to it: 사는 곳이."""
    joins = name.endswith("이") and len(name) > 1 and final(name[-2]) and not _AND_I.search(name)
    return name[:-1] if joins else name


def _led(said: str) -> NameRow | None:
    """Return a row behind the word that announces it: 기준은 무게 가격 펜."""
    for lead in _LEAD.finditer(said):
        called, behind = _called(lead["mark"]), said[lead.end() :]
        is_compound = lead.start() > 0 and not _MARKED.search(lead.group())  # 회계연도 기준 아니고
        if is_compound or _OF_FILE.search(said[: lead.start()]):
            continue
        cut = _end_of(behind)
        if cut is None:
            continue
        names, end = cut
        is_apart = len(names) > 1 or " " not in behind[:end]
        fewest = _PAIR if called is not Demand.SECTIONS and _BETWEEN.search(behind[:end]) else _FEWEST
        is_apart = is_apart and (lead["mark"] != "구성" or any(map(is_head, names)))  # 구성은 초코, 바닐라, 딸기
        if is_apart and len(names) >= fewest and not _AMONG.match(behind[end:]):
            return _row(names, called, (lead.start(), lead.end() + end))
    return None


def _end_of(behind: str) -> tuple[tuple[str, ...], int] | None:
    """Return the names that a text begins with, and where what belongs to them ends."""
    pieces = split_names(behind)
    if len(pieces) > 1:
        last_at = behind.rfind(pieces[-1])
        before = tuple(pieces[:-1])
        words = [found.end() for found in re.finditer(r"\S+", pieces[-1])][:_FEWEST]
    else:
        before, last_at, words = (), 0, [found.end() for found in re.finditer(r"\S+", behind)]
    if not all(map(is_plain_name, before)):
        return None
    cuts = {at for word in words for at in (word, *_stems_of(behind[last_at : last_at + word]))}
    for cut in sorted(cuts):
        tail = _ENDS.match(behind, last_at + cut)
        is_over = tail is not None and (not behind[tail.end() :].strip(" ,)") or bool(tail.group().strip()))
        if not tail or not is_over:
            continue
        last = behind[last_at : last_at + cut].strip()
        names = (*before, last) if before else tuple(last.split())
        if len(names) < _PAIR or (tail["number"] and number(tail["number"]) != len(names)):  # 질문 3개
            continue
        if not before and any(len(name) > _PLAIN_WORD for name in names):
            return None
        if all(map(is_plain_name, names)):
            return names, tail.end()
    return None


def _stems_of(text: str) -> Iterator[int]:
    """Yield where the last word of a text may end before its ending: 예산 in 예산으로."""
    found = re.search(r"(?:으로|로|이고|이며|입니다|이에요|예요|이요|인데|칸|열)$", text)
    if found and found.start():
        yield found.start()
        if found.group() == "로" and text[: found.start()].endswith("으"):
            yield found.start() - 1


def _closed(said: str) -> NameRow | None:
    """Return a row before the word that says what it is: 개요, 시장, 전략 세 부분으로."""
    for tail in _TAIL.finditer(said):
        count, called = number(tail["number"]), _called(tail["mark"])
        is_sure = bool(count or tail["lead"])
        if tail["mark"] in _ALONE and not is_sure:
            continue
        is_over = (is_sure or called is Demand.COLUMNS) and not said[tail.end() :].strip(" ,")
        is_thing = (tail["to"] or "") in {"을", "이"} and not tail["so"].strip()  # 영수증 세 장을 첨부했어요
        if is_thing or not (tail["to"] or tail["so"].strip() or is_over):
            continue
        if _AMONG.match(said[tail.end() :]) or _AMONG.match(tail["so"]):
            continue
        before = _IN_ORDER.sub("", said[: tail.start()].rstrip(" ,"))
        names = _counted_names(before, count, is_columns=called is Demand.COLUMNS)
        fewest = _PAIR if called is Demand.COLUMNS else _FEWEST
        if len(names) >= fewest and all(map(is_plain_name, names)):
            return _row(names, called, (before.rfind(names[0], 0, before.rfind(names[1])), tail.end()))
    return None


def _counted_names(before: str, count: int | None, *, is_columns: bool) -> tuple[str, ...]:
    """Return the names that a text ends with, so many where that is said."""
    pieces = split_names(before)
    if len(pieces) == 1 and count:
        words = pieces[0].split()
        return tuple(words[-count:]) if len(words) >= count >= _FEWEST else ()
    if len(pieces) < _PAIR:
        return ()
    if count and count < len(pieces):
        return tuple(pieces[-count:])
    if count and count != len(pieces):
        return ()
    others = pieces[1:]
    bad = next((at for at in range(len(others) - 1, -1, -1) if not is_plain_name(others[at])), None)
    if bad is not None:
        pieces = others[bad:]
        others = pieces[1:]
    first = re.split(r"[:：]\s?|(?<=[가-힣])[은는]\s|(?<=[고서데면니])\s", pieces[0])[-1].split()
    most = max((len(each.split()) for each in others), default=1)
    head = " ".join(first if is_columns and len(first) <= _PAIR else first[-most:])
    return (head, *others) if others else ()


def _numbered(text: str) -> Iterator[NameRow]:
    """Yield a row whose names are numbered: 1) 지난주 한 일 2) 이슈 3) 다음 주 할 일, 이렇게."""
    marks = list(_LINE_NUMBER.finditer(text))
    values = [int(mark["at"]) if mark["at"] else ord(mark["ring"]) - ord("①") + 1 for mark in marks]
    starts = [at for at, value in enumerate(values) if value == 1]
    for start, stop in pairwise((*starts, len(marks))):
        run = marks[start:stop]
        if values[start:stop] != list(range(1, len(run) + 1)) or len(run) < _FEWEST:
            continue
        bodies = [text[one.end() : other.start()] for one, other in pairwise(run)]
        last, end, is_closed = _last_numbered(text, run[-1].end())
        names = tuple(re.sub(r"[,.;]$", "", body.strip()).strip() for body in (*bodies, last))
        lead = _NUMBERED_LEAD.search(text[max(0, run[0].start() - 12) : run[0].start()])
        if (lead or is_closed) and all(map(is_plain_name, names)):
            begin = run[0].start() - (len(lead.group()) if lead else 0)
            yield _row(names, Demand.SECTIONS, (begin, end))


def _last_numbered(text: str, at: int) -> tuple[str, int, bool]:
    """Return the last name of a numbering, where what belongs to it ends, and whether something says what it is."""
    stop = re.compile(r"[.!?\n;]|$").search(text, at)
    line = text[at : stop.start() if stop else len(text)]
    if tail := _NUMBERED_TAIL.search(line):
        return line[: tail.start()], at + tail.end(), True
    bare = re.sub(r"(?:으로|로|이에요|예요|입니다|이요|요|임)$", "", line.rstrip())
    return bare, at + len(line), False


def is_plain_name(piece: str) -> bool:
    """Whether a piece can be a name where a word announces it: also 1인 가격, 버티는 무게."""
    plain = _QUANTITY.sub("", piece)
    return is_name(_MODIFIER.sub("", plain) or plain or piece)


def _bare(said: str) -> NameRow | None:
    """Return a row that is a whole sentence, most of its names being those of parts: intro, pros, cons, conclusion."""
    text = said.strip(" ,")
    between = BETWEEN_ENGLISH if text.isascii() else _BETWEEN
    names = tuple(each.strip() for each in between.split(re.sub(r"(?:\s?순서?)?(?:으?로|이요|요)$", "", text)))
    heads = sum(_TEXT_HEADS.match(name) is not None or is_head(name) for name in names)
    is_text = any(map(_TEXT_HEADS.match, names))
    if (
        len(names) >= _FEWEST
        and is_text
        and 2 * heads >= len(names)
        and all(len(name.split()) <= _PAIR for name in names)
    ):
        at = said.find(text)
        return _row(names, Demand.SECTIONS, (at, at + len(text)))
    return None
