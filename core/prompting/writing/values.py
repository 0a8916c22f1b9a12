"""Values: what was worked out from the figures given."""

from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.understanding.sums import sums_in
from core.prompting.understanding.understanding import Understanding

_OF_FACTS: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN, Product.TABLE_OF_DATA})
_OF_FIGURES: Final = _OF_FACTS | {Product.COMPARISON, Product.DECISION_ADVICE, Product.ANALYSIS, Product.QUESTIONS}
_OF_TEXTS: Final = frozenset({Product.SUMMARY, Product.TABLE_OF_DATA, Product.ANALYSIS})  # a list of figures


def sums_of(brief: Brief, understanding: Understanding) -> tuple[str, ...]:
    """Return what was worked out from the figures given; nothing where figures are not what it is about."""
    product = understanding.intent.product
    told = (brief.purpose, *understanding.told) if product in _OF_FIGURES else ()
    worked_on = (brief.reference or "").splitlines() if product in _OF_TEXTS else ()
    return sums_in((*told, *worked_on), understanding.locale)
