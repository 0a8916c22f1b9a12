"""The reader: how hard the answer may be for them."""

import re
from typing import Final

from core.prompting.brief import Brief
from core.prompting.writing.phrases import phrase
from core.values.choices import Level
from core.values.locale import Locale

_PUBLIC: Final = re.compile(r"일반인|일반 ?(?:사람|대중|독자)|누구나|대중|anyone|general public", re.IGNORECASE)
_PUPILS: Final = re.compile(r"중고등학생|중고생|중학생")


def level_of(brief: Brief, locale: Locale) -> str:
    """Say how hard the answer may be."""
    level = brief.level
    if isinstance(level, Level):
        return phrase(locale, f"level.{level}")
    for name, pattern in (("public", _PUBLIC), ("pupils", _PUPILS)):
        if pattern.fullmatch(level):
            return phrase(locale, f"level.{name}", level=level)
    return level
