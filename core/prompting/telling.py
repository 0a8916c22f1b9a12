"""A brief told line by line: each answer behind its name, as a model or a data set is given it."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from core.prompting.brief import Brief
from core.prompting.writing.phrases import phrase

TOLD: Final = (
    "background",
    "form",
    "length",
    "language",
    "level",
    "tone",
    "personality",
    "constraints",
    "example_input",
    "example_output",
    "steps",
)
_BLANKS: Final = re.compile(r"\s+")


def told(brief: Brief, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each answer that was given, in the language of the brief, with the answer on one line."""
    for name in names:
        answer = getattr(brief, name)
        if answer:
            words = phrase(brief.locale, f"choice.{answer}") if isinstance(answer, StrEnum) else str(answer)
            yield phrase(brief.locale, f"answer.{name}"), _BLANKS.sub(" ", words)
