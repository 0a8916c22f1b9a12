"""Items: how many a list has, and what each holds."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product, Shape
from core.prompting.languages import NamedLanguage
from core.prompting.understanding.answer_size import period_in
from core.prompting.understanding.counts import NUMBER, kinds_named, number
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.answer_headings import locale_of
from core.prompting.writing.answer_length import Amount, item_count
from core.prompting.writing.length_room import Room
from core.prompting.writing.overruled_lines import named, says_count
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import item_of
from core.values.locale import Locale

# A number of things somewhere in a long sentence: how many items there are is left to it.
_COUNTS: Final = re.compile(
    rf"(?<![가-힣])(?:[0-9]{{1,3}}|{NUMBER})\s?(?:개|가지|문항|문제|조항|장|편|컷|줄|곡|곳)(?![월년])"
    r"|\b(?:max|up to|exactly)\s[0-9]{1,3}\b",
    re.IGNORECASE,
)
_SO_MANY: Final = re.compile(
    rf"(?:(?:질문|항목|문항|문제|조항|규칙|목록|전부|모두|총)[은는이]?\s)?"
    rf"(?P<number>[0-9]{{1,2}}|{NUMBER})\s?(?:개|가지|문항|문제|조항|항목)(?:만|쯤|로|으로|\s?정도(?:로|만)?)?"
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
_ROUND: Final = (20, 15, 10)  # numbers of many items that are as good as those between them
_FIELD: Final = 20  # characters that each further thing in an item takes: with less it has no size to aim at
_PART: Final = 50  # characters of an item that is a part of an order
# As many items as the source has, or the other one who speaks wants.
_AS_SOURCE: Final = OF_SOURCE | {Product.TRANSLATION, Product.REWRITE, Product.ROLEPLAY}
BETWEEN_FIELDS: Final = re.compile(r"[·,]|와 |과 | 및 | and ")


def counted(form: str, brief: Brief, shape: Shape, understanding: Understanding, room: Room | None) -> str:
    """Return what a list is called with how many items it has, where that is settled, and how long each of them is."""
    locale = understanding.locale
    if _items(understanding) or _kinds(understanding) or form.endswith("."):
        return form
    count = named(understanding, Demand.COUNT)
    whole = (count.count or 0) if count and says_count(count) else number_of(shape, understanding, room)
    if not whole:
        return form
    is_asked = count is not None or _told(understanding) > 0
    if not is_asked:
        return phrase(locale, "format.items_around", form=form, count=whole)
    each = item_size(whole, brief, shape, understanding, room)
    if each is None:
        return phrase(locale, "format.items_count", form=form, count=whole)
    values = {"count": whole, "each": each.said(locale), "total": each.times(whole).said(locale)}
    return phrase(locale, "format.items_sized", form=form, **values)


def item_size(whole: int, brief: Brief, shape: Shape, understanding: Understanding, room: Room | None) -> Room | None:
    """Return what each of so many items gets; None where a sample shows it, or there is too little for its fields."""
    if room is None or room.unit == "sentences" or brief.example_output or understanding.introduction.example_of_output:
        return None
    each = room.divided(whole) if whole > 1 else None
    fields = len(BETWEEN_FIELDS.split(_field(shape, understanding)))
    return each if each and each.high >= room.of(_FIELD * (fields - 1)) else None


def number_of(shape: Shape, understanding: Understanding, room: Room | None) -> int:
    """Return how many items a list has by its length and what each holds; 0 where its source or the person says it."""
    if told := _told(understanding):
        return told
    if room is None or named(understanding, Demand.COUNT) or understanding.intent.product in _AS_SOURCE:
        return 0
    if understanding.intent.product is Product.QUESTIONS and (found := _asked(understanding)):
        return found
    if (holds := understanding.holds) and holds.unit == "lines":
        return holds.count
    order = shape.order[understanding.locale] if shape.order else ()
    if (
        (order and understanding.intent.product is Product.TEXT_TO_SEND)  # parts of one text
        or _is_in_parts(understanding)
        or _counts_parts(understanding)
        or any(_COUNTS.search(each.said) for each in understanding.requirements)
        or (understanding.intent.product is Product.PLAN and any(map(_is_timed, _heard(understanding))))
    ):
        return 0
    fields = len(BETWEEN_FIELDS.split(_field(shape, understanding)))
    usual = item_count(round(room.middle / room.scale), fields, shape.count)
    usual = next((each for each in _ROUND if each <= usual), usual)
    return max(usual, len(order)) if usual and room.middle >= room.of(_PART) * len(order) else usual


def _told(understanding: Understanding) -> int:
    """Return how many items a demand sets that says no more (다섯 조항 정도로, 질문은 일곱 개만); 0 where none does."""
    found = (_SO_MANY.fullmatch(each.said.strip(" .!~")) for each in understanding.requirements)
    return next((number(match["number"]) or 0 for match in found if match), 0)


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
