"""The amount: how much an answer holds, whether that is enough for what must be in it, and how it is said."""

import re
from dataclasses import dataclass
from typing import Final

from core.choices import Form, Length
from core.locale import Locale
from core.prompting.brief import Brief
from core.prompting.extent import Extent, read_extent
from core.prompting.intents.intent import Product
from core.prompting.tongue import ENGLISH, KOREAN, Tongue
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.phrases import phrase

_OF_CHOICE: Final = {Length.SHORT: Extent(80, 120), Length.MEDIUM: Extent(450, 550), Length.LONG: Extent(1_000, 1_500)}
# An English answer of the same content is about this long in words; a Korean character says more than a Latin one.
_WORDS: Final = {Length.SHORT: (30, 50), Length.MEDIUM: (150, 200), Length.LONG: (400, 600)}
_SENTENCES: Final = {Length.SHORT: (2, 4), Length.MEDIUM: (8, 12), Length.LONG: (20, 30)}
_IN_CELLS: Final = frozenset({Form.TABLE, Form.LIST})
_HOLDS_FACTS: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN, Product.CREATIVE})
_SOURCE_RULES: Final = frozenset({Product.TRANSLATION})
_PART: Final = 25  # characters that a named part needs at least
_FACT: Final = 8  # characters around a fact that make a sentence of it
_SLACK: Final = 1.25  # a little over is no contradiction
_NUMBER: Final = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A length in characters, and how many it may grow to where what must be in it does not fit (0: it fits)."""

    extent: Extent
    loosened: int = 0

    @property
    def is_short(self) -> bool:
        """Whether there is room for a few phrases only."""
        return self.extent.is_short

    @property
    def room(self) -> int:
        """The characters there are to plan with."""
        return self.loosened or (self.extent.low + self.extent.high) // 2


def amount_of(brief: Brief, understanding: Understanding, tongue: Tongue | None) -> Amount:
    """Return how long the answer is to be, loosened where a short one cannot hold what must be in it."""
    if isinstance(brief.length, Length):
        extent = _OF_CHOICE[brief.length]
    else:
        extent = read_extent(brief.length, english=tongue is ENGLISH)
    needed = _needed(understanding)
    if brief.length is Length.SHORT and needed > extent.high * _SLACK:
        return Amount(extent, _rounded(needed))
    return Amount(extent)


def amount_lines(brief: Brief, understanding: Understanding, amount: Amount, tongue: Tongue | None) -> list[str]:
    """Say the length as a number, and what it does not count."""
    locale = understanding.locale
    product = understanding.intent.product
    if product in _SOURCE_RULES:
        return [_said(brief, locale, amount, tongue), phrase(locale, "length.as_source")]
    lines = [_said(brief, locale, amount, tongue)]
    if amount.loosened:
        lines.append(phrase(locale, "length.loosened", high=f"{amount.loosened:,}"))
    if product in (Product.CODE, Product.FORMULA):
        lines.append(phrase(locale, "length.code_uncounted"))
    if product is Product.ROLEPLAY:
        lines.append(phrase(locale, "length.per_turn"))
    return lines


def _said(brief: Brief, locale: Locale, amount: Amount, tongue: Tongue | None) -> str:
    extent, length = amount.extent, brief.length
    if not isinstance(length, Length):
        if _NUMBER.search(length):
            return phrase(locale, "length.named", length=length)
        return phrase(locale, "length.range", low=f"{extent.low:,}", high=f"{extent.high:,}")
    is_least = length is Length.LONG
    if tongue is None or tongue is KOREAN:
        return phrase(
            locale,
            "length.least" if is_least else "length.range",
            low=f"{extent.low:,}",
            high=f"{extent.high:,}",
        )
    if tongue is not ENGLISH and brief.form in _IN_CELLS:
        return phrase(locale, f"length.{length}_cells")
    unit, counts = ("words", _WORDS) if tongue is ENGLISH else ("sentences", _SENTENCES)
    low, high = counts[length]
    return phrase(locale, f"length.{unit}_least" if is_least else f"length.{unit}", low=low, high=high)


def _needed(understanding: Understanding) -> int:
    """Return the least characters that the thing needs with its facts and named parts."""
    intent = understanding.intent
    parts = max((len(each.values) for each in understanding.requirements if each.demand is Demand.SECTIONS), default=0)
    facts = sum(len(fact) + _FACT for fact in understanding.facts) if intent.product in _HOLDS_FACTS else 0
    return max(intent.short, facts + parts * _PART, parts * _PART * 2)


def _rounded(number: int) -> int:
    return -(-number // 50) * 50


def item_count(amount: Amount, fields: int, usual: int, form: Form) -> int:
    """Return how many items with so many fields fit into an amount; `usual` is what the intent has at a medium one."""
    if usual == 0:
        return 0
    each = (12 if amount.is_short else 22 if form is Form.TABLE else 30) * max(fields, 1)
    fitting = max(amount.room // each, 3)
    ceiling = usual if amount.room <= 600 else usual * 2  # noqa: PLR2004 - a medium answer
    return min(fitting, ceiling)
