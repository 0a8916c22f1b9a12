"""Items: how many a list has, and what each holds."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.intents.intent import Product, Shape
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.answer_size import period_in
from core.prompting.understanding.counts import kinds_named
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.answer_headings import locale_of
from core.prompting.writing.answer_length import Amount, item_count
from core.prompting.writing.overruled_lines import named, says_count
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import item_of
from core.values.choices import Form
from core.values.locale import Locale

# A number of things somewhere in a long sentence: how many items there are is left to it.
_COUNTS: Final = re.compile(
    r"[0-9]{1,3}\s?(?:개|가지|문항|문제|장|편|컷|줄|곡|곳)(?![월년])|\b(?:max|up to|exactly)\s[0-9]{1,3}\b",
    re.IGNORECASE,
)
_COUNTED: Final = frozenset({Product.QUESTIONS, Product.LIST_OF_ITEMS})
OF_SOURCE: Final = frozenset({Product.SUMMARY, Product.EXTRACTION, Product.TABLE_OF_DATA})  # as many as it holds
_COUNT: Final = re.compile(r"[가-힣A-Za-z]\s?[0-9]{1,2}\s?(?:개|문제|문항|가지)(?:씩)?$")
_AT_END: Final = re.compile(
    r"(?:정답|답|해설|풀이)\S{0,4}\s(?:\S+\s)?(?:맨\s?)?(?:뒤|끝|마지막|아래|밑)(?:에|으로)?\s?(?:몰아|모아|따로)"
)
_ANSWER: Final = re.compile(r"정답|해설|풀이|(?<![가-힣])답(?!할)")
_QUESTIONS: Final = re.compile(r"(?<![0-9~∼.-])([1-9][0-9]?)\s?(?:문항|문제)(?!집|당|씩|\s?중|[은는]?\s?(?:틀|맞))")
_LABEL: Final = ": "
_SMALL: Final = 2  # things that a short item has room for
BETWEEN_FIELDS: Final = re.compile(r"[·,]|와 |과 | 및 | and ")


def counted(form: str, shape: Shape, understanding: Understanding, amount: Amount) -> str:
    """Return what a list is called with how many items it has, where that is settled: bulleted list, 5 items."""
    locale, count = understanding.locale, named(understanding, Demand.COUNT)
    if _items(understanding) or _kinds(understanding) or form.endswith("."):
        return form
    if understanding.intent.product is Product.QUESTIONS and (found := _asked(understanding)):
        return phrase(locale, "format.items_count", form=form, count=found)
    if count and says_count(count):
        return phrase(locale, "format.items_count", form=form, count=count.count or 0)
    is_open = (
        count is None
        and not _is_in_parts(understanding)
        and amount.is_known
        and understanding.intent.product not in OF_SOURCE
        and not _counts_parts(understanding)
        and not any(_COUNTS.search(each.said) for each in understanding.requirements)
        and not (understanding.intent.product is Product.PLAN and any(map(_is_timed, _heard(understanding))))
    )
    fields = len(BETWEEN_FIELDS.split(_field(shape, understanding)))
    usual = item_count(amount, fields, shape.count, Form.LIST) if is_open else 0
    return phrase(locale, "format.items_around", form=form, count=usual) if usual else form


def list_lines(
    shape: Shape, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say which items there are and what each of them holds."""
    locale, fields = understanding.locale, named(understanding, Demand.COLUMNS)
    each = _field(shape, understanding)
    if items := _items(understanding):
        yield phrase(locale, "format.items", items=", ".join(items))
    elif kinds := _kinds(understanding):
        yield phrase(locale, "format.items_kinds", kinds=kinds, count=sum(map(int, re.findall(r"([0-9]+)개", kinds))))
    pattern = item_of(each)
    is_small = pattern and len(BETWEEN_FIELDS.split(each)) <= _SMALL
    if not each or (amount.is_short and not fields and not is_small):
        return
    if pattern:
        if _LABEL in pattern and not fields:  # labels stand in the answer
            pattern = item_of(_each(shape, understanding, locale_of(understanding, language))) or pattern
        yield phrase(locale, "format.item", pattern=pattern)
        return
    starts = each.startswith(("항목", "한 줄", "줄마다")) if locale is Locale.KO else each.casefold().startswith("each")
    yield phrase(locale, "format.each_as_is" if starts and locale is Locale.KO else "format.each", each=each)


def _items(understanding: Understanding) -> tuple[str, ...]:
    items = named(understanding, Demand.ITEMS)
    return items.values if items else ()


def _kinds(understanding: Understanding) -> str:
    return next(filter(None, map(kinds_named, _heard(understanding))), "")


def _is_in_parts(understanding: Understanding) -> bool:
    return any(part.is_row and part.demand is Demand.SECTIONS for part in understanding.requirements)


def _field(shape: Shape, understanding: Understanding) -> str:
    """Return what each item holds: what the person named, else what the intent knows."""
    fields = named(understanding, Demand.COLUMNS)
    if fields and fields.values:
        return " · ".join(fields.values)
    return "" if _is_in_parts(understanding) else _each(shape, understanding, understanding.locale)


def _heard(understanding: Understanding) -> tuple[str, ...]:
    return (understanding.task, *(each.said for each in understanding.requirements), *understanding.introduction.told)


def _asked(understanding: Understanding) -> int:
    """Return how many questions were told beside the request (5지선다 4문항인데); 0 where nobody says."""
    found = next(filter(None, map(_QUESTIONS.search, understanding.introduction.said)), None)
    return int(found[1]) if found else 0


def _is_timed(text: str) -> bool:
    """Whether a text says how many days or weeks a plan is for, which is how many items it has."""
    return any(period_in(text))


def _counts_parts(understanding: Understanding) -> bool:
    """Whether the facts say how many of each kind there are to be (OX 5개, 초성퀴즈 5개)."""
    is_counted = understanding.intent.product is Product.QUESTIONS and any(
        map(_COUNTS.search, understanding.introduction.said)
    )
    return is_counted or (
        understanding.intent.product in _COUNTED and any(map(_COUNT.search, understanding.introduction.said))
    )


def _each(shape: Shape, understanding: Understanding, locale: Locale) -> str:
    """Return what each item holds, with what was spoken of besides, without answers that stand at the end."""
    fields = [shape.each[locale]] if shape.each else []
    if any(_AT_END.search(each.said) for each in understanding.requirements):
        fields = [", ".join(field for field in "".join(fields).split(", ") if not _ANSWER.search(field))]
    return ", ".join([*filter(None, fields), *(field.name[locale] for field in shape.also)])
