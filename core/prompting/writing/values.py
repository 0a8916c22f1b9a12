"""Values: what can be checked in the answer, and what was worked out from the figures given."""

import re
from collections.abc import Iterable
from typing import Final

from core.prompting.brief import Brief
from core.prompting.intents.intent import Product
from core.prompting.understanding.sums import sums_in
from core.prompting.understanding.understanding import Understanding

_VALUE: Final = re.compile(
    r"(?P<date>[0-9]{1,2}월\s?[0-9]{1,2}일(?:\([월화수목금토일]\))?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}(?![0-9/])"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}(?:st|nd|rd|th)?)"
    r"|(?P<time>(?:오전\s|오후\s|낮\s|밤\s|새벽\s)?[0-9]{1,2}시(?!간)(?:\s?[0-9]{1,2}분|\s?반)?|[0-9]{1,2}:[0-9]{2}(?:\s?[ap]m)?|[0-9]{1,2}\s?[ap]m)"
    r"|(?P<sum>[$£€](?<![0-9])[0-9][0-9,.]{0,14}|(?<![0-9])[0-9][0-9,.]{0,14}\s?(?:(?:억|천만|백만|만|천)\s?[0-9,]{0,9}){0,4}(?:천|백)?\s?(?:원|달러)|(?<![0-9])[0-9][0-9,.]{0,14}만(?![가-힣0-9]))"
    r"|(?P<rate>(?<![0-9])[0-9][0-9,.]{0,14}\s?%p?)"
    r"|(?P<measure>(?<![A-Za-z0-9])(?<![0-9])[0-9][0-9,.]{0,14}\s?(?:건|명|대|호점|kg|km|g|ml|mm|㎡|평|부|석|좌석|박스|호|층|회|개|장|권|개월|주|일|년|시간|분|세|살)"
    r"(?=$|[^A-Za-z0-9가-힣]|(?:[은는이가을를에로의도]|까지|부터)(?:$|[^가-힣])))"
)
_OF_FACTS: Final = frozenset({Product.TEXT_TO_SEND, Product.DOCUMENT, Product.PLAN, Product.TABLE_OF_DATA})
_OF_FIGURES: Final = _OF_FACTS | {Product.COMPARISON, Product.DECISION_ADVICE, Product.ANALYSIS, Product.QUESTIONS}
_OF_TEXTS: Final = frozenset({Product.SUMMARY, Product.TABLE_OF_DATA, Product.ANALYSIS})  # a list of figures
_LEAST, _MOST = 2, 6  # one value needs no check of its own; more than a line holds are no check any more
# A figure that was taken back or is to be left blank, or one written as a word beside the others.
_NOT_EXACT: Final = re.compile(
    r"(?:^|\s)아니|아니(?:다|야)|(?:^|\s)아\s|빈칸|비워|비우|안 ?정해|미정|[0-9]\s?(?:인가|인지|쯤|정도|이냐)|\?"
)


def values_in(facts: Iterable[str], product: Product) -> tuple[str, ...]:
    """Return all values that must stand unchanged in what is made; none where too few or another thing is made.

    A list that lacks one would say that it need not be there: with a figure that is no value here, there is no list.
    """
    told = tuple(facts)
    if product not in _OF_FACTS or any(map(_NOT_EXACT.search, told)):
        return ()
    found = tuple(dict.fromkeys(match.group().strip() for fact in told for match in _VALUE.finditer(fact)))
    is_whole = not any(re.search(r"[0-9]", _VALUE.sub(" ", fact)) for fact in told)
    return found if is_whole and _LEAST <= len(found) <= _MOST else ()


def sums_of(brief: Brief, understanding: Understanding) -> tuple[str, ...]:
    """Return what was worked out from the figures given; nothing where figures are not what it is about."""
    product = understanding.intent.product
    told = (brief.purpose, *understanding.facts, *understanding.introduction.told) if product in _OF_FIGURES else ()
    worked_on = (brief.reference or "").splitlines() if product in _OF_TEXTS else ()
    return sums_in((*told, *worked_on), understanding.locale)
