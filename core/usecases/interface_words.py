"""The interface's own words, which are nobody's: typed alone, they are never looked through for names."""

from typing import Final

from core.conversation.questions import QUESTIONS
from core.conversation.texts import TEXTS
from core.features.registry import CONTROLS

_WORDINGS: Final = frozenset(
    wording.casefold()
    for texts in TEXTS.values()
    for key, question in QUESTIONS.items()
    for wording in (texts[f"key.{key}"], *(texts[f"{key}.{choice}"] for choice in question.choices))
)


def is_wording(text: str) -> bool:
    """Say whether a text is nothing but the wording of a control, of a choice, or of an answer's name."""
    return text.strip().casefold() in _WORDINGS or CONTROLS.named(text) is not None
