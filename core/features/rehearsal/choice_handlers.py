"""Choosing whom to rehearse with, and saying what to bring across."""

import re
from dataclasses import replace
from typing import Final

from core.conversation.control_names import Control
from core.conversation.events import Event, Said
from core.conversation.questions import Key
from core.conversation.replies import Tell, TellEnded
from core.conversation.session import Session
from core.conversation.step import Step, wait_for
from core.features.rehearsal.cast import CAST, IDS
from core.features.rehearsal.draft import LONGEST_DESCRIPTION
from core.features.rehearsal.events import PersonaChosen, PersonaDrawn
from core.features.rehearsal.progress import (
    at,
    persona_of,
    refusal,
    rehearsal_of,
    says_nothing,
    talk,
    with_changes,
)
from core.features.rehearsal.replies import ShowCast, ShowPersona
from core.features.rehearsal.state import Rehearsal, RehearsalJob, RehearsalPhase
from core.privacy.text import MaskedText

LONGEST_GOAL: Final = 500
_QUOTED: Final = 60
_FINE: Final = re.compile(
    r"(?:네[, ]*)?(?:좋아요?|좋습니다|좋네요|괜찮아요?|이대로(?: ?좋아요| ?할게요)?|시작(?:해요|할게요|하기)?"
    r"|fine|good|start)[.!~]*",
    re.IGNORECASE,
)


def begin(session: Session, event: Event) -> Step:
    """Ask whom to rehearse with, if there is a model to play them."""
    if not event.around.models:
        return Step(session, (Tell("rehearsal.nowhere"),))
    back = rehearsal_of(session).back if session.phase in set(RehearsalPhase) else session.phase
    return show_cast(session.keeping(Rehearsal(back)))


def choose(session: Session, event: PersonaChosen) -> Step:
    """Take one of the cast, and ask what to bring across; what was said to another is not carried over."""
    if event.persona not in IDS:
        return show_cast(session)
    rehearsal = rehearsal_of(session)
    fresh = Rehearsal(rehearsal.back, event.persona, goal=rehearsal.goal)
    return show_goal(session.keeping(rehearsal if rehearsal.persona == event.persona else fresh))


def hear_choice(session: Session, event: Said) -> Step:
    """Take a number or a name, or have the persona drawn that was described."""
    text = " ".join(event.text.split())
    found = _named(text, session)
    if found:
        return choose(session, PersonaChosen(found))
    if says_nothing(text, event.control) or len(text) > LONGEST_DESCRIPTION:
        return show_cast(session).after(refusal(text, LONGEST_DESCRIPTION, event.control))
    return _draw(session, MaskedText(text))


def approve(session: Session, event: PersonaDrawn) -> Step:
    """Show the persona that was drawn up, for approval."""
    rehearsal = rehearsal_of(session)
    drawn = Rehearsal(rehearsal.back, description=rehearsal.description, drawn=event.persona, goal=rehearsal.goal)
    return show_drawn(at(session, RehearsalPhase.APPROVING).keeping(drawn))


def hear_change(session: Session, event: Said) -> Step:
    """Take an assent, or draw the persona anew with what is to be changed."""
    text = " ".join(event.text.split())
    if _FINE.fullmatch(text):
        return show_goal(session)
    description = MaskedText(f"{rehearsal_of(session).description or ''}, {text}")
    if says_nothing(text, event.control) or len(description) > LONGEST_DESCRIPTION:
        return show_drawn(session).after(refusal(text, LONGEST_DESCRIPTION, event.control))
    return _draw(session, description)


def ask_goal(session: Session, _event: Event) -> Step:
    """Ask what to bring across."""
    return show_goal(session)


def hear_goal(session: Session, event: Said) -> Step:
    """Take what is to be brought across, and begin or go on to talk."""
    goal = event.text.strip()
    if says_nothing(goal, event.control) or len(goal) > LONGEST_GOAL:
        return show_goal(session).after(refusal(goal, LONGEST_GOAL, event.control))
    return talk(with_changes(session, goal=MaskedText(goal)))


def take_purpose(session: Session, _event: Event) -> Step:
    """Take the goal there is, or the task of the interview, for what is to be brought across."""
    purpose = session.answers.get(Key.PURPOSE)
    goal = rehearsal_of(session).goal or (purpose.text if purpose else None)
    if goal is None:
        return show_goal(session).after(Tell("hint.not_optional"))
    return talk(with_changes(session, goal=MaskedText(goal[:LONGEST_GOAL])))


def cast_again(session: Session, _event: Event) -> Step:
    """Go back to whom to rehearse with."""
    return show_cast(session)


def stop_drawing(session: Session, _event: Event) -> Step:
    """Stop waiting for a persona."""
    return show_cast(at(session, RehearsalPhase.CASTING)).after(TellEnded("rehearsal.draw_cancelled"))


def show_cast(session: Session) -> Step:
    """List those whom one can rehearse with."""
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
    return wait_for(with_changes(session, description=description), RehearsalJob.DRAW, "rehearsal.drawing")


def show_drawn(session: Session) -> Step:
    """Show the persona that was drawn up."""
    reply = ShowPersona(
        persona_of(session), "rehearsal.approve", controls=(Control.CONFIRM, Control.BACK, Control.STOP)
    )
    return Step(replace(session, phase=RehearsalPhase.APPROVING), (reply,))


def show_goal(session: Session) -> Step:
    """Ask what to bring across."""
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


def _short(text: MaskedText) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"
