"""The reader: how hard the answer may be for them."""

import re
from typing import Final

from core.choices import Level
from core.prompting.brief import Brief
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase

_PUBLIC: Final = re.compile(r"일반인|일반 ?(?:사람|대중|독자)|누구나|대중|anyone|general public", re.IGNORECASE)
# How hard the words may be, and not who reads: 쉬운 한국어, 할머니도 알게.
_MEASURE: Final = re.compile(
    r"쉬운|쉽게|알게|알아듣|이해하게|TOPIK|토픽|JLPT|HSK|[1-9]급|초급|중급|고급|기초|수준|정도|\b(?:easy|simple|plain|basic|level)\b",
    re.IGNORECASE,
)
# What is said to people, and read by whoever says it.
_SPEECH: Final = re.compile(r"축사|연설|스피치|주례사|강연|송사|답사(?!기)|건배사|\b(?:speech|toast)\b", re.IGNORECASE)
_PUPILS: Final = re.compile(r"중고등학생|중고생|중학생")


def level_line(brief: Brief, understanding: Understanding) -> str:
    """Say how hard the answer may be; a typed level that is no measure says who reads (경찰 조사관)."""
    locale, level = understanding.locale, brief.level
    if isinstance(level, Level):
        return phrase(locale, "audience.level", level=phrase(locale, f"level.{level}"))
    for name, pattern in (("public", _PUBLIC), ("pupils", _PUPILS)):
        if pattern.fullmatch(level):
            return phrase(locale, "audience.level", level=phrase(locale, f"level.{name}", level=level))
    is_measure = understanding.audience or _MEASURE.search(level)
    if is_measure:
        return phrase(locale, "audience.level", level=level)
    return phrase(locale, "audience.heard" if _SPEECH.search(brief.purpose) else "audience.typed", level=level)
