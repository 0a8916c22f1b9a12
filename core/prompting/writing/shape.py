"""The shape: what the answer consists of, from the person's words where they name it, else from the intent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from core.choices import Form
from core.locale import Locale
from core.prompting.brief import Brief
from core.prompting.intents.intent import Product, Shape, Texts
from core.prompting.understanding.counts import kinds_in
from core.prompting.understanding.understanding import ConflictKind, Demand, Requirement, Understanding
from core.prompting.writing.amount import Amount, item_count
from core.prompting.writing.fences import fence_of
from core.prompting.writing.phrases import phrase
from core.prompting.writing.ruling import is_refused, says_count

_NATURAL: Final = {
    Product.TABLE_OF_DATA: Form.TABLE,
    Product.COMPARISON: Form.TABLE,
    Product.CODE: Form.CODE,
    Product.FORMULA: Form.CODE,
    Product.LIST_OF_ITEMS: Form.LIST,
    Product.QUESTIONS: Form.LIST,
    Product.DOCUMENT: Form.REPORT,
}
_OPTIONS: Final = "{options}"
_HEADS: Final = re.compile(
    r"이름|항목|번호|날짜|구분|가게|제품|대상|원문|조항|사람|요일|시간|[가-힣]명$|^반$|메뉴|품목|부서|단계|회기|안건|주차|업체|name|item|date|no\.|client",
    re.IGNORECASE,
)
_SORTED_BY: Final = re.compile(
    r"([가-힣A-Za-z]{1,12}/[가-힣A-Za-z]{1,12}?)(?=과|와|이랑|랑|으로|로|,|\s|$)|([가-힣]{2,6})별로"
)
_BUDGET: Final = re.compile(r"예산|비용|경비|값|금액|요금|budget|cost|price", re.IGNORECASE)
_SUM: Final = re.compile(r"[0-9백천만]\s?(?:원|만|천|달러|엔)|[$€£]\s?[0-9]")
_CLASSIFIES: Final = re.compile(r"분류|나눠|나누|categor|classif", re.IGNORECASE)
_COLUMN: Final = re.compile(r"칸|컬럼|(?<![가-힣])열|column", re.IGNORECASE)  # 세 칸으로 나눠
# A number of things somewhere in a long sentence: how many items there are is left to it.
_COUNTS: Final = re.compile(
    r"[0-9]{1,3}\s?(?:개|가지|문항|문제|장|편|컷|줄|곡|곳)(?![월년])|\b(?:max|up to|exactly)\s[0-9]{1,3}\b",
    re.IGNORECASE,
)
_COUNTED: Final = frozenset({Product.QUESTIONS, Product.LIST_OF_ITEMS})
_OF_SOURCE: Final = frozenset({Product.SUMMARY, Product.EXTRACTION, Product.TABLE_OF_DATA})  # as many as it holds
_COUNT: Final = re.compile(r"[가-힣A-Za-z]\s?[0-9]{1,2}\s?(?:개|문제|문항|가지)(?:씩)?$")
_TO: Final = re.compile(r"(?<=[가-힣A-Za-z0-9])(?<![별따])으?로$")  # 카톡 메시지로; 주별로 and 따로 say how
_STEPS: Final = re.compile(r"단계(?:별)?(?:로)?|순서(?:대로)?|steps?|step[ -]by[ -]step", re.IGNORECASE)
_DIVIDES: Final = re.compile(
    r"[을를로]\s?(?:따로따로|나누어|나눠)|건별|\bseparately\b|(?:^|\s)제?\s?[0-9]{1,2}조(?:\([^()]{1,20}\))?(?:부터|까지|로)"
)  # 두 건을 나누어: no common outline
# 16마디 2절이랑 훅 4마디: a song in the person's own parts
_STANZAS: Final = re.compile(r"(?<![0-9])[0-9]{1,3}\s?(?:마디|절|연)(?![패승속차구습])|(?:벌스|훅|후렴)\s?[0-9]")
_AT_END: Final = re.compile(
    r"(?:정답|답|해설|풀이)\S{0,4}\s(?:\S+\s)?(?:맨\s?)?(?:뒤|끝|마지막|아래|밑)(?:에|으로)?\s?(?:몰아|모아|따로)"
)
_ANSWER: Final = re.compile(r"정답|해설|풀이|(?<![가-힣])답(?!할)")
_PUT_IN: Final = ".{0,20}인사.{0,12}(?:넣|추가|붙|써|적)"  # a greeting stands in the last part, with the signature
_ENDS: Final = re.compile(rf"^(?:맨 ?)?(?:끝|마지막)(?:에는?|엔|은)\s(?!한|{_PUT_IN})|^(?i:end|finish) with\b")
_ASKED: Final = re.compile(
    r"(?<!\S)(?:누가|누구에게|언제(?:까지|부터)?|무엇을|뭘|어디서|어디에|왜|어떻게|얼마(?:나|에)?)(?!\S)"
)
_ALONE: Final = re.compile(r"만$|\bonly\b", re.IGNORECASE)
_NO_LANGUAGE: Final = "text"
_PART: Final = 50  # characters: a part that would get less is no part
_SHORT_COLUMNS: Final = 3  # a cell of one word each is all that a short answer has room for
BETWEEN_FIELDS: Final = re.compile(r"[·,]|와 |과 | 및 | and ")


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of an answer one behind the other; `name` is that of the phrase that says them."""

    name: str = ""
    parts: tuple[str, ...] = ()


def form_of(brief: Brief, understanding: Understanding) -> Form | str:
    """Return the form that the answer gets: the chosen one, or the thing's own where the chosen one cannot be."""
    if any(conflict.kind is ConflictKind.FORM for conflict in understanding.conflicts):
        return _NATURAL.get(understanding.intent.product, Form.PROSE)
    return brief.form


def shape_lines(
    brief: Brief, understanding: Understanding, amount: Amount, parts: tuple[str, ...] = ()
) -> Iterator[str]:
    """Say the form and what it consists of, but for the parts that stand one behind the other (`outline`)."""
    locale, form = understanding.locale, form_of(brief, understanding)
    if not isinstance(form, Form):
        name = "steps" if _STEPS.fullmatch(form) else "named"
        yield phrase(locale, f"format.{name}", form=_TO.sub("", form))
        return
    shape = _shape(form, brief, understanding, parts)
    said = _form(form, shape, understanding, _words(brief))
    # Who wants the code alone (쿼리 하나만) wants nothing said of it.
    yield re.split("[,;]", said)[0] if form is Form.CODE and _ALONE.search(str(brief.length)) else said
    if form in _FORMS:
        yield from _FORMS[form](shape, understanding, amount, locale)


def outline(brief: Brief, understanding: Understanding, amount: Amount, parts: tuple[str, ...] = ()) -> Outline:
    """Return the parts of the answer in their order: those the person named, else a model's, else the intent's own."""
    form = form_of(brief, understanding)
    name = _OUTLINES.get(form) if isinstance(form, Form) else None
    if not isinstance(form, Form) or name is None:
        return Outline()
    shape, sections = _shape(form, brief, understanding, parts), named(understanding, Demand.SECTIONS)
    if sections and sections.values:  # in a list, parts that were not named in a row are no order of its items
        is_order = sections.is_row or form is not Form.LIST
        return Outline(_for_each(name, understanding), sections.values) if is_order else Outline()
    own = shape.order if form is Form.LIST else shape.parts
    said = [understanding.task, *(each.said for each in understanding.requirements)]
    is_own = any(_DIVIDES.search(each) or kinds_in(each) or len(_STANZAS.findall(each)) > 1 for each in said)
    found = own[understanding.locale] if own and not is_own else ()
    if any(map(_ENDS.search, said[1:])):  # the person has named the last part
        found = found[:-1]
    is_fit = _has_room(found, amount) and (len(found) > 1 or form is not Form.PROSE)
    return Outline(_for_each(name, understanding), found if is_fit else ())


def _for_each(name: str, understanding: Understanding) -> str:
    """Return the name of the phrase that says the parts; several texts have them each."""
    count = named(understanding, Demand.COUNT)
    is_of_several = count is not None and says_count(count) and (count.count or 0) > 1
    return "format.parts_each" if name == "format.parts" and is_of_several else name


def _has_room(parts: tuple[str, ...], amount: Amount) -> bool:
    return amount.is_known and amount.room >= len(parts) * _PART


def _shape(form: Form, brief: Brief, understanding: Understanding, parts: tuple[str, ...]) -> Shape:
    shape = understanding.intent.shapes.get(form, Shape())
    if not understanding.recognition.is_certain:
        shape = Shape(fence=shape.fence)
    if parts and form is not Form.CODE:
        shape = replace(shape, parts=Texts(parts, parts))
    shape = replace(shape, also=tuple(field for field in shape.also if field.said.is_in(_words(brief))))
    return _without_refused(shape, understanding)


def _words(brief: Brief) -> str:
    return f"{brief.purpose}\n{brief.background}"


def _without_refused(shape: Shape, understanding: Understanding) -> Shape:
    """Return a shape without the parts that the person does not want: 칭찬은 필요 없어요."""
    refused = [each for each in understanding.requirements if each.demand is Demand.LEAVE_OUT]
    if not refused:
        return shape

    def standing(parts: Texts | None) -> Texts | None:
        at = [
            index
            for index, part in enumerate(parts[understanding.locale] if parts else ())
            if not any(is_refused(part, each) for each in refused)
        ]
        return Texts(tuple(parts.ko[i] for i in at), tuple(parts.en[i] for i in at)) if parts and at else parts

    return replace(shape, parts=standing(shape.parts), order=standing(shape.order))


def named(understanding: Understanding, demand: Demand, *, beside: bool = True) -> Requirement | None:
    """Return the requirement in which the person has named such a thing, if they have.

    Without `beside`, one that only adds to what there is (담당자도) names nothing.
    """
    found = [each for each in understanding.requirements if each.demand is demand and (beside or not each.adds)]
    return next((each for each in found if each.values), found[0] if found else None)


def _form(form: Form, shape: Shape, understanding: Understanding, words: str) -> str:
    locale = understanding.locale
    if shape.form:
        return shape.form[locale]
    if form is Form.CODE and understanding.intent.product is Product.FORMULA:
        return phrase(locale, "format.formula")
    if form is Form.CODE and (fence := fence_of(shape.fence, words)) and fence != _NO_LANGUAGE:
        return phrase(locale, "format.code_named", fence=fence)
    return phrase(locale, f"format.{form}")


def _list(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
    items, count = named(understanding, Demand.ITEMS), named(understanding, Demand.COUNT)
    fields = named(understanding, Demand.COLUMNS)
    in_parts = any(part.is_row and part.demand is Demand.SECTIONS for part in understanding.requirements)
    each = (
        " · ".join(fields.values)
        if fields and fields.values
        else ""
        if in_parts
        else _each(shape, understanding, locale)
    )
    if items and items.values:
        yield phrase(locale, "format.items", items=", ".join(items.values))
    elif count and says_count(count):
        yield phrase(locale, "format.items_count", count=count.count or 0)
    elif (
        count is None
        and not in_parts
        and amount.is_known
        and understanding.intent.product not in _OF_SOURCE
        and not _counts_parts(understanding)
        and not any(_COUNTS.search(each.said) for each in understanding.requirements)
        and (usual := item_count(amount, len(BETWEEN_FIELDS.split(each)), shape.count, Form.LIST))
    ):
        yield phrase(locale, "format.items_around", count=usual)
    if each and not (amount.is_short and not fields):
        starts = (
            each.startswith(("항목", "한 줄", "줄마다")) if locale is Locale.KO else each.casefold().startswith("each")
        )
        yield phrase(locale, "format.each_as_is" if starts and locale is Locale.KO else "format.each", each=each)


def _counts_parts(understanding: Understanding) -> bool:
    """Whether the facts say how many of each kind there are to be (OX 5개, 초성퀴즈 5개)."""
    return understanding.intent.product in _COUNTED and any(map(_COUNT.search, understanding.facts))


def _each(shape: Shape, understanding: Understanding, locale: Locale) -> str:
    """Return what each item holds, with what was spoken of besides, without answers that stand at the end."""
    fields = [shape.each[locale]] if shape.each else []
    if any(_AT_END.search(each.said) for each in understanding.requirements):
        fields = [", ".join(field for field in "".join(fields).split(", ") if not _ANSWER.search(field))]
    return ", ".join([*filter(None, fields), *(field.name[locale] for field in shape.also)])


def _table(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
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
    names = columns.values if columns and is_named else usual
    if amount.is_short and not is_named:
        names = names[:_SHORT_COLUMNS]
    if not (columns and _are_all(columns, understanding)):
        names = _completed(names, understanding, is_named=is_named)
    names = _changed(names, understanding)
    items, count = named(understanding, Demand.ITEMS), named(understanding, Demand.COUNT)
    rows = items.values if items and items.values else understanding.options if is_named else ()
    if names:
        yield phrase(
            locale, "format.columns" if usual or is_named else "format.columns_among", columns=" | ".join(names)
        )
    if rows:
        yield phrase(locale, "format.rows", rows=", ".join(rows))
    elif count and says_count(count):
        yield phrase(locale, "format.rows_count", count=count.count or 0)
    if amount.is_short:
        yield phrase(locale, "format.cells_short")


def _are_all(columns: Requirement, understanding: Understanding) -> bool:
    """Whether the person has named the columns as such, so that none comes to them but for what is compared."""
    is_compared = understanding.intent.product is Product.COMPARISON
    return columns.is_row and _COLUMN.search(columns.said) is not None and not is_compared


def _completed(names: tuple[str, ...], understanding: Understanding, *, is_named: bool) -> tuple[str, ...]:
    """Return the columns with what the request itself says must stand in one.

    Columns that the person has named get one in front for what each row is about. The things that are compared stand
    where an intent keeps a place for them. What things are sorted by (긍정/부정과 이유별로) and money that must not run
    out have a column of their own.
    """
    locale = understanding.locale
    if is_named:
        is_headed = _HEADS.search(names[0]) is not None
        return names if is_headed else (phrase(locale, "format.head"), *names)
    names = tuple(each for name in names for each in (understanding.options if name == _OPTIONS else (name,)))
    sorted_by = [found for match in _SORTED_BY.finditer(understanding.task) for found in match.groups() if found]
    if understanding.intent.product is Product.ANALYSIS:
        names = (*names[:2], *(name for name in sorted_by if name not in names), *names[2:])
    has_budget = any(_BUDGET.search(fact) and _SUM.search(fact) for fact in understanding.facts)
    if understanding.intent.product is Product.PLAN and has_budget and not any(_BUDGET.search(name) for name in names):
        names = (*names, phrase(locale, "format.cost"))
    return names


def _changed(names: tuple[str, ...], understanding: Understanding) -> tuple[str, ...]:
    """Return the columns with those that the person added and without those that they took away, the last word last."""
    for requirement in understanding.requirements:
        names = tuple(name for name in names if name not in requirement.drops)
        for added in requirement.adds:
            # 담당 is the intent's word for what the person calls 담당자: theirs takes its place.
            same = {name for name in names if name in added or added in name}
            names = tuple(added if name in same else name for name in names) if same else (*names, added)
    return tuple(dict.fromkeys(names))


_FORMS: Final = {Form.LIST: _list, Form.TABLE: _table}
_OUTLINES: Final = {Form.LIST: "format.order", Form.PROSE: "format.parts", Form.REPORT: "format.sections"}
