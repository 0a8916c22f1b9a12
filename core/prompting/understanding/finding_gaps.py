"""Finding the gaps: what decides the answer and was not said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.prompting.intents.intent import Intent, Slot
from core.prompting.understanding.subject_matter import names_matter, names_recipient
from core.prompting.understanding.understanding import Gap, Introduction, Requirement
from core.values.locale import Locale

MOST_ASKED: Final = 2
"""More questions than this tire people more than the answers help."""
_FULL: Final = 120  # characters: who has written so much has said what they want to say
_MANY_FACTS: Final = 3  # with so many facts, a default about something minor is likelier wrong than helpful
_CHOOSE: Final = {
    Locale.KO: "알맞게 정하고, 무엇으로 보았는지 밝힙니다.",
    Locale.EN: "choose what fits, and say what was assumed.",
}
_TO_WHOM: Final = re.compile(r"누구에게|어디(?:에|로) 보내")
_WITH_WHOM: Final = re.compile(r"누구[와랑]")
_TOGETHER: Final = re.compile(
    r"[가-힣](?:이?랑|하고|와 함께|과 함께|끼리)\s|\d ?명|\d ?인(?![가-힣])|부부|\bwith (?:my|our|a|two|three)\b"
)
_OF_THE_ASKER: Final = re.compile(r"누가 (?:신청|하나)|누구의 이야기|상대는")
_WHO_ASKS: Final = re.compile(
    r"일(?:해|하|합|함)|다(?:녀|니|닙|님)|근무|운영|담당|사원|대리|과장|팀장|원장|교사|학년|학과|전공|준비|\S(?:팀|부|과|실|사원|직)$|(?:이에요|예요|입니다|임)\.?$"
)
_ABOUT_A_PERSON: Final = re.compile(r"누구(?![와랑])|누가|대상|어디(?:에|로) 보내")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person has told: the purpose, all their words together, the introduction taken apart, who reads."""

    purpose: str
    said: str
    introduction: Introduction
    audience: str


def find_gaps(intent: Intent, told: Told, locale: Locale) -> tuple[Gap, ...]:
    """Return the slots of an intent that the person's words leave open, those to be asked first.

    A slot that decides is asked, unless the person has written at length: then it is assumed like the others. Where
    many facts are given, what does not decide is left to the AI.
    """
    facts = len(told.introduction.facts) + len(told.introduction.read)
    gaps = _open(intent, told, locale)
    wanted = (gap for gap in gaps if gap.slot.decides or facts < _MANY_FACTS)
    return tuple(sorted(wanted, key=lambda gap: not gap.is_asked))


def _open(intent: Intent, told: Told, locale: Locale) -> Iterator[Gap]:
    asked = 0
    for slot in intent.slots:
        if slot.said.is_in(told.said) or _is_answered(slot, told.said) or _is_known(slot, intent, told):
            continue
        is_asked = slot.decides and asked < MOST_ASKED and len(told.said) < _FULL
        asked += is_asked
        yield Gap(slot, is_asked, slot.assume[locale] or _left_open(slot, locale, is_asked=is_asked))


def _left_open(slot: Slot, locale: Locale, *, is_asked: bool) -> str:
    """Return what is assumed where the intent has no likely answer: that the AI chooses, and says what."""
    return f"{head_of(slot, locale)}{_CHOOSE[locale]}" if is_asked and head_of(slot, locale) else ""


def head_of(slot: Slot, locale: Locale) -> str:
    """Return how the line begins that answers a slot: 받는 사람: ."""
    return slot.line[locale].partition("{}")[0]


def split_answers(intent: Intent, constraints: str) -> tuple[tuple[Requirement, ...], str]:
    """Return the lines of the constraints that answer slots, which stand as they are, and the other lines."""
    heads = tuple(filter(None, (head_of(slot, locale) for slot in intent.slots for locale in Locale)))
    lines = constraints.splitlines()
    answers = [line for line in lines if line.startswith(heads)]
    others = [line for line in lines if not line.startswith(heads)]
    return tuple(Requirement(line, line) for line in answers), "\n".join(others)


def _is_answered(slot: Slot, said: str) -> bool:
    """Whether the line that answers the slot stands among the person's words."""
    heads = tuple(filter(None, (head_of(slot, locale) for locale in Locale)))
    return bool(heads) and any(line.startswith(heads) for line in said.splitlines())


def _is_known(slot: Slot, intent: Intent, told: Told) -> bool:
    """Whether the answer stands in what the request is about, in who reads, or in who asks."""
    if slot.about:
        facts = (fact for fact in told.introduction.facts if not _WHO_ASKS.search(fact))
        return any(facts) or names_matter(told.purpose, intent)
    if _WITH_WHOM.search(slot.ask.ko) and _TOGETHER.search(told.said):
        return True
    if not _ABOUT_A_PERSON.search(slot.ask.ko):
        return False
    if _TO_WHOM.search(slot.ask.ko) and names_recipient(told.said):
        return True
    return bool(told.audience) or (_OF_THE_ASKER.search(slot.ask.ko) is not None and bool(told.introduction.who))
