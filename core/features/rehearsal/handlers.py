"""Rehearsing: choosing somebody, saying what to bring across, talking, looking back."""

import re
from dataclasses import replace
from typing import Final

from core.conversation import moves
from core.conversation.controls import Control
from core.conversation.events import Event, LocaleChosen, Said, Started
from core.conversation.interview import start
from core.conversation.questions import Key
from core.conversation.replies import Reply, ShowProgress, Tell, TellEnded
from core.conversation.session import Errand, Phase, Session, State
from core.conversation.step import Step
from core.conversation.vocabulary import NO_PURPOSE
from core.features.rehearsal.cast import CAST, IDS
from core.features.rehearsal.draft import LONGEST_DESCRIPTION
from core.features.rehearsal.events import LineMissing, LineSpoken, PersonaChosen, PersonaDrawn, Reviewed
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.portable import portable_prompt
from core.features.rehearsal.replies import ShowCast, ShowDocument, ShowLine, ShowPersona, ShowReview
from core.features.rehearsal.review import Review
from core.features.rehearsal.state import Rehearsal, RehearsalJob, RehearsalPhase
from core.features.rehearsal.talk import Line, Who, said_by
from core.features.rehearsal.transcript import transcript
from core.privacy.text import MaskedText

LONGEST_GOAL: Final = 500
LONGEST_LINE: Final = 1_000
_QUOTED: Final = 60
_FINE: Final = re.compile(
    r"(?:네[, ]*)?(?:좋아요?|좋습니다|좋네요|괜찮아요?|이대로(?: ?좋아요| ?할게요)?|시작(?:해요|할게요|하기)?"
    r"|fine|good|start)[.!~]*",
    re.IGNORECASE,
)
_TALKING: Final = (Control.ASSESS, Control.BACK, Control.STOP)
_LEFT: Final = (Control.AGAIN, Control.ASSESS, Control.STOP)
_LOOKING_BACK: Final = (
    Control.RESUME,
    Control.RESTART,
    Control.TRANSCRIPT,
    Control.PORTABLE,
    Control.PARTNER,
    Control.STOP,
)


def begin(session: Session, _event: Event) -> Step:
    """Ask whom to rehearse with, if there is a model to play them."""
    if not session.endpoints:
        return Step(session, (Tell("rehearsal.nowhere"),))
    back = rehearsal_of(session).back if session.phase in set(RehearsalPhase) else session.phase
    return _cast(session.keeping(Rehearsal(back)))


def choose(session: Session, event: PersonaChosen) -> Step:
    """Take one of the cast, and ask what to bring across; what was said to another is not carried over."""
    if event.persona not in IDS:
        return _cast(session)
    rehearsal = rehearsal_of(session)
    fresh = Rehearsal(rehearsal.back, event.persona, goal=rehearsal.goal)
    return _ask_goal(session.keeping(rehearsal if rehearsal.persona == event.persona else fresh))


def hear_choice(session: Session, event: Said) -> Step:
    """Take a number or a name, or have the persona drawn that was described."""
    text = " ".join(event.text.split())
    found = _named(text, session)
    if found:
        return choose(session, PersonaChosen(found))
    if _says_nothing(text, event.control) or len(text) > LONGEST_DESCRIPTION:
        return _cast(session).after(_refusal(text, LONGEST_DESCRIPTION, event.control))
    return _draw(session, MaskedText(text))


def approve(session: Session, event: PersonaDrawn) -> Step:
    """Show the persona that was drawn up, for approval."""
    rehearsal = rehearsal_of(session)
    drawn = Rehearsal(rehearsal.back, description=rehearsal.description, drawn=event.persona, goal=rehearsal.goal)
    return _show_drawn(_at(session, RehearsalPhase.APPROVING).keeping(drawn))


def hear_change(session: Session, event: Said) -> Step:
    """Take an assent, or draw the persona anew with what is to be changed."""
    text = " ".join(event.text.split())
    if _FINE.fullmatch(text):
        return _ask_goal(session)
    description = MaskedText(f"{rehearsal_of(session).description or ''}, {text}")
    if _says_nothing(text, event.control) or len(description) > LONGEST_DESCRIPTION:
        return _show_drawn(session).after(_refusal(text, LONGEST_DESCRIPTION, event.control))
    return _draw(session, description)


def ask_goal(session: Session, _event: Event) -> Step:
    """Ask what to bring across."""
    return _ask_goal(session)


def hear_goal(session: Session, event: Said) -> Step:
    """Take what is to be brought across, and begin or go on to talk."""
    goal = event.text.strip()
    if _says_nothing(goal, event.control) or len(goal) > LONGEST_GOAL:
        return _ask_goal(session).after(_refusal(goal, LONGEST_GOAL, event.control))
    return _talk(_with(session, goal=MaskedText(goal)))


def take_purpose(session: Session, _event: Event) -> Step:
    """Take the goal there is, or the task of the interview, for what is to be brought across."""
    purpose = session.answers.get(Key.PURPOSE)
    goal = rehearsal_of(session).goal or (purpose.text if purpose else None)
    if goal is None:
        return _ask_goal(session).after(Tell("hint.not_optional"))
    return _talk(_with(session, goal=MaskedText(goal[:LONGEST_GOAL])))


def hear(session: Session, event: Said) -> Step:
    """Take what the person says to the persona, and have it answered."""
    text = event.text.strip()
    if not 0 < len(text) <= LONGEST_LINE:
        return Step(session, (_refusal(text, LONGEST_LINE, event.control),))
    lines = (*rehearsal_of(session).lines, Line(Who.PERSON, MaskedText(text)))
    return _speak(_with(session, lines=lines, review=None))


def hear_meanwhile(session: Session, event: Said) -> Step:
    """Keep what is said while the persona is thinking; it is answered after what it said before."""
    text = event.text.strip()
    if not 0 < len(text) <= LONGEST_LINE:
        return wait(session, event)
    lines = (*rehearsal_of(session).lines, Line(Who.PERSON, MaskedText(text)))
    return Step(_with(session, lines=lines), (Tell("rehearsal.heard", controls=(Control.CANCEL,)),))


def retry(session: Session, _event: Event) -> Step:
    """Have the last line answered after all."""
    lines = rehearsal_of(session).lines
    if not lines or lines[-1].who is Who.PERSONA:
        return Step(session, (Tell("rehearsal.nothing_left", controls=_TALKING),))
    return _speak(session)


def take_line(session: Session, event: LineSpoken) -> Step:
    """Show what the persona says, in its place: what was said meanwhile stands behind it."""
    rehearsal = rehearsal_of(session)
    lines = (*rehearsal.lines[: event.heard], event.line, *rehearsal.lines[event.heard :])
    talking = _with(_at(session, RehearsalPhase.REHEARSING), lines=lines)
    shown = replace(_line(talking, event.line), text="rehearsal.stock" if event.line.is_stock else None)
    if lines[-1] is event.line:
        return Step(talking, (shown,))
    return Step(talking, (replace(shown, controls=()), Tell("rehearsal.left", controls=_LEFT)))


def miss_line(session: Session, event: LineMissing) -> Step:
    """Say that no answer came; what the person said stays, and can be sent again."""
    details: dict[str, str | int] = {"minutes": event.minutes} if event.minutes else {}
    return Step(_at(session, RehearsalPhase.REHEARSING), (TellEnded(f"rehearsal.fault.{event.fault}", details, _LEFT),))


def refuse(minutes: int) -> LineMissing:
    """Return that no line is spoken, for the person has asked for too many lately."""
    return LineMissing("often", minutes)


def ask_review(session: Session, _event: Event) -> Step:
    """Have the talk looked back upon, if there is one."""
    if not said_by(Who.PERSON, rehearsal_of(session).lines):
        return Step(session, (Tell("rehearsal.nothing_said", controls=_TALKING),))
    return _wait_for(session, RehearsalJob.REVIEW, "rehearsal.reviewing")


def take_review(session: Session, event: Reviewed) -> Step:
    """Show how it went."""
    return _show_review(_with(session, review=event.review), event.review)


def restart(session: Session, _event: Event) -> Step:
    """Talk to the same persona about the same thing, from the beginning."""
    return _talk(_with(session, lines=(), review=None))


def go_on(session: Session, _event: Event) -> Step:
    """Go on talking after a review."""
    return _talk(session)


def cast_again(session: Session, _event: Event) -> Step:
    """Go back to whom to rehearse with."""
    return _cast(session)


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


def wait(session: Session, _event: Event) -> Step:
    """Say that it is still being worked on."""
    return Step(session, (Tell("rehearsal.busy", controls=(Control.CANCEL,)),))


def stop_drawing(session: Session, _event: Event) -> Step:
    """Stop waiting for a persona."""
    return _cast(_at(session, RehearsalPhase.CASTING)).after(TellEnded("rehearsal.draw_cancelled"))


def stop_waiting(session: Session, _event: Event) -> Step:
    """Stop waiting for an answer; all that was said stays."""
    return Step(_at(session, RehearsalPhase.REHEARSING), (TellEnded("rehearsal.cancelled", controls=_LEFT),))


def stop_reviewing(session: Session, _event: Event) -> Step:
    """Stop waiting for the look back."""
    stopped = TellEnded("rehearsal.review_cancelled", controls=_TALKING)
    return Step(_at(session, RehearsalPhase.REHEARSING), (stopped,))


def leave(session: Session, event: Event) -> Step:
    """End the rehearsal and show where it was begun."""
    back = rehearsal_of(session).back
    if back is Phase.NEW:
        return Step(replace(session, phase=Phase.CANCELLED), (Tell("rehearsal.over"),))
    return moves.show(replace(session, phase=back), event).after(Tell("rehearsal.left_behind"))


def speak(session: Session, event: LocaleChosen) -> Step:
    """Change the language of the interface."""
    return show(replace(session, locale=event.locale), event).after(Tell("locale.chosen"))


def show(session: Session, _event: Event) -> Step:
    """Show where the rehearsal stands."""
    rehearsal = rehearsal_of(session)
    match session.phase:
        case RehearsalPhase.APPROVING:
            return _show_drawn(session)
        case RehearsalPhase.AIMING:
            return _ask_goal(session)
        case RehearsalPhase.REHEARSING:
            return _talk(session)
        case RehearsalPhase.REVIEWED:
            return _show_review(session, rehearsal.review or Review())
        case _:
            return _cast(session)


def rehearsal_of(session: Session) -> Rehearsal:
    """Return the session's rehearsal; a bare one where there is none, which no phase of a rehearsal is without."""
    return session.of(Rehearsal) or Rehearsal(Phase.NEW)


def persona_of(session: Session) -> Persona:
    """Return whom the session rehearses with."""
    rehearsal = rehearsal_of(session)
    return rehearsal.drawn or CAST[session.locale][rehearsal.persona or IDS[0]]


def _cast(session: Session) -> Step:
    reply = ShowCast(tuple(CAST[session.locale].values()), (Control.BACK,))
    return Step(replace(session, phase=RehearsalPhase.CASTING), (reply,))


def _named(text: str, session: Session) -> str | None:
    if text.isdecimal() and 1 <= int(text[:4]) <= len(IDS):
        return IDS[int(text[:4]) - 1]
    folded = text.casefold()
    for persona in CAST[session.locale].values():
        if folded in {persona.id, persona.name.casefold(), persona.name.split()[-1].casefold()}:
            return persona.id
    return None


def _draw(session: Session, description: MaskedText) -> Step:
    return _wait_for(_with(session, description=description), RehearsalJob.DRAW, "rehearsal.drawing")


def _show_drawn(session: Session) -> Step:
    reply = ShowPersona(
        persona_of(session), "rehearsal.approve", controls=(Control.CONFIRM, Control.BACK, Control.STOP)
    )
    return Step(replace(session, phase=RehearsalPhase.APPROVING), (reply,))


def _ask_goal(session: Session) -> Step:
    rehearsal, purpose = rehearsal_of(session), session.answers.get(Key.PURPOSE)
    offered = purpose is not None and rehearsal.goal is None
    details = {"purpose": _short(purpose.text)} if purpose and offered else {}
    skip = (Control.SKIP,) if offered or rehearsal.goal else ()
    reply = ShowPersona(
        persona_of(session),
        "rehearsal.goal_offered" if offered else "rehearsal.goal",
        details,
        rehearsal.goal,
        (*skip, Control.BACK, Control.STOP),
    )
    return Step(replace(session, phase=RehearsalPhase.AIMING), (reply,))


def _talk(session: Session) -> Step:
    """Show the last thing that the persona said, or the first."""
    lines = rehearsal_of(session).lines
    talking = _at(session, RehearsalPhase.REHEARSING)
    spoken = [line for line in lines if line.who is Who.PERSONA]
    if not lines:
        opening = Line(Who.PERSONA, persona_of(session).opening)
        return Step(talking, (replace(_line(talking, opening), text="rehearsal.begin"),))
    last = _line(talking, spoken[-1] if spoken else Line(Who.PERSONA, persona_of(session).opening))
    if lines[-1].who is Who.PERSONA:
        return Step(talking, (last,))
    return Step(talking, (replace(last, controls=()), Tell("rehearsal.left", controls=_LEFT)))


def _line(session: Session, line: Line) -> ShowLine:
    return ShowLine(persona_of(session).name, line, controls=_TALKING)


def _speak(session: Session) -> Step:
    return _wait_for(session, RehearsalJob.SPEAK, "rehearsal.thinking")


def _show_review(session: Session, review: Review) -> Step:
    reply = ShowReview(persona_of(session).name, review, _LOOKING_BACK)
    return Step(_at(session, RehearsalPhase.REVIEWED), (reply,))


def _wait_for(session: Session, errand: State, text: str) -> Step:
    waiting = replace(session, phase=Phase.GENERATING, errand=errand, errands=session.errands + 1)
    return Step(waiting, (ShowProgress((Control.CANCEL,), text),))


def _at(session: Session, phase: State) -> Session:
    return replace(session, phase=phase, errand=Errand.PROMPT)


def _with(session: Session, **changes: object) -> Session:
    return session.keeping(replace(rehearsal_of(session), **changes))  # type: ignore[arg-type]  # by name


def _says_nothing(text: str, control: Control | None) -> bool:
    """Say whether a text describes nobody and nothing: a hello, a number, a word of the controls that leads nowhere."""
    return control is not None or re.match(NO_PURPOSE, text.casefold()) is not None or text.isdecimal()


def _refusal(text: str, longest: int, control: Control | None) -> Reply:
    """Return why a text was not taken."""
    if not text.strip():
        return Tell("hint.empty")
    if _says_nothing(text, control):
        return Tell("nothing_here")
    return Tell("hint.too_long", {"max": longest, "length": len(text.strip())})


def _short(text: MaskedText) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
