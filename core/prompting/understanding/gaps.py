"""Gaps: what decides the answer and was not said."""

from collections.abc import Iterator

from core.locale import Locale
from core.prompting.intents.intent import Intent
from core.prompting.understanding.understanding import Gap

MOST_ASKED = 2
"""More questions than this tire people more than the answers help."""
_FULL = 120  # characters: who has written so much has said what they want to say


def find_gaps(intent: Intent, said: str, locale: Locale) -> tuple[Gap, ...]:
    """Return the slots of an intent that the person's words leave open, those to be asked first.

    A slot that decides is asked, unless the person has written at length: then it is assumed like the others.
    """
    return tuple(sorted(_open(intent, said, locale), key=lambda gap: not gap.is_asked))


def _open(intent: Intent, said: str, locale: Locale) -> Iterator[Gap]:
    asked = 0
    for slot in intent.slots:
        if slot.said.is_in(said):
            continue
        is_asked = slot.decides and asked < MOST_ASKED and len(said) < _FULL
        asked += is_asked
        yield Gap(slot, is_asked, slot.assume[locale])
