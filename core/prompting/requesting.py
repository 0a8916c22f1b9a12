"""The request: a brief in its person's own words, as a model is asked to make a prompt of it."""

from typing import Final

from core.privacy.text import MaskedText
from core.prompting.answers import inline
from core.prompting.brief import Brief
from core.prompting.wording import FRAMES

_LEFT_OUT: Final = frozenset({"purpose", "reference", "reference_name"})


def request_of(brief: Brief) -> MaskedText:
    """Return the line that the person wrote, and beneath it what else they answered; a reference is left out."""
    frame = FRAMES[brief.locale]
    lines = [str(brief.purpose)]
    for name, label in frame.labels.items():
        answer = getattr(brief, name)
        if answer and name not in _LEFT_OUT:
            lines.append("- " + inline(label, frame.choices.get(name, {}).get(answer, answer)))
    return MaskedText("\n".join(lines))
