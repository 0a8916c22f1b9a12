"""Talking with a persona, and looking back."""

from dataclasses import replace
from typing import Final

from core.conversation import any_phase
from core.conversation.control_names import Control
from core.conversation.events import Event, LocaleChosen, Said, Started
from core.conversation.expected_input import Expects, Occasion
from core.conversation.replies import Tell, TellEnded
from core.conversation.session import Phase, Session
from core.conversation.starting import start
from core.conversation.step import Step, wait_for
from core.features.rehearsal.choice_handlers import show_cast, show_drawn, show_goal
from core.features.rehearsal.events import LineMissing, LineSpoken, Reviewed
from core.features.rehearsal.external_prompt import portable_prompt
from core.features.rehearsal.progress import (
    LEFT,
    TALKING,
    at,
    line,
    persona_of,
    refusal,
    rehearsal_of,
    talk,
    with_changes,
)
from core.features.rehearsal.replies import ShowDocument, ShowReview
from core.features.rehearsal.review import Review
from core.features.rehearsal.state import RehearsalJob, RehearsalPhase
from core.features.rehearsal.talk import TalkLine, Who, said_by
from core.features.rehearsal.transcript import transcript
from core.privacy.text import MaskedText

LONGEST_LINE: Final = 1_000
_LOOKING_BACK: Final = (
    Control.RESUME,
    Control.RESTART,
    Control.TRANSCRIPT,
    Control.PORTABLE,
    Control.PARTNER,
    Control.STOP,
)


def hear(session: Session, event: Said) -> Step:
    """Take what the person says to the persona, and have it answered."""
    text = event.text.strip()
    if not 0 < len(text) <= LONGEST_LINE:
        return Step(session, (refusal(text, LONGEST_LINE, event.control),))
    lines = (*rehearsal_of(session).lines, TalkLine(Who.PERSON, MaskedText(text)))
    return _speak(with_changes(session, lines=lines, review=None))


def hear_meanwhile(session: Session, event: Said) -> Step:
    """Keep what is said while the persona is thinking; it is answered after what it said before."""
    text = event.text.strip()
    if not 0 < len(text) <= LONGEST_LINE:
        return Step(session, (Tell("rehearsal.busy", controls=(Control.CANCEL,)),))
    lines = (*rehearsal_of(session).lines, TalkLine(Who.PERSON, MaskedText(text)))
    return Step(with_changes(session, lines=lines), (Tell("rehearsal.heard", controls=(Control.CANCEL,)),))


def retry(session: Session, _event: Event) -> Step:
    """Have the last line answered after all."""
    lines = rehearsal_of(session).lines
    if not lines or lines[-1].who is Who.PERSONA:
        return Step(session, (Tell("rehearsal.nothing_left", controls=TALKING, expects=Expects.LINE),))
    return _speak(session)


def take_line(session: Session, event: LineSpoken) -> Step:
    """Show what the persona says, in its place: what was said meanwhile stands behind it."""
    rehearsal = rehearsal_of(session)
    lines = (*rehearsal.lines[: event.heard], event.line, *rehearsal.lines[event.heard :])
    talking = with_changes(at(session, RehearsalPhase.REHEARSING), lines=lines)
    shown = replace(line(talking, event.line), text="rehearsal.stock" if event.line.is_stock else None)
    if lines[-1] is event.line:
        return Step(talking, (shown,))
    return Step(talking, (replace(shown, controls=()), Tell("rehearsal.left", controls=LEFT, expects=Expects.LINE)))


def miss_line(session: Session, event: LineMissing) -> Step:
    """Say that no answer came; what the person said stays, and can be sent again."""
    details: dict[str, str | int] = {"minutes": event.minutes} if event.minutes else {}
    return Step(
        at(session, RehearsalPhase.REHEARSING),
        (TellEnded(f"rehearsal.fault.{event.fault}", details, LEFT, Expects.LINE),),
    )


def refuse(minutes: int) -> LineMissing:
    """Return that no line is spoken, for the person has asked for too many lately."""
    return LineMissing("often", minutes)


def ask_review(session: Session, _event: Event) -> Step:
    """Have the talk looked back upon, if there is one."""
    if not said_by(Who.PERSON, rehearsal_of(session).lines):
        return Step(session, (Tell("rehearsal.nothing_said", controls=TALKING, expects=Expects.LINE),))
    return wait_for(session, RehearsalJob.REVIEW, "rehearsal.reviewing")


def take_review(session: Session, event: Reviewed) -> Step:
    """Show how it went."""
    return _show_review(with_changes(session, review=event.review), event.review)


def restart(session: Session, _event: Event) -> Step:
    """Talk to the same persona about the same thing, from the beginning."""
    return talk(with_changes(session, lines=(), review=None))


def go_on(session: Session, _event: Event) -> Step:
    """Go on talking after a review."""
    return talk(session)


def hand_over_transcript(session: Session, _event: Event) -> Step:
    """Hand the rehearsal over as a document."""
    rehearsal = rehearsal_of(session)
    text = transcript(
        persona_of(session), rehearsal.goal or MaskedText(""), rehearsal.lines, rehearsal.review, session.locale
    )
    return Step(session, (ShowDocument("rehearsal.transcript", text),))


def hand_over_prompt(session: Session, _event: Event) -> Step:
    """Hand the rehearsal over as a prompt for any AI."""
    prompt = portable_prompt(persona_of(session), rehearsal_of(session).goal or MaskedText(""), session.locale)
    return Step(session, (ShowDocument("rehearsal.portable", prompt),))


def offer_resume(session: Session, _event: Event) -> Step:
    """Offer to go on with the rehearsal."""
    return Step(session, (Tell("rehearsal.resume", controls=(Control.RESUME, Control.STOP)),))


def leave_for_new(session: Session, event: Started) -> Step:
    """Take a new start after the review: of an interview, where there is none to return to."""
    if rehearsal_of(session).back is Phase.NEW:
        return start(replace(session, phase=Phase.NEW), event)
    return offer_resume(session, event)


def remind(session: Session, _event: Said) -> Step:
    """Say what can be done after the review."""
    return Step(session, (Tell("rehearsal.after", controls=_LOOKING_BACK),))


def stop_waiting(session: Session, _event: Event) -> Step:
    """Stop waiting for an answer; all that was said stays."""
    return Step(
        at(session, RehearsalPhase.REHEARSING), (TellEnded("rehearsal.cancelled", controls=LEFT, expects=Expects.LINE),)
    )


def stop_reviewing(session: Session, _event: Event) -> Step:
    """Stop waiting for the look back."""
    stopped = TellEnded("rehearsal.review_cancelled", controls=TALKING, expects=Expects.LINE)
    return Step(at(session, RehearsalPhase.REHEARSING), (stopped,))


def leave(session: Session, event: Event) -> Step:
    """End the rehearsal and show where it was begun."""
    back = rehearsal_of(session).back
    if back is Phase.NEW:
        return Step(replace(session, phase=Phase.CANCELLED), (Tell("rehearsal.over", closes=True),))
    return any_phase.show(replace(session, phase=back), event).after(Tell("rehearsal.left_behind"))


def speak(session: Session, event: LocaleChosen) -> Step:
    """Change the language of the interface."""
    return show(replace(session, locale=event.locale), event).after(Tell("locale.chosen", occasion=Occasion.LANGUAGE))


def help_here(session: Session, event: Event) -> Step:
    """Say what can be typed here, and show where the rehearsal stands."""
    return show(session, event).after(Tell("help.rehearsal"))


def show(session: Session, _event: Event) -> Step:
    """Show where the rehearsal stands."""
    rehearsal = rehearsal_of(session)
    match session.phase:
        case RehearsalPhase.APPROVING:
            return show_drawn(session)
        case RehearsalPhase.AIMING:
            return show_goal(session)
        case RehearsalPhase.REHEARSING:
            return talk(session)
        case RehearsalPhase.REVIEWED:
            return _show_review(session, rehearsal.review or Review())
        case _:
            return show_cast(session)


def _speak(session: Session) -> Step:
    return wait_for(session, RehearsalJob.SPEAK, "rehearsal.thinking")


def _show_review(session: Session, review: Review) -> Step:
    reply = ShowReview(persona_of(session).name, review, _LOOKING_BACK)
    return Step(at(session, RehearsalPhase.REVIEWED), (reply,))
