"""Where a rehearsal stands: what is kept of it, and how it goes on."""

import re
from dataclasses import replace
from typing import Final

from core.conversation.choice_words import NO_PURPOSE
from core.conversation.control_names import Control
from core.conversation.expected_input import Expects
from core.conversation.replies import Reply, Tell
from core.conversation.session import Job, Phase, Session, State
from core.conversation.step import Step
from core.features.rehearsal.cast import CAST, IDS
from core.features.rehearsal.persona import Persona
from core.features.rehearsal.replies import ShowLine
from core.features.rehearsal.state import Rehearsal, RehearsalPhase
from core.features.rehearsal.talk import TalkLine, Who

TALKING: Final = (Control.ASSESS, Control.BACK, Control.STOP)
LEFT: Final = (Control.AGAIN, Control.ASSESS, Control.STOP)


def rehearsal_of(session: Session) -> Rehearsal:
    """Return the session's rehearsal; a bare one where there is none, which no phase of a rehearsal is without."""
    return session.of(Rehearsal) or Rehearsal(Phase.NEW)


def persona_of(session: Session) -> Persona:
    """Return whom the session rehearses with."""
    rehearsal = rehearsal_of(session)
    return rehearsal.drawn or CAST[session.locale][rehearsal.persona or IDS[0]]


def talk(session: Session) -> Step:
    """Show the last thing that the persona said, or the first."""
    lines = rehearsal_of(session).lines
    talking = at(session, RehearsalPhase.REHEARSING)
    spoken = [line for line in lines if line.who is Who.PERSONA]
    if not lines:
        opening = TalkLine(Who.PERSONA, persona_of(session).opening)
        return Step(talking, (replace(line(talking, opening), text="rehearsal.begin"),))
    last = line(talking, spoken[-1] if spoken else TalkLine(Who.PERSONA, persona_of(session).opening))
    if lines[-1].who is Who.PERSONA:
        return Step(talking, (last,))
    return Step(talking, (replace(last, controls=()), Tell("rehearsal.left", controls=LEFT, expects=Expects.LINE)))


def line(session: Session, line: TalkLine) -> ShowLine:
    """Return a line of the persona's as it is shown."""
    return ShowLine(persona_of(session).name, line, controls=TALKING)


def at(session: Session, phase: State) -> Session:
    """Return the session in a phase of its rehearsal, waiting for nothing."""
    return replace(session, phase=phase, job=Job.PROMPT)


def with_changes(session: Session, **changes: object) -> Session:
    """Return the session with something of its rehearsal changed."""
    return session.keeping(replace(rehearsal_of(session), **changes))  # type: ignore[arg-type]  # by name


def says_nothing(text: str, control: Control | None) -> bool:
    """Say whether a text describes nobody and nothing: a hello, a number, a word of the controls that leads nowhere."""
    return control is not None or re.match(NO_PURPOSE, text.casefold()) is not None or text.isdecimal()


def refusal(text: str, longest: int, control: Control | None) -> Reply:
    """Return why a text was not taken."""
    if not text.strip():
        return Tell("hint.empty")
    if says_nothing(text, control):
        return Tell("nothing_here", refuses=True)
    return Tell("hint.too_long", {"max": longest, "length": len(text.strip())})
