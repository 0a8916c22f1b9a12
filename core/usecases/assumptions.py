"""What was assumed of a wish, and what a text or a press puts in its place."""

from dataclasses import replace

from core.conversation.events import AssumptionSettled
from core.conversation.session import Session
from core.privacy.text import MaskedText
from core.prompting.intents.intent import Slot
from core.prompting.understanding.understanding import Understanding
from core.sessions.briefing import understanding_of
from core.values.locale import Locale


def stated(text: MaskedText, found: Understanding) -> AssumptionSettled | None:
    """Return the assumption that a text sets right by its name: 받는 사람은 팀장."""
    for gap in found.gaps:
        head, colon, _ = gap.assumed.partition(":")
        said = text.strip()
        if not colon or not said.casefold().startswith(head.casefold()):
            continue
        rest = said[len(head) :].lstrip()
        particle = next((each for each in ("은 ", "는 ", "을 ", "를 ", ":", "= ", "is ") if rest.startswith(each)), "")
        answer = rest.removeprefix(particle).strip(" .!")
        if particle and answer:
            return AssumptionSettled(gap.slot.id, 0, MaskedText(f"{head}: {answer}"), MaskedText(gap.assumed))
    return None


def settled(event: AssumptionSettled, session: Session) -> AssumptionSettled:
    """Return the press on an assumption with the lines that it is about; without, where it is none any more."""
    found = understanding_of(session.underlying)
    gap = next((gap for gap in found.gaps if gap.slot.id == event.slot), None) if found else None
    if found is None or gap is None:
        return replace(event, line=None, assumed=None)
    line = _line(gap.slot, event.option, found.locale)
    # With its answer a gap is closed; only one that is not answered leaves an assumption to take away.
    return replace(event, line=line, assumed=None if line else MaskedText(gap.assumed))


def lines_instead(slot: Slot, locale: Locale) -> tuple[str, ...]:
    """Return what may stand in the prompt instead of an assumption."""
    return tuple(slot.line[locale].format(option) for option in slot.options[locale])


def _line(slot: Slot, option: int, locale: Locale) -> MaskedText | None:
    lines = lines_instead(slot, locale)
    return MaskedText(lines[option - 1]) if 0 < option <= len(lines) else None
