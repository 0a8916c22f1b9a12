"""The reader: how hard the answer may be for them."""

import re
from typing import Final

from core.prompting.brief import Brief
from core.prompting.understanding.understanding import Understanding
from core.prompting.writing.phrases import phrase
from core.values.choices import Level

_PUBLIC: Final = re.compile(r"일반인|일반 ?(?:사람|대중|독자)|누구나|대중|anyone|general public", re.IGNORECASE)
_PUPILS: Final = re.compile(r"중고등학생|중고생|중학생")


def level_line(brief: Brief, understanding: Understanding) -> str:
    """Say how hard the answer may be."""
    locale, level = understanding.locale, brief.level
    if isinstance(level, Level):
        return phrase(locale, "audience.level", level=phrase(locale, f"level.{level}"))
    for name, pattern in (("public", _PUBLIC), ("pupils", _PUPILS)):
        if pattern.fullmatch(level):
            return phrase(locale, "audience.level", level=phrase(locale, f"level.{name}", level=level))
    return phrase(locale, "audience.level", level=level)
