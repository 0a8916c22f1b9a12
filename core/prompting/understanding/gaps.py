"""Gaps: what decides the answer and was not said."""

import re
from collections.abc import Iterator
from typing import Final

from core.locale import Locale
from core.prompting.intents.intent import Intent, Slot
from core.prompting.understanding.understanding import Gap, Introduction

MOST_ASKED: Final = 2
"""More questions than this tire people more than the answers help."""
_FULL: Final = 120  # characters: who has written so much has said what they want to say
_MANY_FACTS: Final = 3  # with so many facts, a default about something minor is likelier wrong than helpful
_ABOUT_A_READER: Final = re.compile(r"읽|받는|보나요|보내|알리|부탁|제안|사과|거절|쓰나요|정하")
_ABOUT_A_PERSON: Final = re.compile(r"누구|누가|몇 명|대상")


def find_gaps(intent: Intent, said: str, introduction: Introduction, audience: str, locale: Locale) -> tuple[Gap, ...]:
    """Return the slots of an intent that the person's words leave open, those to be asked first.

    A slot that decides is asked, unless the person has written at length: then it is assumed like the others. Where
    many facts are given, what does not decide is left to the AI.
    """
    facts = len(introduction.facts) + len(introduction.wishes)
    gaps = _open(intent, said, introduction, audience, locale)
    wanted = (gap for gap in gaps if gap.slot.decides or facts < _MANY_FACTS)
    return tuple(sorted(wanted, key=lambda gap: not gap.is_asked))


def _open(intent: Intent, said: str, introduction: Introduction, audience: str, locale: Locale) -> Iterator[Gap]:
    asked = 0
    for slot in intent.slots:
        if slot.said.is_in(said) or _is_answered(slot, said) or _is_known(slot, introduction, audience):
            continue
        is_asked = slot.decides and asked < MOST_ASKED and len(said) < _FULL
        asked += is_asked
        yield Gap(slot, is_asked, slot.assume[locale])


def head_of(slot: Slot, locale: Locale) -> str:
    """Return how the line begins that answers a slot: 받는 사람: ."""
    return slot.line[locale].partition("{}")[0]


def _is_answered(slot: Slot, said: str) -> bool:
    """Whether the line that answers the slot stands among the person's words."""
    heads = tuple(filter(None, (head_of(slot, locale) for locale in Locale)))
    return bool(heads) and any(line.startswith(heads) for line in said.splitlines())


def _is_known(slot: Slot, introduction: Introduction, audience: str) -> bool:
    """Whether the answer to a question about a person stands in who reads or who asks."""
    if not _ABOUT_A_PERSON.search(slot.ask.ko):
        return False
    return bool(audience) if _ABOUT_A_READER.search(slot.ask.ko) else bool(introduction.who or audience)
