"""Closing lines: what is left blank because nobody gave it, and what of this brief's own numbers is to be checked."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.choices import Form
from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Demand, Understanding
from core.prompting.writing.advice import advice
from core.prompting.writing.amount import Amount
from core.prompting.writing.columns import sorted_by
from core.prompting.writing.line import Heading, Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.ruling import named, says_count
from core.prompting.writing.shape import form_of

_WRITTEN: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN})
_MOST: Final = 4  # names; more are a list of their own
_NAMED: Final = re.compile(r"\[[^\[\] ][^\[\]]{0,15}\]")
_LEAVES_BLANK: Final = re.compile(r"지어내|빈칸|비[우워]|둡니다|\b(?:invent|blank|leave|as)\b", re.IGNORECASE)
_FEWEST: Final = 3
CHECK: Final = 52
"""What a check of an intent is worth."""
_OF_FIGURES: Final = 78
NO_CEREMONY: Final = frozenset({Product.FORMULA, Product.LIST_OF_ITEMS, Product.REWRITE})
"""What is looked at once and used."""
_SUM: Final = re.compile(r"[0-9]\s?(?:백만|천만|만|천)?\s?원")
_MONEY: Final = re.compile(r"(?:예산|경비|비용)[^.\n0-9]{0,14}(?P<money>[0-9][0-9,]{0,10}\s?(?:백만|천만|만|천)?\s?원)")


def blanks_line(understanding: Understanding, traps: Iterable[Line]) -> str:
    """Return the line that names what stays blank, beside traps that may say it of one name; empty where nothing is."""
    is_known = bool(understanding.told)
    if understanding.intent.product not in _WRITTEN or not understanding.recognition.is_certain or not is_known:
        return ""
    said = [trap.text for trap in traps if _NAMED.search(trap.text) and _LEAVES_BLANK.search(trap.text)]
    names = [name for name in understanding.blanks if not any(name in text for text in said)][:_MOST]
    if not names:
        return ""
    return phrase(understanding.locale, "limits.blanks_too" if said else "limits.blanks", names=", ".join(names))


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
    money = next(filter(None, map(_MONEY.search, understanding.told)), None)
    # 15만원 나오고 3만원 더 모았고: neither is what there is.
    if understanding.intent.product is Product.PLAN and money and len(_SUM.findall(money.string)) == 1:
        yield phrase(locale, "done.budget", money=money["money"])
