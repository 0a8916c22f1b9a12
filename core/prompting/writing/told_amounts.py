"""Figures: what is to be done with the amounts that were told, so that each of them counts for something."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.line import Line, Origin
from core.prompting.writing.phrases import phrase
from core.prompting.writing.sections import Heading
from core.values.choices import Form

_AMOUNT: Final = re.compile(
    r"(?<![\w.,:/#{~–-])(?<!월\s)(?<!시\s)[0-9][0-9,]*(?:\.[0-9]+)?\s?"
    r"(?:(?:천|백|십)?만\s?)?(?:원|%|퍼센트|명|곳|건|권|평|㎡|점|배|쪽|편|회|분|시간|일|주|개월|kg|g|km|cm|mm|m|L|ml|GB|MB|ms"
    r"|percent|people|hours|minutes|days|weeks|months|won|dollars)"
    r"(?![0-9A-Za-z])(?!기(?:[^가-힣]|$|[은는이가를엔에과와의도로까대말보부초]))(?!\s?(?:만점|짜리\s(?:회사|가게|카페|팀)|차|간격|생|째|살|전|뒤|후|까지|부터|반))"
)
_SECRET: Final = re.compile(
    r"쓰지\s?[말마않]|말고|빼|비밀|숨기|드러내지|모르게|언급\s?(?:안|금지|하지)|don['’]?t|not\b|secret"
)
_TIME: Final = re.compile(
    r"(?:분|시간|일|주|개월|쪽|편|hours|minutes|days|weeks|months)$"
)  # says when, and weighs little
_FEWEST, _MOST = 3, 6
_WORTH: Final = 84  # the second that an expert says, after what the intent says first
_BY_PRODUCT: Final = {
    Product.PLAN: "plan",
    Product.DECISION_ADVICE: "decision",
    Product.COMPARISON: "decision",
    Product.ANALYSIS: "analysis",
    Product.DOCUMENT: "analysis",
}


def figure_lines(understanding: Understanding, form: Form | str) -> Iterator[Line]:
    """Say what is to be done with the amounts that were told, where there are enough of them to be weighed."""
    product = understanding.intent.product
    name = _BY_PRODUCT.get(product) or ("analysis" if product is Product.OTHER and form is Form.REPORT else "")
    figures = amounts(understanding.introduction.said) if name else ()
    if len(figures) >= _FEWEST and sum(not _TIME.search(each) for each in figures) > 1:
        text = phrase(understanding.locale, f"figures.{name}", figures=", ".join(figures[:_MOST]))
        yield Line(Heading.TASK, text, Origin.SPECIFIC, _WORTH)


def amounts(told: Iterable[str]) -> tuple[str, ...]:
    """Return the amounts with their units, each once, but for those of sentences that keep something back."""
    return tuple(
        dict.fromkeys(
            found.group().strip() for each in told if not _SECRET.search(each) for found in _AMOUNT.finditer(each)
        )
    )
