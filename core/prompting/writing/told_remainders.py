"""Remainders: what is left of a whole of which a part was told, and the share that the part is."""

import re
from typing import Final

from core.prompting.intents.intent import Product
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase

_REASONED: Final = frozenset({Product.DOCUMENT, Product.ANALYSIS, Product.DECISION_ADVICE})
_OF_WHOLE: Final = re.compile(
    r"(?<![0-9.,~])(?P<whole>[0-9][0-9,]{0,8})\s?(?P<unit>명|건|개|곳|회|번|대|가구|팀)\s?(?:중|가운데)(?:에서?)?\s"
    r"(?:[가-힣]{1,8}\s){0,2}(?P<part>[0-9][0-9,]{0,8})\s?(?P=unit)(?!\s?(?:중|가운데|이상|이하|쯤|정도|씩))"
)
_MOST: Final = 3


def remainder_line(understanding: Understanding) -> str:
    """Say what is left of each whole (42건 − 5건 = 37건); empty where none was told with its part."""
    locale, sums = understanding.locale, []
    if understanding.intent.product not in _REASONED and understanding.recognition.is_certain:
        return ""
    for found in _OF_WHOLE.finditer("\n".join(understanding.introduction.told)):
        whole, part = (int(found[name].replace(",", "")) for name in ("whole", "part"))
        if 0 < part < whole:
            figures = {"whole": f"{whole:,}", "part": f"{part:,}", "left": f"{whole - part:,}", "unit": found["unit"]}
            sums.append(phrase(locale, "share.remainder", percent=round(part / whole * 100), **figures))
    return phrase(locale, "share.remainders", sums=" / ".join(sums[:_MOST])) if sums else ""
