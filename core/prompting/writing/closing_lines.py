"""Closing lines: how the answer can be checked, by what it consists of and by what its intent knows."""

import re
from collections.abc import Iterator
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.answer_length import Amount
from core.prompting.writing.answer_shape import form_of
from core.prompting.writing.intent_lines import advice
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.overruled_lines import named, says_count
from core.prompting.writing.phrases import phrase
from core.prompting.writing.sections import Heading
from core.prompting.writing.table_columns import sorted_by
from core.values.choices import Form

_FEWEST: Final = 3
CHECK: Final = 52
"""What a check of an intent is worth."""
_OF_FIGURES: Final = 78
NO_CEREMONY: Final = frozenset({Product.FORMULA, Product.LIST_OF_ITEMS, Product.REWRITE})
"""What is looked at once and used."""
_SUM: Final = re.compile(r"[0-9]\s?(?:백만|천만|만|천)?\s?원")
_MONEY: Final = re.compile(r"(?:예산|경비|비용)[^.\n0-9]{0,14}(?P<money>[0-9][0-9,]{0,10}\s?(?:백만|천만|만|천)?\s?원)")


def done_lines(brief: Brief, understanding: Understanding, amount: Amount) -> Iterator[Line]:
    """Say how the answer can be checked."""
    if amount.is_short and understanding.intent.product in NO_CEREMONY:
        return
    yield from (Line(Heading.DONE, text, Origin.SPECIFIC, _OF_FIGURES) for text in _counted(brief, understanding))
    yield from advice(understanding.intent.checks, brief, understanding, (Heading.DONE, Origin.CHECK, CHECK))


def _counted(brief: Brief, understanding: Understanding) -> Iterator[str]:
    """Yield what can be checked by counting or adding up: how many there are, whether they come out, the budget."""
    locale, form = understanding.locale, form_of(brief, understanding)
    holds, sides = understanding.holds, sorted_by(understanding)
    if understanding.intent.product is Product.ANALYSIS and holds and holds.unit == "rows" and sides:
        yield phrase(locale, "done.balance", parts=" + ".join(f"{side} □" for side in sides), count=holds.count)
    count = named(understanding, Demand.COUNT)
    if form is Form.LIST and count and says_count(count) and (count.count or 0) >= _FEWEST:
        yield phrase(locale, "done.count", count=count.count)
    money = next(filter(None, map(_MONEY.search, understanding.introduction.said)), None)
    # 15만원 나오고 3만원 더 모았고: neither is what there is.
    if understanding.intent.product is Product.PLAN and money and len(_SUM.findall(money.string)) == 1:
        yield phrase(locale, "done.budget", money=money["money"])
