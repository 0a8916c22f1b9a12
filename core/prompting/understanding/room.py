"""Room: how much a short answer must be let grow so that what was given fits into it."""

from typing import Final

from core.choices import Length
from core.prompting.intents.intent import Intent, Product
from core.prompting.understanding.understanding import Demand, Introduction, Requirement

SHORT: Final = 120
"""The most characters of a short answer that nothing speaks against."""
_HOLDS_FACTS: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN, Product.CREATIVE})
_PART: Final = 50  # characters that a named part needs at least: a short sentence
_ITEM: Final = 14  # that an item needs: some words
_FACT: Final = 8  # around a fact that make a sentence of it
_TOLD: Final = 2  # of what was told in one breath about half is wishes and asides
_SLACK: Final = 1.25  # a little over is no contradiction


def loosened(length: object, intent: Intent, introduction: Introduction, requirements: tuple[Requirement, ...]) -> int:
    """Return the characters that a short answer may grow to; 0 where it can hold what must be in it."""
    if length is not Length.SHORT or intent.product in (Product.CODE, Product.FORMULA):
        return 0
    parts = max((len(each.values) for each in requirements if each.demand is Demand.SECTIONS), default=0)
    items = max(
        (each.count or len(each.values) for each in requirements if each.demand in (Demand.ITEMS, Demand.COUNT)),
        default=0,
    )
    given = sum(len(fact) + _FACT for fact in introduction.facts) + sum(map(len, introduction.told)) // _TOLD
    facts = given if intent.product in _HOLDS_FACTS else 0
    needed = max(intent.short, facts, parts * _PART, items * _ITEM)
    return -(-needed // 50) * 50 if needed > SHORT * _SLACK else 0
