"""The sentence of a prompt that says what its labels are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.privacy.labels import LABEL
from core.privacy.text import MaskedText
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale


def about_labels(prompt: MaskedText, left: Sequence[str]) -> MaskedText:
    """Return a prompt of which only the labels `left` will stay: the sentence names one of them, or is left out."""
    return MaskedText("\n".join(_lines(prompt, next((label for label in left if LABEL.fullmatch(label)), None))))


@cache
def _sentences() -> tuple[re.Pattern[str], ...]:
    words = (phrase(locale, "limits.label").split("{label}") for locale in Locale)
    return tuple(re.compile(rf"(?:- )?{LABEL.pattern.join(map(re.escape, parts))}") for parts in words)


def _lines(prompt: MaskedText, label: str | None) -> Iterator[str]:
    for line in prompt.split("\n"):
        if not any(sentence.fullmatch(line) for sentence in _sentences()):
            yield line
        elif label is not None:
            yield LABEL.sub(label, line)
