"""The interface's own words and names of languages, which are nobody's: typed alone, no names are looked for."""

from typing import Final

from core.conversation.questions import QUESTIONS
from core.conversation.texts import TEXTS
from core.features.registry import CONTROLS
from core.prompting.languages import is_language

_WORDINGS: Final = frozenset(
    wording.casefold()
    for texts in TEXTS.values()
    for key, question in QUESTIONS.items()
    for wording in (texts[f"key.{key}"], *(texts[f"{key}.{choice}"] for choice in question.choices))
)


def is_wording(text: str) -> bool:
    """Say whether a text is nothing but the wording of a control, of a choice, an answer's name or a language's."""
    return text.strip().casefold() in _WORDINGS or is_language(text) or CONTROLS.named(text) is not None
