"""The shape: what the answer consists of, from the person's words where they name it, else from the intent."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from core.choices import Form
from core.locale import Locale
from core.prompting.brief import Brief
from core.prompting.intents.intent import Product, Shape, Texts
from core.prompting.understanding.understanding import ConflictKind, Demand, Requirement, Understanding
from core.prompting.writing.amount import Amount, item_count
from core.prompting.writing.phrases import phrase

_NATURAL: Final = {
    Product.TABLE_OF_DATA: Form.TABLE,
    Product.COMPARISON: Form.TABLE,
    Product.CODE: Form.CODE,
    Product.FORMULA: Form.CODE,
    Product.LIST_OF_ITEMS: Form.LIST,
    Product.QUESTIONS: Form.LIST,
    Product.DOCUMENT: Form.REPORT,
}
_CODE: Final = frozenset({Product.CODE, Product.FORMULA})
_OPTIONS: Final = "{options}"
_HEADS: Final = re.compile(
    r"이름|항목|번호|날짜|구분|가게|제품|대상|원문|조항|사람|요일|시간|name|item|date|no\.", re.IGNORECASE
)
_SORTED_BY: Final = re.compile(
    r"([가-힣A-Za-z]{1,12}/[가-힣A-Za-z]{1,12}?)(?=과|와|이랑|랑|으로|로|,|\s|$)|([가-힣]{2,6})별로"
)
_BUDGET: Final = re.compile(r"예산|비용|경비|값|금액|요금|budget|cost|price", re.IGNORECASE)
_CLASSIFIES: Final = re.compile(r"분류|나눠|나누|categor|classif", re.IGNORECASE)
_MANY_PARTS: Final = 4  # more than a short text can give a sentence each
_SHORT_COLUMNS: Final = 3  # a cell of one word each is all that a short answer has room for
_BETWEEN_FIELDS: Final = re.compile(r"[·,]|와 |과 | 및 | and ")


def form_of(brief: Brief, understanding: Understanding) -> Form | str:
    """Return the form that the answer gets: the chosen one, or the thing's own where the chosen one cannot be."""
    if any(conflict.kind is ConflictKind.FORM for conflict in understanding.conflicts):
        return _NATURAL.get(understanding.intent.product, Form.PROSE)
    return brief.form


def shape_lines(
    brief: Brief, understanding: Understanding, amount: Amount, parts: tuple[str, ...] = ()
) -> Iterator[str]:
    """Say the form and what it consists of: what the person named, else `parts` of a model, else the intent's own."""
    locale, form = understanding.locale, form_of(brief, understanding)
    if not isinstance(form, Form):
        yield phrase(locale, "format.named", form=form)
        return
    shape = understanding.intent.shapes.get(form, Shape())
    if parts and form is not Form.CODE:
        shape = replace(shape, parts=Texts(parts, parts))
    yield _form(form, shape, locale)
    yield from _FORMS[form](shape, understanding, amount, locale)


def named(understanding: Understanding, demand: Demand) -> Requirement | None:
    """Return the requirement in which the person has named such a thing, if they have."""
    found = [each for each in understanding.requirements if each.demand is demand]
    return next((each for each in found if each.values), found[0] if found else None)


def _form(form: Form, shape: Shape, locale: Locale) -> str:
    if form is Form.CODE and shape.fence:
        return phrase(locale, "format.code_named", fence=shape.fence)
    return phrase(locale, f"format.{form}")


def _list(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
    items, count = named(understanding, Demand.ITEMS), named(understanding, Demand.COUNT)
    fields = named(understanding, Demand.COLUMNS)
    each = " · ".join(fields.values) if fields and fields.values else shape.each[locale] if shape.each else ""
    if items and items.values:
        yield phrase(locale, "format.items", items=", ".join(items.values))
    elif count and count.count:
        yield phrase(locale, "format.items_count", count=count.count)
    elif usual := item_count(amount, len(_BETWEEN_FIELDS.split(each)), shape.count, Form.LIST):
        yield phrase(locale, "format.items_around", count=usual)
    if each and not (amount.is_short and not fields):
        starts = (
            each.startswith(("항목", "한 줄", "줄마다")) if locale is Locale.KO else each.casefold().startswith("each")
        )
        yield phrase(locale, "format.each_as_is" if starts and locale is Locale.KO else "format.each", each=each)


def _prose(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
    sections = named(understanding, Demand.SECTIONS)
    parts = sections.values if sections and sections.values else shape.parts[locale] if shape.parts else ()
    if parts and not (amount.is_short and not sections and len(parts) > _MANY_PARTS):
        yield phrase(locale, "format.parts", parts=" → ".join(parts))


def _table(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
    columns = named(understanding, Demand.COLUMNS)
    if columns and _CLASSIFIES.search(columns.said):
        columns = None  # what things are sorted by are the values of a column, not columns
    is_named = columns is not None and bool(columns.values)
    names = columns.values if columns and is_named else shape.parts[locale] if shape.parts else ()
    if amount.is_short and not is_named:
        names = names[:_SHORT_COLUMNS]
    names = _completed(names, understanding, is_named=is_named)
    items, count = named(understanding, Demand.ITEMS), named(understanding, Demand.COUNT)
    rows = items.values if items and items.values else understanding.options if is_named else ()
    if names:
        yield phrase(locale, "format.columns", columns=" | ".join(names))
    if rows:
        yield phrase(locale, "format.rows", rows=", ".join(rows))
    elif count and count.count:
        yield phrase(locale, "format.rows_count", count=count.count)
    if amount.is_short:
        yield phrase(locale, "format.cells_short")


def _completed(names: tuple[str, ...], understanding: Understanding, *, is_named: bool) -> tuple[str, ...]:
    """Return the columns with what the request itself says must stand in one.

    Columns that the person has named get one in front for what each row is about. The things that are compared stand
    where an intent keeps a place for them; where they are not named, each is a row. What things are sorted by
    (긍정/부정과 이유별로) and money that must not run out have a column of their own.
    """
    locale = understanding.locale
    if is_named:
        is_headed = _HEADS.search(names[0]) is not None
        return names if is_headed else (phrase(locale, "format.head"), *names)
    if _OPTIONS in names and not understanding.options:
        names = (phrase(locale, "format.compared"), phrase(locale, "format.criteria"))
    names = tuple(each for name in names for each in (understanding.options if name == _OPTIONS else (name,)))
    sorted_by = [found for match in _SORTED_BY.finditer(understanding.task) for found in match.groups() if found]
    if understanding.intent.product is Product.ANALYSIS:
        names = (*names[:2], *(name for name in sorted_by if name not in names), *names[2:])
    has_budget = any(_BUDGET.search(fact) for fact in understanding.facts)
    if understanding.intent.product is Product.PLAN and has_budget and not any(_BUDGET.search(name) for name in names):
        names = (*names, phrase(locale, "format.cost"))
    return names


def _code(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
    del shape, understanding, amount, locale
    return iter(())


def _report(shape: Shape, understanding: Understanding, amount: Amount, locale: Locale) -> Iterator[str]:
    sections = named(understanding, Demand.SECTIONS)
    parts = sections.values if sections and sections.values else shape.parts[locale] if shape.parts else ()
    if amount.is_short and not sections:
        parts = parts[:_SHORT_COLUMNS]
    if parts:
        yield phrase(locale, "format.sections", parts=" → ".join(parts))


_FORMS: Final = {
    Form.LIST: _list,
    Form.PROSE: _prose,
    Form.TABLE: _table,
    Form.CODE: _code,
    Form.REPORT: _report,
}
