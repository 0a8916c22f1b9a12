"""The line that has labels kept as they are, which cannot be taken away."""

import re
from functools import cache

from core.prompting.writing.phrases import phrase
from core.values.locale import Locale


def keeps_labels(line: str) -> bool:
    """Say whether a line of a prompt is the one that has its labels kept."""
    return any(pattern.match(" ".join(line.split())) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    said = (phrase(locale, "limits.label", label="LABEL") for locale in Locale)
    return tuple(re.compile(re.escape(each).replace("LABEL", r"\{.{1,40}\}") + "$") for each in said)
