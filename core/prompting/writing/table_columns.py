"""Columns: what a table has, from the person's words where they name it, else from the intent."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product, Shape, Texts
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.answer_size import stages_in
from core.prompting.understanding.understanding import Demand, Requirement, Understanding
from core.prompting.writing.answer_headings import in_answer, language_of, locale_of
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.list_items import OF_SOURCE
from core.prompting.writing.overruled_lines import named, says_count
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import MOST_ROWS, table_of
from core.prompting.writing.told_things import things_in
from core.values.locale import Locale

_OPTIONS: Final = "{options}"
_HEADS: Final = re.compile(
    r"이름|항목|번호|날짜|구분|가게|제품|대상|원문|조항|사람|요일|시간|[가-힣]명$|^반$|메뉴|품목|부서|단계|회기|안건|업체|name|item|date|^day$|no\.|client",
    re.IGNORECASE,
)
# Of things that are compared, hours and menus are what they are compared by.
_HEADS_COMPARED: Final = re.compile(
    r"이름|항목|구분|가게|제품|모델|대상|업체|[가-힣]명$|품목|name|item|product|model", re.IGNORECASE
)
_OF_WEEKS: Final = re.compile(r"[0-9] ?주|주차(?:별|마다)|매주|주간|학기|커리큘럼|진도")  # else 주차 is parking
_SORTED_BY: Final = re.compile(
    r"([가-힣A-Za-z]{1,12}/[가-힣A-Za-z]{1,12}?)(?=과|와|이랑|랑|으로|로|,|\s|$)|([가-힣]{2,6})별로"
)
_BUDGET: Final = re.compile(r"예산|비용|경비|값|금액|요금|쓸 돈|드는 돈|budget|cost|price", re.IGNORECASE)
_SUM: Final = re.compile(r"[0-9백천만]\s?(?:원|만|천|달러|엔)|[$€£]\s?[0-9]")
_CLASSIFIES: Final = re.compile(r"분류|나눠|나누|categor|classif", re.IGNORECASE)
_COLUMN: Final = re.compile(r"칸|컬럼|(?<![가-힣])열|column", re.IGNORECASE)  # 세 칸으로 나눠
_ASKED: Final = re.compile(
    r"(?<!\S)(?:누가|누구에게|언제(?:까지|부터)?|무엇을|뭘|어디서|어디에|왜|어떻게|얼마(?:나|에)?)(?!\S)"
)
_LISTED: Final = re.compile(r"[가-힣A-Za-z]{2,12}(?:, ?[가-힣A-Za-z]{2,12}?){1,7}(?=이고|이며|[은는이가과와,. ]|$)")
_BETWEEN: Final = re.compile(r", ?")
_LAID_OUT: Final = re.compile(
    r"(?P<by>[가-힣A-Za-z]{1,8})별(?:\((?P<among>[^()]{1,60})\))?로\s(?P<told>[^.,\n]{2,60}?)[을를]\s"
    r"(?:구분|나눠|나누|정리|표시|적|보여|알려|비교|나열|구별)"
)
_BETWEEN_TOLD: Final = re.compile(r"(?<=[가-힣])(?:과|와|이랑|랑|하고)\s|,\s?|\s및\s|\s그리고\s")
_VERSUS: Final = re.compile(
    r"(?P<one>[가-힣A-Za-z0-9]{1,14}) (?:vs\.?|VS\.?|대) (?P<other>[가-힣A-Za-z0-9]{1,14})(?!\S)"
)
_CLAUSE: Final = re.compile(r"^[ \t]{0,8}(제\s?[0-9]{1,3}조(?:의[0-9])?\s?(?:\([^()\n]{1,20}\))?)", re.MULTILINE)
_FEW_LETTERS: Final = 10  # characters of a condition that can head a row
_LONGEST_NAME: Final = 16  # characters of a column's name
_ROOM_FOR_ALL: Final = 200  # characters to which a short answer has grown
_SHORT_COLUMNS: Final = 3  # a cell of one word each is all that a short answer has room for


def table_lines(
    shape: Shape, brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say what the columns and rows are, and draw the table where the columns are known."""
    locale = understanding.locale
    names, is_named, is_whole = _names(shape, understanding, amount)
    rows = _rows(understanding, is_named=is_named) or clauses_in(brief.reference or "")
    if set(rows) & set(names):  # 비용, 보안, 관리 기준으로: what is compared by is no row as well
        rows = ()
    names = in_answer(names, _ours(shape), understanding, language)
    if names and not is_whole:
        yield phrase(locale, "format.columns_among", columns=" | ".join(names))
    if rows and (not is_whole or len(rows) > MOST_ROWS):
        yield phrase(locale, "format.rows", rows=", ".join(rows))
    elif not rows and (whole := _counted(understanding)):
        yield phrase(locale, "format.rows_count", count=whole)
    if amount.is_short:
        yield phrase(locale, "format.cells_short")
    if names and is_whole:
        yield from table_of(names, rows, has_sample=not amount.is_short)
    if is_whole and not is_named and (last := _last_row(names, understanding)):
        name = phrase(locale_of(understanding, language), f"format.{last}")
        if last == "choice" and not rows and not _counted(understanding):
            yield phrase(locale, "format.rows_told", head=names[0], told=_conditions(understanding))
        yield phrase(locale, "format.last_row", name=name)
    if said := language_of("rows" if rows else "columns", (*names, *rows), understanding, language) if names else "":
        yield said


def clauses_in(reference: str) -> tuple[str, ...]:
    """Return the clauses of an agreement, each by its name: 제4조(검수)."""
    found = tuple(dict.fromkeys(match.strip() for match in _CLAUSE.findall(reference)))
    return found if len(found) > 1 else ()


def _conditions(understanding: Understanding) -> str:
    """Return the conditions that are told in a word or two, or side by side: 라이노, 캐드, 예산 170."""
    facts = understanding.introduction.facts
    told = [
        *(name for fact in facts for name in things_in(fact)),
        *(fact.strip(" .") for fact in facts if len(fact) <= _FEW_LETTERS),
    ]
    return f"({', '.join(told)} …)" if told else ""


def _last_row(names: tuple[str, ...], understanding: Understanding) -> str:
    """Return the name of the phrase for what a table ends with: what is decided or summed in it; empty if nothing."""
    product = understanding.intent.product
    if product is Product.DECISION_ADVICE and set(understanding.options) & set(names):
        return "choice"
    return "sum" if product is Product.PLAN and any(map(_BUDGET.search, names)) else ""


def _ours(shape: Shape) -> Iterator[Texts]:
    """Yield the names of columns that are no words of the person's."""
    if shape.parts:
        yield shape.parts
    yield from (Texts((field.name.ko,), (field.name.en,)) for field in shape.also)
    for name in ("criterion", "head", "cost"):
        yield Texts(*((phrase(locale, f"format.{name}"),) for locale in (Locale.KO, Locale.EN)))


def _rows(understanding: Understanding, *, is_named: bool) -> tuple[str, ...]:
    """Return what the rows are about: what was named, is compared, or was listed, as many as asked for."""
    items, count = named(understanding, Demand.ITEMS), named(understanding, Demand.COUNT)
    if items and items.values:
        return items.values
    if is_named and understanding.options:
        return understanding.options
    if rows := _divided(understanding):
        return rows
    if count is None or not says_count(count):
        return ()
    told = (*understanding.introduction.told, *(each.said for each in understanding.requirements))
    lists = (_BETWEEN.split(found.group()) for text in told for found in _LISTED.finditer(text))
    return next((tuple(names) for names in lists if len(names) == count.count), ())


def _counted(understanding: Understanding) -> int:
    """Return how many rows there are: so many that were asked for, or that must all be there; 0 where nobody says."""
    items, count = named(understanding, Demand.ITEMS), named(understanding, Demand.COUNT)
    if items and items.count:
        return items.count
    return count.count or 0 if count and says_count(count) else 0


def _divided(understanding: Understanding) -> tuple[str, ...]:
    """Return the rows that the person divides the table into: 도입 5분, 활동 25분 …; 시간대별(직후, 4시간, 8시간)."""
    told = (*(each.said for each in understanding.requirements), *understanding.introduction.told)
    if understanding.intent.product is Product.PLAN:
        stages = next(filter(None, map(stages_in, told)), ())
        if stages:
            return stages
    among = next((found["among"] for found in map(_LAID_OUT.search, told) if found and found["among"]), "")
    return tuple(_BETWEEN.split(among)) if among else ()


def _names(shape: Shape, understanding: Understanding, amount: Amount) -> tuple[tuple[str, ...], bool, bool]:
    """Return the columns, whether the person has named them, and whether they are all of them."""
    locale = understanding.locale
    columns = named(understanding, Demand.COLUMNS, beside=False)
    if columns and not columns.is_row and _CLASSIFIES.search(columns.said) and not _COLUMN.search(columns.said):
        columns = None  # what things are sorted by are the values of a column, not columns
    is_named = columns is not None and bool(columns.values)
    asked = tuple(dict.fromkeys(_ASKED.findall(understanding.task)))
    if not is_named and len(asked) > 1:  # 누가 언제까지 무엇을 하기로 했는지
        shape = Shape(parts=Texts(asked, asked))
    usual = (*shape.parts[locale], *(field.name[locale] for field in shape.also)) if shape.parts else ()
    if _OPTIONS in usual and not understanding.options:
        usual = ()  # nothing names what is compared, so nothing can name the columns
    usual = usual or _laid_out(understanding) or _against(understanding)
    names = columns.values if columns and is_named else usual
    is_of_source = understanding.intent.product in OF_SOURCE and amount.room >= _ROOM_FOR_ALL
    if amount.is_short and not is_named and not is_of_source:
        names = names[:_SHORT_COLUMNS]
    if not (columns and _are_all(columns, understanding)):
        names = _completed(names, understanding, is_named=is_named)
    return _changed(names, understanding), is_named, bool(usual) or is_named


def _against(understanding: Understanding) -> tuple[str, ...]:
    """Return the columns of two things that are set against each other, where no intent knows any: 14인치 vs 16인치."""
    told = (understanding.task, *understanding.introduction.told, *(each.said for each in understanding.requirements))
    found = next(filter(None, map(_VERSUS.search, told)), None)
    return (phrase(understanding.locale, "format.criterion"), found["one"], found["other"]) if found else ()


def sorted_by(understanding: Understanding) -> tuple[str, ...]:
    """Return the sides that things are sorted into, as the request names them: 긍정/부정."""
    found = next((match[1] for match in _SORTED_BY.finditer(understanding.task) if match[1]), "")
    return tuple(found.split("/")) if found else ()


def _laid_out(understanding: Understanding) -> tuple[str, ...]:
    """Return the columns of a table that no intent knows: what it is laid out by, and what is told of each.

    시간대별로 확인할 항목과 보고해야 하는 상황을 구분해 주세요: 시간대 | 확인할 항목 | 보고해야 하는 상황.
    """
    for text in (*(each.said for each in understanding.requirements), understanding.task):
        if found := _LAID_OUT.search(text):
            told = tuple(part.strip() for part in _BETWEEN_TOLD.split(found["told"]))
            if all(0 < len(part) <= _LONGEST_NAME for part in told):
                return (found["by"], *told)
    return ()


def _are_all(columns: Requirement, understanding: Understanding) -> bool:
    """Whether the person has named the columns as such, so that none comes to them but for what is compared."""
    is_compared = understanding.intent.product in {Product.COMPARISON, Product.DECISION_ADVICE}
    return columns.is_row and _COLUMN.search(columns.said) is not None and not is_compared


def _completed(names: tuple[str, ...], understanding: Understanding, *, is_named: bool) -> tuple[str, ...]:
    """Return the columns with what the request itself says must stand in one.

    Columns that the person has named get one in front for what each row is about. The things that are compared stand
    where an intent keeps a place for them. What things are sorted by (긍정/부정과 이유별로) and money that must not run
    out have a column of their own.
    """
    locale = understanding.locale
    if is_named:
        is_compared = understanding.intent.product in {Product.COMPARISON, Product.DECISION_ADVICE}
        is_headed = (_HEADS_COMPARED if is_compared else _HEADS).search(names[0]) is not None
        columns = named(understanding, Demand.COLUMNS, beside=False)
        said = columns.said if columns else ""
        is_headed = is_headed or any(each in said for each in (f"{names[0]}마다", f"{names[0]}별", f"각 {names[0]}"))
        is_headed = is_headed or (names[0] == "주차" and counts_weeks(understanding))
        return names if is_headed else (phrase(locale, "format.head"), *names)
    names = tuple(each for name in names for each in (understanding.options if name == _OPTIONS else (name,)))
    sorted_by = [found for match in _SORTED_BY.finditer(understanding.task) for found in match.groups() if found]
    if understanding.intent.product is Product.ANALYSIS:
        names = (*names[:2], *(name for name in sorted_by if name not in names), *names[2:])
    has_budget = any(_BUDGET.search(fact) and _SUM.search(fact) for fact in understanding.introduction.said)
    if understanding.intent.product is Product.PLAN and has_budget and not any(_BUDGET.search(name) for name in names):
        names = (*names, phrase(locale, "format.cost"))
    return names


def counts_weeks(understanding: Understanding) -> bool:
    """Whether 주차 is a week by its number, and no place to leave a car."""
    if understanding.intent.product is Product.PLAN:
        return True
    said = (understanding.task, *understanding.introduction.told, *(each.said for each in understanding.requirements))
    return any(map(_OF_WEEKS.search, said))


def _changed(names: tuple[str, ...], understanding: Understanding) -> tuple[str, ...]:
    """Return the columns with those that the person added and without those that they took away, the last word last."""
    for requirement in understanding.requirements:
        names = tuple(name for name in names if name not in requirement.drops)
        for added in requirement.adds:
            # 담당 is the intent's word for what the person calls 담당자: theirs takes its place.
            same = {name for name in names if name in added or added in name}
            names = tuple(added if name in same else name for name in names) if same else (*names, added)
    return tuple(dict.fromkeys(names))
