"""The gaps that are asked for: which there are, how each is asked for, and what a text or a press says to it."""

import re
import unicodedata
from dataclasses import replace
from typing import Final

from core.conversation.answer_reading import choice_of_another, is_indifferent, is_no_answer, number_in, plain
from core.conversation.controls import Control
from core.conversation.early_answers import points_back
from core.conversation.events import GapAnswered, GapsFound, Said, SummaryRequested
from core.conversation.gaps import LONGEST, open_slot
from core.conversation.misplaced_answers import by_name
from core.conversation.questions import Key
from core.conversation.replies import AskGap, ShowSummary
from core.conversation.session import Session
from core.conversation.step import Step
from core.conversation.understood import ProposedQuestion
from core.features.registry import CONTROLS, advance
from core.features.substance import question_at, questions_in, slot_of
from core.privacy.text import MaskedText
from core.prompting.intents.intent import Cue, Slot, Text, Texts
from core.prompting.understanding.gaps import MOST_ASKED, head_of
from core.prompting.understanding.understanding import MaterialState
from core.sessions.briefing import understanding_of
from core.values.locale import Locale

_HOW_MANY: Final = re.compile(r"몇|며칠|얼마|\bhow (?:many|much|long|old)\b", re.IGNORECASE)
"""Questions to which a number may be the answer itself."""

_ENDING: Final = re.compile(
    r"(?<=[가-힣])(?:이요|이에요|예요|입니다|에게요?|한테요?|께요?|(?<=[님들])요|으?로요)[\s.!~]*$"
)
_IN_THE_REQUEST: Final = {Locale.KO: "요청에 적은 대로", Locale.EN: "as the request says"}
"""The answer of who says that it stands above: what the rules did not see there, whoever carries it out may."""

_JOINTS: Final = re.compile(r"\s*[·,/()]\s*|\s+(?:or|and)\s+")


def with_gaps(step: Step, *, is_wanted: bool) -> Step:
    """Return the step at the end of an interview with the first gap asked for in the place of the summary, if any is.

    A question that came from an earlier wish, or an earlier release, has no slot now: the summary takes its place.
    """
    if step.is_complete and is_wanted:
        slots = open_gaps(step.session)
        if len(slots) > step.session.open_gap:
            told = (reply for reply in step.replies if not isinstance(reply, ShowSummary))
            return advance(step.session, GapsFound(slots)).after(*told)
    unknown = any(isinstance(reply, AskGap) and not _slot(reply.slot, step.session) for reply in step.replies)
    return advance(step.session, SummaryRequested()) if unknown else step


def open_gaps(session: Session) -> tuple[str, ...]:
    """Return the slots that are asked for before the summary, those first that were dealt with already."""
    found = understanding_of(session)
    if found is None:
        return ()
    dealt_with = session.gaps[: session.open_gap]
    fresh = (gap.slot.id for gap in found.gaps if gap.is_asked and gap.slot.id not in dealt_with)
    return (*dealt_with, *fresh)[:MOST_ASKED]


def asked(reply: AskGap, session: Session) -> AskGap:
    """Return the question with its words, its options, and what is assumed where it is left to the AI."""
    found, slot = understanding_of(session), _slot(reply.slot, session)
    if found is None or slot is None:
        return reply
    current = _answer_to(slot, session)
    return replace(
        reply,
        question=slot.ask[session.locale],
        options=slot.options[session.locale],
        assumed=MaskedText(slot.assume[found.locale]) or None,
        current=current,
    )


def missing_material(session: Session) -> str:
    """Return what is worked on and was not given; empty where nothing is missing."""
    found = understanding_of(session)
    material = found.material if found else None
    return material.what if material and material.state is MaterialState.MISSING else ""


def answered_by(event: GapAnswered, session: Session) -> GapAnswered:
    """Return a press on an option with the line that it leads to; without, where there is no such question any more."""
    found, slot = understanding_of(session), _slot(event.slot, session)
    if found is None or slot is None or event.option > len(slot.options[found.locale]):
        return GapAnswered(event.slot)
    option = slot.options[found.locale][event.option - 1] if event.option else ""
    return _answered(slot, option, found.locale)


def read_gap(event: Said, session: Session) -> GapAnswered | None:
    """Return what a text says to the question it was written under, or else to the open one; None if nothing."""
    found, slot = understanding_of(session), _slot(event.slot or open_slot(session), session)
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
        given = _answer_to(slot, session)  # stays
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


def _answer_to(slot: Slot, session: Session) -> MaskedText | None:
    """Return the line that answers a question already."""
    constraints = session.answers.get(Key.CONSTRAINTS)
    heads = tuple(head_of(slot, locale) for locale in Locale)
    lines = constraints.text.splitlines() if constraints else []
    return next((MaskedText(line) for line in lines if line.startswith(heads)), None)


def questions_of(session: Session) -> tuple[ProposedQuestion, ...]:
    """Return what a model would ask and nobody has answered; with what was asked before, two in all."""
    by_rule = sum(question_at(session, slot) is None for slot in session.gaps)
    offered = questions_in(session)[: max(0, MOST_ASKED - by_rule)]
    return tuple(each for each in offered if not _answer_to(_slot_for(each, session), session))


def _slot(name: str, session: Session) -> Slot | None:
    found, question = understanding_of(session), question_at(session, name)
    if question is not None:
        return _slot_for(question, session)
    return next((slot for slot in found.intent.slots if slot.id == name), None) if found else None


def _slot_for(question: ProposedQuestion, session: Session) -> Slot:
    """Return the slot of a question of a model: it is asked and answered as those of the intents are."""
    options, line = tuple(map(str, question.options)), f"{question.about}: {{}}"
    return Slot(
        id=slot_of(session, question.number),
        decides=False,
        ask=Text(question.ask, question.ask),
        options=Texts(options, options),
        assume=Text("", ""),
        line=Text(line, line),
        said=Cue(()),
    )
