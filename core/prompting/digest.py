"""The digest: what a model is told of a brief, each answer on one line, none of the reference."""

import re
from typing import Final

from core.locale import Locale
from core.prompting.brief import Brief

_HEADINGS: Final = {
    Locale.KO: {
        "purpose": "요청",
        "background": "요청자",
        "form": "형식",
        "level": "읽는 사람",
        "tone": "말투",
        "constraints": "조건",
    },
    Locale.EN: {
        "purpose": "Request",
        "background": "From",
        "form": "Form",
        "level": "Readers",
        "tone": "Tone",
        "constraints": "Limits",
    },
}
_REFERENCE: Final = {Locale.KO: "[참고 자료] 있음", Locale.EN: "[Reference] given"}
_LONGEST: Final = 300
_BRACKETS: Final = str.maketrans("[]", "()")


def digest(brief: Brief) -> str:
    """Return the answers that matter to a wording, labelled; no answer can pass for a heading of its own."""
    answers = ((heading, getattr(brief, name)) for name, heading in _HEADINGS[brief.locale].items())
    lines = [f"[{heading}] {_line(answer)}" for heading, answer in answers if answer]
    return "\n".join([*lines, *([_REFERENCE[brief.locale]] if brief.reference else [])])


def said(brief: Brief) -> str:
    """Return all that the person said about the task, uncut: the source of names, numbers and foreign words."""
    return "\n".join(getattr(brief, name) or "" for name in _HEADINGS[brief.locale])


def _line(answer: str) -> str:
    line = re.sub(r"\s+", " ", answer).translate(_BRACKETS)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
