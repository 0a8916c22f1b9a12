"""The digest: what a model is told of a brief, each answer on one line, none of the reference."""

import re
from typing import Final

from core.prompting.brief import Brief
from core.prompting.telling import told
from core.values.locale import Locale

_TOLD: Final = ("purpose", "background", "form", "level", "tone", "constraints")
_REFERENCE: Final = {Locale.KO: "[자료] 있음", Locale.EN: "[Material] given"}
_LONGEST: Final = 300
_BRACKETS: Final = str.maketrans("[]", "()")


def digest(brief: Brief) -> str:
    """Return the answers that matter to a wording, labelled; no answer can pass for a label of its own."""
    lines = [f"[{name}] {on_one_line(answer)}" for name, answer in told(brief, _TOLD)]
    return "\n".join([*lines, *([_REFERENCE[brief.locale]] if brief.reference else [])])


def on_one_line(answer: str) -> str:
    """Return a text on one line, without brackets, cut where it grows long."""
    line = re.sub(r"\s+", " ", answer).translate(_BRACKETS)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
