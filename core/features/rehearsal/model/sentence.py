"""What a model wrote: its JSON object, and whether a sentence of it may be shown."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Final

from core.privacy.labels import LABEL, find_labels
from core.prompting.guard import traces
from core.prompting.guard.drift import drifts
from core.prompting.guard.looping import loops
from core.prompting.guard.violations import latin_words
from core.values.locale import Locale

_ANY_LETTER: Final = re.compile(r"[^\W\d_]")


def presentable(text: object, longest: int, known: str, locale: Locale, *, shortest: int = 2) -> str | None:
    """Return what a model wrote for one sentence, on one line; None if it may not be shown.

    `known` is what was said before: foreign words and labels are taken from there alone.
    """
    if not isinstance(text, str):
        return None
    line = " ".join(text.split())
    if not shortest <= len(line) <= longest or not _ANY_LETTER.search(line):
        return None
    return None if _strays(line, known, locale) else line


def _strays(line: str, known: str, locale: Locale) -> bool:
    rest = LABEL.sub("", line)
    labels: Collection[str] = find_labels(known)
    return (
        not set(find_labels(line)) <= set(labels)
        or "{" in rest
        or "}" in rest
        or drifts(line, locale, latin_words(known))
        or any(
            pattern.search(line)
            for pattern in (traces.THINKING, traces.MARKS, traces.LINK, traces.LOOP, traces.OBEDIENCE)
        )
        or loops(line)
    )


def object_in(answer: str) -> Mapping[str, object]:
    """Return the JSON object that an answer is; empty when it is none."""
    try:
        value = json.loads(answer)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def list_in(answer: Mapping[str, object], name: str) -> list[object]:
    """Return a list in an object; empty when it holds none by that name."""
    value = answer.get(name)
    return value if isinstance(value, list) else []
