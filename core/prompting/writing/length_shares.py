"""Sharing: what each item or part of an answer gets of its length, as a sum that can be kept."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.languages import ENGLISH, KOREAN, NamedLanguage
from core.prompting.understanding.understanding import ConflictKind, Demand, Understanding
from core.prompting.writing.answer_headings import bare, language_of
from core.prompting.writing.answer_length import Amount, follows_source
from core.prompting.writing.answer_shape import Outline, form_of, layout_of
from core.prompting.writing.list_items import BETWEEN_FIELDS
from core.prompting.writing.overruled_lines import named, says_count
from core.prompting.writing.phrases import phrase
from core.prompting.writing.skeleton import INDENT
from core.values.choices import Form, Length
from core.values.length_choices import LENGTHS
from core.values.locale import Locale

_FEWEST: Final = 3  # of two, each gets its half without being told
_NEAR: Final = 0.9  # of what there is to share: a rounder number must not leave more of it over
_FIELD: Final = 20  # characters that each further thing in an item takes: with less it has no size to aim at
_SLIGHT: Final = re.compile(
    r"인사|서명|이름|날짜|문의|붙임|참고|부르는 말|greeting|sign|contact|date|attach", re.IGNORECASE
)
_LIGHT: Final = re.compile(
    r"맺|개요|요약|총평|^첫|여는|남은|확인|시작|끝|결론|summary|clos|open|first|left", re.IGNORECASE
)
_HEAVY: Final = re.compile(
    r"내용|계획|분석|결과|본문|본론|방법|풀이|단계|장면|해 보기|경험|생각|대본|흐름|이야기|실적|일정"
    r"|content|plan|analysis|result|body|method|scene|story|detail|main",
    re.IGNORECASE,
)
_IN_KINDS: Final = frozenset({Product.QUESTIONS, Product.LIST_OF_ITEMS})  # whose order is that of kinds of items
_NO_KIND: Final = re.compile(r"안내|맺음|인사|확인|제목|개요|준비|기준|note|intro|clos|check", re.IGNORECASE)
_TITLE: Final = re.compile(r"^(?:제목|title|subject)", re.IGNORECASE)
_WHOLE_TITLE: Final = ("제목", "Title", "title")  # said of the whole already
_OWN_SIZE: Final = re.compile(
    r"한 ?줄|첫 ?줄|한 문장|첫 문장|한마디|한 구절|\bone (?:line|sentence)|\b(?:first|opening) (?:line|sentence)"
)
_SLIGHTEST, _LIGHTER, _EVEN, _HEAVIER = 1, 2, 3, 4
_STEPS: Final = ((1_000, 50), (0, 10))  # characters that people round to
_WORD_STEP: Final = 10
_LEAST: Final = {KOREAN: 50, ENGLISH: 15}  # a part that gets less is a phrase
# Its source, its lines or its speaker settle how long a part is.
_UNSHARED: Final = frozenset(
    {Product.SUMMARY, Product.EXTRACTION, Product.TABLE_OF_DATA, Product.REWRITE, Product.TRANSLATION}
    | {Product.ROLEPLAY, Product.CODE, Product.FORMULA, Product.QUESTIONS, Product.LIST_OF_ITEMS}
)


def share_line(brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None) -> str:
    """Return how long each item is to be and what that adds up to; empty where there is nothing to share."""
    target = _target(brief, understanding, amount, language)
    if not target or brief.example_output or understanding.introduction.example_of_output:
        return ""  # how long one is, a sample shows
    form, locale, unit = form_of(brief, understanding), understanding.locale, _unit(language)
    count = named(understanding, Demand.COUNT)
    if form is Form.LIST and count and count.count and says_count(count) and count.count >= _FEWEST:
        each = target // count.count
        is_enough = unit is ENGLISH or each >= _FIELD * (_fields(understanding) - 1)
        rounded = each // 5 * 5
        is_near = rounded * count.count >= target * _NEAR
        return _items(locale, count.count, rounded if is_near else each, unit) if is_enough else ""
    return ""


def outline_lines(
    outlined: Outline, brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None
) -> Iterator[str]:
    """Say the parts of an answer in their order, each with what it gets of the length unless a model proposed them."""
    locale, parts = understanding.locale, outlined.parts
    if not parts:
        return
    if outlined.name == "format.order" and (counts := _spread(parts, understanding)):
        each = " → ".join(f"{part} {count}" for part, count in zip(parts, counts, strict=True))
        yield phrase(locale, "format.order", parts=each) + phrase(locale, "share.total_items", count=sum(counts))
        return
    unit = _unit(language)
    is_shared = outlined.name == "format.sections" and _is_shared(brief, understanding) and not outlined.is_proposed
    target = _target(brief, understanding, amount, language) if is_shared else 0
    sizes = _sizes(parts, target, unit) if target else ()
    named_unit = _named(unit, locale)
    written = (
        [_sized(part, f"{size:,}{named_unit}") for part, size in zip(parts, sizes, strict=True)] if sizes else parts
    )
    total = phrase(locale, "share.total", total=f"{sum(sizes):,}{named_unit}") if sizes else ""
    if outlined.name == "format.sections":
        yield phrase(locale, "format.sections", total=total)
        headings = (part for part in written if part not in _WHOLE_TITLE)
        yield from (f"{INDENT}{at}. {part}" for at, part in enumerate(headings, start=1))
        yield from filter(None, (language_of("sections", parts, understanding, language),))
    else:
        yield phrase(locale, outlined.name, parts=" → ".join(written))


def _spread(parts: tuple[str, ...], understanding: Understanding) -> tuple[int, ...]:
    """Return how many of the items each kind of them gets, those in the middle one more."""
    count = named(understanding, Demand.COUNT)
    whole = count.count or 0 if count and says_count(count) else 0
    if understanding.intent.product not in _IN_KINDS or whole < len(parts) or any(map(_NO_KIND.search, parts)):
        return ()
    inward = sorted(range(len(parts)), key=lambda at: abs(at - (len(parts) - 1) / 2))
    more = set(inward[: whole % len(parts)])
    return tuple(whole // len(parts) + (at in more) for at in range(len(parts)))


def _sized(part: str, size: str) -> str:
    """Return a part with what it gets; one that says its own size, or is a title, as it is."""
    if _TITLE.search(part) or _OWN_SIZE.search(part):
        return part
    if part.endswith(")"):
        return f"{part[:-1]}, {size})"
    return f"{part} ({size})" if part.isascii() else f"{part}({size})"


def _is_shared(brief: Brief, understanding: Understanding) -> bool:
    form = layout_of(brief, understanding)
    shape = understanding.intent.shapes.get(form) if isinstance(form, Form) else None
    return understanding.intent.product not in _UNSHARED and not (shape and shape.form)


def _target(brief: Brief, understanding: Understanding, amount: Amount, language: NamedLanguage | None) -> int:
    """Return the characters or English words there are to be shared; 0 where the length is no such number."""
    is_settled = any(conflict.kind is ConflictKind.LENGTH for conflict in understanding.conflicts)
    if not amount.is_known or is_settled or named(understanding, Demand.LENGTH) or follows_source(brief, understanding):
        return 0
    if language in (None, KOREAN):
        return amount.room
    if language is not ENGLISH or not isinstance(brief.length, Length):
        return 0
    low, high = LENGTHS[brief.length].words
    return max((low + high) // 2, amount.loosened // 3)


def _sizes(parts: tuple[str, ...], target: int, unit: NamedLanguage) -> tuple[int, ...]:
    """Return what each part gets, in characters or words; a title is not counted."""
    weights = [0 if _TITLE.search(part) or _OWN_SIZE.search(part) else _weight(bare(part)) for part in parts]
    counted = sum(weight > 0 for weight in weights)
    if counted < _FEWEST or target // counted < _LEAST[unit]:
        return ()
    step = _WORD_STEP if unit is ENGLISH else next(step for least, step in _STEPS if target >= least)
    whole = target // step * step
    sizes = [max(round(whole * weight / sum(weights) / step), 1) * step if weight else 0 for weight in weights]
    while sum(sizes) != whole:
        over = sum(sizes) > whole
        at = max(
            range(len(sizes)),
            key=lambda at: (sizes[at] > step or not over, weights[at], sizes[at] * (1 if over else -1), at),
        )
        sizes[at] += -step if over else step
    return tuple(sizes)


def _weight(part: str) -> int:
    if _SLIGHT.search(part):
        return _SLIGHTEST
    if _LIGHT.search(part):
        return _LIGHTER
    return _HEAVIER if _HEAVY.search(part) else _EVEN


def _items(locale: Locale, count: int, each: int, unit: NamedLanguage) -> str:
    total, named_unit = f"{count * each:,}", _named(unit, locale)
    return phrase(locale, "share.items", count=count, each=each, total=total, unit=named_unit)


def _unit(language: NamedLanguage | None) -> NamedLanguage:
    return ENGLISH if language is ENGLISH else KOREAN


def _named(unit: NamedLanguage, locale: Locale) -> str:
    return phrase(locale, "share.words" if unit is ENGLISH else "share.signs")


def _fields(understanding: Understanding) -> int:
    """Return how many things an item of a list holds."""
    columns, shape = named(understanding, Demand.COLUMNS), understanding.intent.shapes.get(Form.LIST)
    if columns and columns.values:
        return len(columns.values)
    is_known = shape and shape.each and understanding.recognition.is_certain
    return len(BETWEEN_FIELDS.split(shape.each[understanding.locale])) if is_known and shape and shape.each else 1
