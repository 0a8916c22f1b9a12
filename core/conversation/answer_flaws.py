"""Why a typed text can be no answer to a question, whatever it says."""

from typing import Final

from core.conversation.answer_reading import read
from core.conversation.questions import QUESTIONS, Key
from core.privacy.text import MaskedText

IN_WORDS: Final = frozenset({Key.PURPOSE, Key.BACKGROUND, Key.REFERENCE, Key.TONE, Key.PERSONALITY, Key.CONSTRAINTS})
"""What is answered in words; of an example a number may be the whole."""


def flaw_of(key: Key, text: str) -> tuple[str, dict[str, int]] | None:
    """Return why `text` cannot be an answer at all: the id of the hint with its details; None if it can."""
    longest = QUESTIONS[key].max_length
    if not text.strip():
        return "hint.empty", {}
    if len(text) > longest:
        return "hint.too_long", {"max": longest, "length": len(text)}
    return None


def flaw_of_number(key: Key, text: str) -> tuple[str, dict[str, int]] | None:
    """Return why the number of a choice is no answer: the question has none to choose from, or none of that number."""
    number, choices = text.strip().rstrip(".)번"), QUESTIONS[key].choices
    if not (number.isascii() and number.isdecimal()):
        return None
    if choices:
        is_choice = len(number) == 1 and 0 < int(number) <= len(choices)
        return None if is_choice or read(key, MaskedText(text)) else ("hint.out_of_range", {"max": len(choices)})
    return ("hint.no_number", {}) if key in IN_WORDS else None
