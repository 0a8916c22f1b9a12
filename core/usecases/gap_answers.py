"""What a text or a press says to the question for a gap."""

import re
import unicodedata
from typing import Final

from core.conversation.answer_reading import choice_of_another, is_indifferent, is_no_answer, number_in, plain
from core.conversation.asking_gaps import LONGEST, open_slot
from core.conversation.control_names import Control
from core.conversation.early_answers import points_back
from core.conversation.events import GapAnswered, Said
from core.conversation.misplaced_answers import by_name
from core.conversation.session import Session
from core.features.registry import CONTROLS
from core.privacy.text import MaskedText
from core.prompting.intents.intent import Slot
from core.prompting.understanding.finding_gaps import head_of
from core.sessions.briefing import understanding_of
from core.usecases.gap_questions import answer_to, slot_named
from core.values.locale import Locale

_HOW_MANY: Final = re.compile(r"몇|며칠|얼마|\bhow (?:many|much|long|old)\b", re.IGNORECASE)
"""Questions to which a number may be the answer itself."""

_ENDING: Final = re.compile(
    r"(?<=[가-힣])(?:이요|이에요|예요|입니다|에게요?|한테요?|께요?|(?<=[님들])요|으?로요)[\s.!~]*$"
)
_IN_THE_REQUEST: Final = {Locale.KO: "요청에 적은 대로", Locale.EN: "as the request says"}
"""The answer of who says that it stands above: what the rules did not see there, whoever carries it out may."""

_JOINTS: Final = re.compile(r"\s*[·,/()]\s*|\s+(?:or|and)\s+")


def answered_by(event: GapAnswered, session: Session) -> GapAnswered:
    """Return a press on an option with the line that it leads to; without, where there is no such question any more."""
    found, slot = understanding_of(session), slot_named(event.slot, session)
    if found is None or slot is None or event.option > len(slot.options[found.locale]):
        return GapAnswered(event.slot)
    option = slot.options[found.locale][event.option - 1] if event.option else ""
    return _answered(slot, option, found.locale)


def read_gap(event: Said, session: Session) -> GapAnswered | None:
    """Return what a text says to the question it was written under, or else to the open one; None if nothing."""
    found, slot = understanding_of(session), slot_named(event.slot or open_slot(session), session)
    text = MaskedText(" ".join(event.text.split()))
    if found is None or slot is None or len(text) > LONGEST:
        return None
    if option := _option(text, slot.options[session.locale]):
        return _answered(slot, slot.options[found.locale][option - 1], found.locale)
    if points_back(text):
        return _answered(slot, _IN_THE_REQUEST[found.locale], found.locale)
    if choice_of_another(text) or by_name(text, session.locale, strictly=True):
        return None
    words = _own_words(text, slot, session)
    return None if words is None else _answered(slot, words, found.locale)


def _own_words(text: MaskedText, slot: Slot, session: Session) -> str | None:
    """Return the words of an answer that is none of the options: empty to leave it to the AI, None for no answer."""
    control, number = CONTROLS.named(text), number_in(text)
    if control is Control.LEAVE or is_indifferent(text) or number == len(slot.options[session.locale]) + 1:
        return ""
    if not text or control is Control.CONFIRM:
        given = answer_to(slot, session)  # stays
        return given.partition(": ")[2] if given else None
    if number:
        return text if _HOW_MANY.search(slot.ask[session.locale]) else None
    return None if control or is_no_answer(text) else _bare(text)


def _option(text: str, options: tuple[str, ...]) -> int:
    """Return the option that a text names by its number, its words, or one of the things it joins; 0 for none."""
    number = number_in(text)
    if 0 < number <= len(options):
        return number
    said = _folded(_bare(text))
    words = {said, said.removesuffix("요")}
    whole = [at for at, option in enumerate(options, 1) if _folded(option) in words]
    parts = [at for at, option in enumerate(options, 1) if words & set(map(_folded, _JOINTS.split(option)))]
    found = whole or parts
    return found[0] if len(found) == 1 and said else 0


def _bare(text: str) -> str:
    """Return an answer without its polite ending: 거래처 과장님께요 is 거래처 과장님."""
    bare = plain(MaskedText(text))
    return _ENDING.sub("", bare) or bare


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split()).strip(".!~?")


def _answered(slot: Slot, text: str, locale: Locale) -> GapAnswered:
    line = MaskedText(slot.line[locale].replace("{}", text)) if text else None
    return GapAnswered(slot.id, 0, line, head_of(slot, locale))
