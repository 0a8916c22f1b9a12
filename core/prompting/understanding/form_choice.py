"""Form choice: which one a thing is best in, where the person leaves that open or has chosen one it cannot be in."""

import re
from typing import Final

from core.prompting.intents.intent import Intent, Product
from core.prompting.understanding.counts import count_in, kinds_in
from core.values.choices import Form

NATURAL: Final = {
    Product.TABLE_OF_DATA: Form.TABLE,
    Product.COMPARISON: Form.TABLE,
    Product.CODE: Form.CODE,
    Product.FORMULA: Form.CODE,
    Product.LIST_OF_ITEMS: Form.LIST,
    Product.QUESTIONS: Form.LIST,
    Product.DOCUMENT: Form.REPORT,
}
"""The forms that products have of themselves; a document is one only where another form cannot be."""
_LEFT_OPEN: Final = {**NATURAL, Product.PLAN: Form.TABLE, Product.REVIEW: Form.LIST, Product.DOCUMENT: Form.PROSE}
_OF_SEVERAL: Final = frozenset({Product.DECISION_ADVICE, Product.ANALYSIS, Product.EXPLANATION})
_EACH: Final = re.compile(
    r"한 ?줄씩|하나씩|[0-9]개씩|(?:이유|까닭|뜻)(?:도)?\s?한 ?줄|one line each|\beach\b", re.IGNORECASE
)
_FEWEST: Final = 3
_DATA: Final = {
    name: re.compile(
        rf"(?<![A-Za-z])(?:{words})(?: ?(?:파일|형식|코드))?(?:으?로(?![가-힣])|[을를]? ?(?:만들|작성|써|변환))"
        rf"|\b(?:to|into|as) (?:an? )?(?:{words})\b",
        re.IGNORECASE,
    )
    for name, words in {
        "ics": "ics|icalendar",
        "yaml": "ya?ml",
        "xml": "xml",
        "html": "html",
        "markdown": "markdown|마크다운",
        "sql": "sql",
        "toml": "toml",
        "csv": "csv|tsv",
        "json": "json",
    }.items()
}


def best_form(intent: Intent, said: str, *, is_certain: bool) -> Form:
    """Return the form that a thing is usually best in: several things, each with its reason, are a list."""
    if not is_certain:
        return Form.PROSE
    form = _LEFT_OPEN.get(intent.product, Form.PROSE)
    is_of_several = intent.product in _OF_SEVERAL and ((count_in(said) or 0) >= _FEWEST or _EACH.search(said))
    if kinds_in(said) or is_of_several:
        form = Form.LIST
    return form if form in intent.shapes else Form.PROSE


def data_format(said: str) -> str:
    """Return the format of data that something is to be written in: json을 yaml로; empty where none is named."""
    return next((name for name, pattern in _DATA.items() if pattern.search(said)), "")
