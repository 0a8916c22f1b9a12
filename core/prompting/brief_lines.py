"""A brief line by line: each answer behind its name, as models and data sets are given it."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from core.privacy.text import MaskedText
from core.prompting.brief import Brief
from core.prompting.writing.phrases import phrase
from core.values.locale import Locale

_TOLD: Final = (
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
_DIGESTED: Final = ("purpose", "background", "form", "level", "tone", "constraints")
_REFERENCE: Final = {Locale.KO: "[자료] 있음", Locale.EN: "[Material] given"}
_LONGEST: Final = 300
_BRACKETS: Final = str.maketrans("[]", "()")
_BLANKS: Final = re.compile(r"\s+")


def told(brief: Brief, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each answer that was given, in the language of the brief, with the answer on one line."""
    for name in names:
        answer = getattr(brief, name)
        if answer:
            words = phrase(brief.locale, f"choice.{answer}") if isinstance(answer, StrEnum) else str(answer)
            yield phrase(brief.locale, f"answer.{name}"), _BLANKS.sub(" ", words)


def request_of(brief: Brief) -> MaskedText:
    """Return the line that the person wrote, and beneath it what else they answered; a reference is left out."""
    return MaskedText("\n".join([brief.purpose, *(f"- {name}: {answer}" for name, answer in told(brief, _TOLD))]))


def digest(brief: Brief) -> str:
    """Return the answers that matter to a wording, labelled; no answer can pass for a label of its own."""
    lines = [f"[{name}] {on_one_line(answer)}" for name, answer in told(brief, _DIGESTED)]
    return "\n".join([*lines, *([_REFERENCE[brief.locale]] if brief.reference else [])])


def on_one_line(answer: str) -> str:
    """Return a text on one line, without brackets, cut where it grows long."""
    line = _BLANKS.sub(" ", answer).translate(_BRACKETS)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
